/** What other rooms ask: who is in a term, which letters wait, what happened to a member, and what has changed there. */
import type { Day } from '../../../kernel/day.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { moveFilesOf } from '../../attachments/index.ts'
import type { MergeListener } from '../../letters/index.ts'
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

/** The member was heard of today, by whatever act of the own: once a day is enough. */
export async function traceOwn(context: RequestContext): Promise<void> {
  const { trx, scope, today } = context
  const silent = await store.untraced(trx, scope, today)
  if (silent.length > 0) await traceOf(context, silent, today)
}

/** The listener of the dictionary's merging: cases that are not out yet name the one that stays. */
export const namesFollow: MergeListener = async ({ trx, scope, record }, merged) => {
  const { from, to } = merged
  for (const { id, path } of await store.addresseesFollow(trx, scope, merged))
    record({ kind: 'transfer', id, path, before: { addressee: from.map(({ name }) => name) }, after: { addressee: to.name } })
}

/** The listener of the roster's moves. */
export const casesFollow: MoveListener = async (trx, { school }, moves) => {
  await store.relocate(trx, school, moves)
  await moveFilesOf(trx, school, ['destination_papers', 'receipt_pictures'], moves)
}
