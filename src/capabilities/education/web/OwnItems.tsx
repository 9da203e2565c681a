import { Glyph } from '../../../ui/Glyph.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { ItemsOfOne } from '../contract.ts'
import './own-items.css'

const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

/** The graduate's five items in a row: what is confirmed and when, what is still open. */
export const OwnItems = ({ own }: { own: ItemsOfOne }) => (
  <Section title="五个一" note={own.complete ? `${own.required} 项都已确认` : `已确认 ${own.done} 项，还差 ${own.required - own.done} 项`}>
    <ol className="own-items">
      {own.items.map(item => {
        const last = item.confirmations.find(({ revoked }) => revoked === null)
        return (
          <li key={item.key} className={item.complete ? 'own-item-done' : undefined} title={item.name}>
            <i aria-hidden="true">{item.complete && <Glyph name="check" size={36} />}</i>
            <b>{item.short}</b>
            <span>{item.complete && last ? shortDay(last.doneOn) : item.required > 1 ? `${item.done}/${item.required} 次` : '未做'}</span>
          </li>
        )
      })}
    </ol>
  </Section>
)
