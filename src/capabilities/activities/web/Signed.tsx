import { Mark } from '../../../ui/Mark.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import type { OwnActivity } from '../contract.ts'
import { attendanceNames } from '../rules.ts'
import { signRefusalWords } from './words.ts'

/** What signing in came to. */
export const Signed = ({ one }: { one: OwnActivity }) => (
  <Section title={one.title}>
    <p className="own-signed" role="status">
      <Mark tone="green" glyph="check">
        {attendanceNames[one.attendance ?? 'present']}
      </Mark>
    </p>
    {one.items.length > 0 && <p className="second">支部结束登记后，计入“{one.items.join('、')}”。</p>}
  </Section>
)

export const NotSigned = ({ error }: { error: unknown }) => (
  <Section title="没有签到">
    <p className="t-red" role="alert">
      {wordsOf(problemOf(error), signRefusalWords)}
    </p>
  </Section>
)
