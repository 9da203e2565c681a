import { Anchor } from '../../../ui/Anchor.tsx'
import { Glyph } from '../../../ui/Glyph.tsx'
import { PhoneWay } from '../../../ui/PhoneWay.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { ItemsOfOne } from '../contract.ts'
import { shortDay } from './cells.ts'
import { type OwnItem, type Sentence, sentencesOf } from './resting.ts'
import './own-items.css'

const underway = ({ complete, waiting }: OwnItem) => !complete && waiting.some(({ kind }) => kind !== 'returned')

const below = (item: OwnItem) => {
  const last = item.confirmations.findLast(({ revoked }) => revoked === null)
  if (item.complete) return last?.basis === 'exempt' ? '免' : last ? shortDay(last.doneOn) : '选做'
  if (underway(item)) return '待确认'
  if (item.hours !== null && item.hours > 0) return `${item.hours}/${item.minimum! * item.required} 时`
  return item.required > 1 ? `${item.done}/${item.required} 次` : '未做'
}

const classOf = (item: OwnItem) => {
  if (item.complete) return 'own-item-done'
  return underway(item) ? 'own-item-waiting' : undefined
}

const Line = ({ line }: { line: Sentence }) => (
  <p className={`own-item-says t-${line.tone}`}>
    <Glyph name={line.glyph} />
    <span>
      {line.text}
      {line.kind === 'returned' && '。'}
      {line.kind === 'returned' && (
        <Anchor className="link" href="/me/items">
          改好再报
        </Anchor>
      )}
    </span>
  </p>
)

/** The graduate's five items: which are done, what each rests on, what is on its way. */
export const OwnItems = ({ own }: { own: ItemsOfOne }) => (
  <Section title="五个一" note={own.complete ? `${own.required} 项都已确认` : `已确认 ${own.done} 项，还差 ${own.required - own.done} 项`}>
    <ol className="own-items" aria-hidden="true">
      {own.items.map(item => (
        <li key={item.key} className={classOf(item)}>
          <i>
            {item.complete && <Glyph name="check" size={36} />}
            {underway(item) && <Glyph name="q2" size={20} />}
          </i>
          <b>{item.short}</b>
          <span>{below(item)}</span>
        </li>
      ))}
    </ol>
    <dl className="own-item-lines">
      {own.items.map(item => (
        <div key={item.key}>
          <dt>{item.short}</dt>
          <dd>
            {sentencesOf(item).map(line => (
              <Line key={line.key} line={line} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
    {!own.complete && <PhoneWay href="/me/items" words="做过的，向支部申报" />}
  </Section>
)
