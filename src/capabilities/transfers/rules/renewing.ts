import { addMonths, type Day } from '../../../kernel/day.ts'
import { type ApplicationKind, applicationKinds, applications } from './applications.ts'
import { isExpired, letterOpen, type TransferFacts } from './facts.ts'

export type ApplicationRefusal = 'wrong-state' | 'not-expired' | 'no-letter' | 'reissue-period-over'

export const refusedApplication = (facts: TransferFacts, kind: ApplicationKind, today: Day): ApplicationRefusal | null => {
  const ask = applications[kind]
  if (!ask.from.includes(facts.state)) return 'wrong-state'
  if (ask.only === 'expired' && !isExpired(facts, today)) return 'not-expired'
  if (ask.only === 'letter' && !letterOpen(facts)) return 'no-letter'
  const { transferredOutOn, reissueMonths } = facts
  if (ask.withinPeriod && transferredOutOn && today > addMonths(transferredOutOn, reissueMonths)) return 'reissue-period-over'
  return null
}

/** What can be applied for today. */
export const openApplications = (facts: TransferFacts, today: Day): ApplicationKind[] =>
  applicationKinds.filter(kind => refusedApplication(facts, kind, today) === null)
