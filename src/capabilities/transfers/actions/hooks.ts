/** What other rooms ask: who is in a term, which letters wait, what happened to a member, and what has changed there. */
import type { Day } from '../../../kernel/day.ts'
import type { RequestContext } from '../../accounts/index.ts'
import type { MoveListener } from '../../roster/index.ts'
import type { BegunCase } from '../store/cases.ts'
import type { Filter } from '../store/search.ts'
import * as store from '../store.ts'
import { relight } from './lighting.ts'
import { within } from './read.ts'

/** The people behind a number of the equation or of a filter, in the order of branch and name. */
export async function peopleOfTerm({ trx, scope, today }: RequestContext, filter: Filter & { path?: string | undefined }) {
  const part = within(scope, filter.path)
  const ids = await store.idsFound(trx, part, filter, today)
  return (await store.casesOf(trx, part, ids)).map(({ person, transfer }) => ({
    graduateId: person.id,
    memberId: person.memberId,
    transferId: transfer?.id ?? null,
    name: person.name,
    studentNumber: person.studentNumber,
    branchName: person.branchName,
    path: person.path,
  }))
}

/** Rewrites due days' lamps of a cohort, or of some of its graduates: after an import, a new plan, a change of membership or outcome. */
export async function relightCohort(context: RequestContext, cohortId: string, graduateIds?: readonly string[]): Promise<void> {
  const { trx, scope } = context
  await relight(context, await store.casesOf(trx, scope, graduateIds ?? (await idsOfCohort(context, cohortId))))
}

export const idsOfCohort = ({ trx, scope, today }: RequestContext, cohortId: string): Promise<string[]> =>
  store.idsFound(trx, scope, { cohortId }, today)

/** A real trace of members outside this room (sign-in, contact log); `contacted`: the half-yearly contact abroad. */
export async function traceOf(context: RequestContext, graduateIds: readonly string[], on: Day, contacted = false): Promise<void> {
  const { trx, scope } = context
  const begun = (await store.casesOf(trx, scope, graduateIds)).filter((held): held is BegunCase => held.transfer !== null)
  if (begun.length === 0) return
  const change = { traced_on: on, ...(contacted && { contacted_on: on }) }
  const members = begun.map(({ person }) => person.memberId)
  await store.traceMembers(trx, scope.school, members, change)
  await relight(
    context,
    begun.map(held => ({ ...held, transfer: { ...held.transfer, ...change } })),
  )
}

/** The listener of the roster's moves. */
export const casesFollow: MoveListener = (trx, scope, moves) => store.relocate(trx, scope.school, moves)
