import { Section } from '../../../ui/Section.tsx'
import type { DifferenceView } from '../contract.ts'

const names = (people: readonly { name: string; studentNumber: string }[]) => people.map(({ name }) => name).join('、')

const said = (text: string | null) => (text === null ? '' : text || '空')

const isEmpty = ({ added, removed, changed }: DifferenceView) => added.length + removed.length + changed.length === 0

/** What differs, person by person; of a sensitive cell only that it does. */
export const Differences = ({ title, note, difference }: { title: string; note: string; difference: DifferenceView }) => (
  <Section title={title} note={note}>
    {isEmpty(difference) && <p className="second">没有不同。</p>}
    <ul className="difference">
      {difference.added.length > 0 && (
        <li>
          <b>增加 {difference.added.length} 人</b> {names(difference.added)}
        </li>
      )}
      {difference.removed.length > 0 && (
        <li>
          <b>减少 {difference.removed.length} 人</b> {names(difference.removed)}
        </li>
      )}
      {difference.changed.map(({ studentNumber, name, changes }) => (
        <li key={studentNumber}>
          <b>{name}</b> <span className="fine">{studentNumber}</span>
          {changes.map(({ label, before, after }) => (
            <p key={label} className="second">
              {label}：{before === null && after === null ? '有改动' : `${said(before)} → ${said(after)}`}
            </p>
          ))}
        </li>
      ))}
    </ul>
  </Section>
)
