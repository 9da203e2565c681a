import '../tables.ts'
import type { Insertable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { insertRows, type Tables, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { AttemptRow, TransferRow } from './cases.ts'

/** Gives the next case numbers of the year; the row stays held until the transaction ends. */
export async function nextNumbers(trx: Trx, school: string, year: number, count: number): Promise<number> {
  await trx
    .insertInto('transfer_numbers')
    .values({ school_id: school, year, next: 1 })
    .onConflict(conflict => conflict.columns(['school_id', 'year']).doNothing())
    .execute()
  const { next } = await trx
    .updateTable('transfer_numbers')
    .set(eb => ({ next: eb('next', '+', count) }))
    .where('school_id', '=', school)
    .where('year', '=', year)
    .returning('next')
    .executeTakeFirstOrThrow()
  return next - count
}

/** False when somebody else began the case in the same moment. */
export const addTransfer = async (trx: Trx, row: Omit<TransferRow, 'created_at' | 'updated_at' | 'version'>): Promise<boolean> =>
  (
    await trx
      .insertInto('transfers')
      .values({ ...row, draft: row.draft && (JSON.stringify(row.draft) as never) })
      .onConflict(conflict => conflict.columns(['school_id', 'graduate_id']).doNothing())
      .returning('id')
      .execute()
  ).length === 1

/** Cases that nobody else can have begun: their graduates are new. */
export const addTransfers = (trx: Trx, rows: readonly Omit<TransferRow, 'created_at' | 'updated_at' | 'version'>[]) =>
  insertRows(trx, 'transfers', rows)

export const addAttempts = async (trx: Trx, rows: readonly Omit<AttemptRow, 'created_at'>[]) => {
  if (rows.length) await insertRows(trx, 'attempts', rows)
}

/** One version further; the draft as given. */
export const saveTransfers = async (trx: Trx, rows: readonly TransferRow[], now: Date) => {
  if (rows.length)
    await updateRows(
      trx,
      'transfers',
      ['school_id', 'id'],
      rows.map(({ school_id, id, draft, draft_sealed, draft_key_id, traced_on, contacted_on, version }) => ({
        school_id,
        id,
        draft,
        draft_sealed,
        draft_key_id,
        traced_on,
        contacted_on,
        version: version + 1,
        updated_at: now,
      })),
    )
}

export const saveAttempts = async (trx: Trx, rows: readonly AttemptRow[]) => {
  if (rows.length)
    await updateRows(
      trx,
      'attempts',
      ['school_id', 'id'],
      rows.map(({ created_at: _, ...row }) => row),
    )
}

export type NewEvent = Omit<Insertable<Tables['transfer_events']>, 'id' | 'at'>

export const addEvents = async (trx: Trx, rows: readonly NewEvent[]) => {
  if (rows.length)
    await insertRows(
      trx,
      'transfer_events',
      rows.map(row => ({ ...row, id: newId() })),
    )
}

export const traceMembers = (trx: Trx, school: string, memberIds: readonly string[], change: { traced_on?: Day; contacted_on?: Day }) =>
  trx.updateTable('transfers').set(change).where('school_id', '=', school).where('member_id', 'in', memberIds).execute()

const located = [
  'transfers',
  'attempts',
  'lamps',
  'transfer_events',
  'destination_papers',
  'receipt_pictures',
  'receipt_calls',
  'result_differences',
  'case_notices',
  'escalations',
  'case_keepers',
  'stay_contacts',
] as const

/** The caller's own cases that have no trace of today. */
export const untraced = async (trx: Trx, { school, member }: Scope, today: Day): Promise<string[]> => {
  const rows = await trx
    .selectFrom('transfers')
    .select('graduate_id as id')
    .where('school_id', '=', school)
    .where('member_id', '=', member)
    .where(({ or, eb }) => or([eb('traced_on', 'is', null), eb('traced_on', '<', today)]))
    .execute()
  return rows.map(({ id }) => id)
}

/** What is held of a member follows to the new branch; of an event nothing but its place changes. */
export async function relocate(trx: Trx, school: string, moves: readonly { memberId: string; to: string }[]): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map(({ memberId, to }) => ({ school_id: school, member_id: memberId, path: to }))
  for (const table of located) await updateRows(trx, table, ['school_id', 'member_id'], rows)
}
