import { Section } from '../../../ui/Section.tsx'
import type { PreviewView } from '../contract.ts'
import { leftWords } from './words.ts'

/** Who does not go along, and why; each is found in the list of transfers. */
export const LeftOut = ({ people }: { people: PreviewView['leftOut'] }) => (
  <Section title="这次不在其中" note={`${people.length} 人，核好后可以再报一批`}>
    <ul className="left-out">
      {people.map(({ graduateId, name, studentNumber, branchName, why }) => (
        <li key={graduateId}>
          <b>{name}</b>
          <span className="second">{studentNumber}</span>
          <span className="second">{branchName}</span>
          <span className="t-ochre">{leftWords[why]}</span>
        </li>
      ))}
    </ul>
  </Section>
)
