import { Anchor } from '../../../ui/Anchor.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { ReturnPage, ReturnView } from '../contract.ts'
import { shortDay } from './days.ts'
import { cellStates } from './words.ts'

const Words = ({ one }: { one: ReturnView }) => (
  <>
    <b>第 {one.ordinal} 次</b>
    <span className="second">
      {shortDay(one.submittedOn)}，{one.rowCount} 人{one.supplementOf && '，补报'}
    </span>
    <span className="row-end">
      <StateTag state={cellStates[one.state]} />
    </span>
  </>
)

/** Every return of this form by this unit; nothing is ever written over. */
export const History = ({ page }: { page: ReturnPage }) => (
  <Section title="历次报送" note={`共 ${page.history.length} 次，从新到旧`}>
    <ul className="left-out">
      {page.history.map(one => (
        <li key={one.id} aria-current={one.id === page.id ? 'page' : undefined}>
          {one.id === page.id ? (
            <Words one={one} />
          ) : (
            <Anchor className="row return-past" href={`/submissions/${one.id}`}>
              <Words one={one} />
            </Anchor>
          )}
        </li>
      ))}
    </ul>
  </Section>
)
