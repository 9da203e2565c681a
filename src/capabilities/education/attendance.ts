/** A branch closed the list of an activity: whoever was there has done what the activity counts for. */
import { day } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { ClosedList } from '../activities/index.ts'
import { planOf } from '../plans/index.ts'
import { addAllowed } from './actions.ts'
import { listEvidence } from './rules.ts'

/** Whoever has the item already, or enough of it, keeps what they have. Returns how many items it ticked. */
export async function countAttendance(context: RequestContext, { activity, graduateIds, madeUp }: ClosedList): Promise<number> {
  const { activityKinds } = await planOf(context.trx, context.scope, activity.cohortId)
  const items = activityKinds.find(({ key }) => key === activity.kind)?.items ?? []
  const rests = { basis: 'activity' as const, details: {}, activityId: activity.id, evidence: listEvidence(activity.title) }
  const proof = { doneOn: day(activity.onDay), ...rests }
  const late = new Set(madeUp)
  const cells = graduateIds.flatMap(graduateId => items.map(item => ({ graduateId, item, ...proof, madeUp: late.has(graduateId) })))
  return cells.length === 0 ? 0 : addAllowed(context, cells)
}
