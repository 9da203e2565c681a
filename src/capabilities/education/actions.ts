import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { planOf } from '../plans/index.ts'
import { closeNeedless } from './closing.ts'
import { type ConfirmRefusal, type Done, mayConfirm, mayRevoke, type RevokeRefusal, type Said } from './rules.ts'
import * as store from './store.ts'

export const refused = (reason: ConfirmRefusal | RevokeRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

type Cell = { graduateId: string; item: string }
/** `activityId` where the closed list of an activity says it. */
type Proof = Said & { doneOn: Day; madeUp?: boolean | undefined; activityId?: string | undefined }
export type RefusedCell = Cell & { doneOn: Day; name: string; reason: ConfirmRefusal }

/** The people of a batch, held; one out of scope or of another cohort refuses the whole as not found. */
async function heldPeople({ trx, scope }: RequestContext, cells: readonly Cell[]) {
  const ids = [...new Set(cells.map(({ graduateId }) => graduateId))]
  const people = await store.heldGraduates(trx, scope, ids)
  const cohorts = new Set(people.map(({ cohortId }) => cohortId))
  if (people.length < ids.length || cohorts.size !== 1) throw new ORPCError('NOT_FOUND')
  return { people: new Map(people.map(person => [person.id, person])), cohortId: people[0]!.cohortId, ids }
}

export type ProvenCell = Cell & Proof

/** Decides every cell on what is held, each seeing what the ones before it would add. */
async function decide(context: RequestContext, cells: readonly ProvenCell[]) {
  const { trx, scope, actor, today } = context
  const { people, cohortId, ids } = await heldPeople(context, cells)
  const { items } = await planOf(trx, scope, cohortId)
  const held = new Map<string, Done[]>(ids.map(id => [id, []]))
  for (const row of await store.validOf(trx, scope, ids)) held.get(row.graduateId)!.push(row)

  const rows = []
  const refusals: RefusedCell[] = []
  for (const { graduateId, item, doneOn, basis, details, evidence, madeUp = false, activityId = null } of cells) {
    const person = people.get(graduateId)!
    const confirmed = held.get(graduateId)!
    const own = person.memberId === actor.memberId
    const facts = { items, item, doneOn, basis, details, evidence, joinedOn: person.joinedOn, own, confirmed }
    const decision = mayConfirm(facts, today)
    if (!decision.allowed) {
      refusals.push({ graduateId, item, doneOn, name: person.name, reason: decision.reason })
      continue
    }
    const kept = decision.value
    confirmed.push({ item, doneOn, ...kept })
    rows.push({
      school_id: scope.school,
      id: newId(),
      cohort_id: cohortId,
      graduate_id: graduateId,
      member_id: person.memberId,
      path: person.path,
      item,
      done_on: doneOn,
      evidence: kept.evidence,
      basis: kept.basis,
      activity_id: activityId,
      details: kept.details,
      made_up: madeUp,
      confirmed_by: actor.id,
      confirmed_name: actor.name,
      confirmed_at: context.now,
    })
  }
  return { rows, refusals, items }
}

type Rows = Awaited<ReturnType<typeof decide>>
/** What brings them: an import, or reports that are being confirmed. */
type Source = { importId?: string; reportIds?: readonly string[] }

async function write(context: RequestContext, { rows, items }: Rows, { importId, reportIds = [] }: Source): Promise<void> {
  await store.addConfirmations(context.trx, rows).catch(error => {
    const reason = meaningOf(error) as ConfirmRefusal | undefined
    throw reason ? refused(reason) : error
  })
  const nameOf = (item: string) => items.find(({ key }) => key === item)?.name ?? item
  for (const { id, path, graduate_id, item, done_on, evidence, basis, made_up } of rows) {
    const more = { ...(made_up && { madeUp: true }), ...(importId && { importId }) }
    const after = { graduateId: graduate_id, item: nameOf(item), doneOn: done_on, evidence, basis, ...more }
    context.record({ kind: 'item-confirmation', id, path, after })
  }
  const whose = [...new Set(rows.map(({ graduate_id }) => graduate_id))]
  await closeNeedless(context, items, whose, reportIds)
}

/** Confirms many members' items, each with what it rests on: all or none, every refused one named. */
export async function confirmCells(context: RequestContext, cells: readonly ProvenCell[], dryRun: boolean, source: Source = {}) {
  const decided = await decide(context, cells)
  const { rows, refusals } = decided
  if (dryRun) return { rows, refusals }
  if (refusals.length > 0) return { rows: [], refusals }
  await write(context, decided, source)
  return { rows, refusals }
}

/** Those of the cells that may be confirmed; how many they are. */
export async function addAllowed(context: RequestContext, cells: readonly ProvenCell[]): Promise<number> {
  const decided = await decide(context, cells)
  if (decided.rows.length > 0) await write(context, decided, {})
  return decided.rows.length
}

export async function confirmOne(context: RequestContext, cell: ProvenCell): Promise<store.ConfirmationRow> {
  const { rows, refusals } = await confirmCells(context, [cell], false)
  if (refusals.length > 0) throw refused(refusals[0]!.reason)
  return (await store.heldConfirmation(context.trx, context.scope, rows[0]!.id))!
}

export async function revoke(context: RequestContext, id: string, reason: string): Promise<store.ConfirmationRow> {
  const { trx, scope, actor, now, record } = context
  const row = await store.heldConfirmation(trx, scope, id)
  if (!row) throw new ORPCError('NOT_FOUND')
  const item = (await planOf(trx, scope, row.cohortId)).items.find(({ key }) => key === row.item)?.name ?? row.item
  const decision = mayRevoke({ revoked: row.revokedAt !== null, own: row.memberId === actor.memberId, reason })
  if (!decision.allowed) throw refused(decision.reason)
  await store.revokeConfirmation(trx, scope.school, id, actor.id, now, reason)
  record({
    kind: 'item-confirmation',
    id,
    path: row.path,
    before: { graduateId: row.graduateId, item, doneOn: row.doneOn },
    after: { graduateId: row.graduateId, item, doneOn: row.doneOn, revoked: true, reason },
  })
  return { ...row, revokedAt: now, revokedReason: reason }
}
