/** A late degree that the branch has verified goes into the roster, which 附件3 is made from: nobody types it twice. */
import { addDays, addMonths, day } from '../../../kernel/day.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { type OutcomeFacts, recordDelay } from '../../roster/index.ts'
import type { Contact } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import { openContacts } from './contacts.ts'
import type { Outcome } from './outcome.ts'

const text = (answer: unknown) => (typeof answer === 'string' ? answer.trim() : '')

/** Of a month, its last day. */
const endOf = (month: string) => addDays(addMonths(day(`${month}-01`), 1), -1)

const factsOf = ({ attempt }: BegunCase, keeper: Contact | null | undefined): OutcomeFacts => {
  const { delayReason, expectedGraduation, atSchool, placedBranch } = attempt.destination.answers
  const [reason, month, branch] = [text(delayReason), text(expectedGraduation), text(placedBranch)]
  return {
    ...(reason && { reason }),
    ...(month && { expectedOn: endOf(month) }),
    ...(typeof atSchool === 'boolean' && { atSchool }),
    ...(branch && { placedBranch: branch, handling: `组织关系保留，编入${branch}` }),
    ...(keeper && { contactName: keeper.name, contactPhone: keeper.phone }),
  }
}

export async function recordDelays(context: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  const verified = outcomes.flatMap(({ step, held }) => (step === 'branch-verify' && held.attempt.destination_type === 'D11' ? [held] : []))
  if (verified.length === 0) return
  const contacts = await openContacts(context, verified, 'handed-in')
  for (const held of verified) await recordDelay(context, held.person.id, factsOf(held, contacts.get(held.person.id)?.keeper))
}
