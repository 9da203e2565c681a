/** Pictures of stamped receipts. */
import '../tables.ts'
import { sql } from 'kysely'
import { insertRows, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { Evidence } from '../rules.ts'

const pictures = (trx: Trx, { school, path, pathEnd, reach, member }: Scope) =>
  trx
    .selectFrom('receipt_pictures')
    .select(['id', 'transfer_id as transferId', 'attempt_id as attemptId', 'member_id as memberId', 'path', 'file_id as fileId'])
    .select(['mime', 'size', 'added_at as addedAt', 'added_by as addedBy', 'added_name as addedName', 'removed_at as removedAt'])
    .where('school_id', '=', school)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
    .$if(reach === 'own', query => query.where('member_id', '=', member))

export type KeptPicture = Awaited<ReturnType<typeof picturesOf>>[number]

/** In the order in which they came, without what was removed. */
export const picturesOf = (trx: Trx, scope: Scope, attemptId: string) =>
  pictures(trx, scope).where('attempt_id', '=', attemptId).where('removed_at', 'is', null).orderBy('id').execute()

export const pictureById = (trx: Trx, scope: Scope, id: string, hold = false) =>
  pictures(trx, scope)
    .where('id', '=', id)
    .$if(hold, query => query.forUpdate())
    .executeTakeFirst()

type Row = Record<string, unknown>

export const addPicture = (trx: Trx, row: Row) => insertRows(trx, 'receipt_pictures', [row])
export const savePicture = (trx: Trx, row: Row) => updateRows(trx, 'receipt_pictures', ['school_id', 'id'], [row])

const oneOf = (ids: readonly string[]) => sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`

/** What is on record of these attempts, set-based: an acceptance is decided on it. */
export async function evidenceOf(trx: Trx, { school }: Scope, attemptIds: readonly string[]): Promise<Map<string, Evidence>> {
  const found = new Map<string, Evidence>()
  if (attemptIds.length === 0) return found
  const kept = await trx
    .selectFrom('receipt_pictures')
    .select(['attempt_id as attemptId', sql<number>`count(*)::int`.as('count')])
    .where('school_id', '=', school)
    .where('attempt_id', 'in', oneOf(attemptIds))
    .where('removed_at', 'is', null)
    .groupBy('attempt_id')
    .execute()
  for (const { attemptId, count } of kept) found.set(attemptId, { pictures: count, calls: [] })
  const calls = await trx
    .selectFrom('receipt_calls')
    .select(['attempt_id as attemptId', 'id'])
    .where('school_id', '=', school)
    .where('attempt_id', 'in', oneOf(attemptIds))
    .where('outcome', '=', 'received')
    .where('doubt', 'is', null)
    .execute()
  for (const [attemptId, rows] of Map.groupBy(calls, row => row.attemptId))
    found.set(attemptId, { pictures: found.get(attemptId)?.pictures ?? 0, calls: rows.map(({ id }) => id) })
  return found
}
