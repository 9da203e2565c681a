/** What happens to a case beside its steps, as a line of its story. */
import type { Day } from '../../../kernel/day.ts'
import type { RequestContext } from '../../accounts/index.ts'
import type { BegunCase } from '../store/cases.ts'
import type { NewEvent } from '../store/write.ts'

export type Noted = 'add-picture' | 'remove-picture' | 'call' | 'stay-contact'

type Words = { on?: Day | undefined; reason?: string | undefined; note?: string | undefined }

export const noteOf = (
  { scope, actor, today }: RequestContext,
  { person, transfer, attempt }: BegunCase,
  step: Noted,
  { on, reason, note }: Words,
): NewEvent => ({
  school_id: scope.school,
  transfer_id: transfer.id,
  attempt_id: attempt.id,
  member_id: person.memberId,
  path: person.path,
  on_day: on ?? today,
  step,
  from_state: attempt.state,
  to_state: attempt.state,
  actor_id: actor.id,
  actor_name: actor.name,
  role: actor.role,
  reason: reason ?? null,
  note: note ?? null,
})
