import { addMonths, type Day } from '../../../kernel/day.ts'
import { type ApplicationKind, applicationKinds, applications, type Presupposed } from './applications.ts'
import { isExpired, letterOpen, type TransferFacts } from './facts.ts'

export type ApplicationRefusal = 'wrong-state' | 'not-expired' | 'no-letter' | 'not-this-way' | 'no-channel' | 'reissue-period-over'

const unmet: Record<Presupposed, (facts: TransferFacts, today: Day) => ApplicationRefusal | null> = {
  expired: (facts, today) => (isExpired(facts, today) ? null : 'not-expired'),
  letter: facts => (letterOpen(facts) ? null : 'no-letter'),
  'by-system': ({ method }) => (method === 'system' ? null : 'not-this-way'),
  'by-paper': ({ method, electronic }) => (method !== 'paper' ? 'not-this-way' : electronic ? null : 'no-channel'),
}

/** The last day of a mere re-issue counts: six months after 20 June is 20 December. */
const periodOver = ({ transferredOutOn, reissueMonths }: TransferFacts, today: Day): boolean =>
  transferredOutOn !== null && today > addMonths(transferredOutOn, reissueMonths)

export const refusedApplication = (facts: TransferFacts, kind: ApplicationKind, today: Day): ApplicationRefusal | null => {
  const { from, only, withinPeriod } = applications[kind]
  if (!from.includes(facts.state)) return 'wrong-state'
  const refused = only ? unmet[only](facts, today) : null
  if (refused) return refused
  return withinPeriod && periodOver(facts, today) ? 'reissue-period-over' : null
}

/** What can be applied for today. */
export const openApplications = (facts: TransferFacts, today: Day): ApplicationKind[] =>
  applicationKinds.filter(kind => refusedApplication(facts, kind, today) === null)
