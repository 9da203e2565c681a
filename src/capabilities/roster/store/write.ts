import '../tables.ts'
import { insertRows, patchRows, type Trx, updateRows } from '../../../platform/database/index.ts'
import { meaning } from '../../../platform/database/violations.ts'
import type { Scope } from '../../orgs/index.ts'

// Looked for before anything is written: what still breaks these came from somebody else, just now.
meaning('members_student_number_unique', 'held-meanwhile')
meaning('members_id_number_unique', 'held-meanwhile')
meaning('member_numbers_pkey', 'held-meanwhile')
meaning('graduates_once_per_cohort', 'held-meanwhile')

type Row = Record<string, unknown>

export const addMembers = (trx: Trx, rows: readonly Row[]) => insertRows(trx, 'members', rows)
export const addNumbers = (trx: Trx, rows: readonly Row[]) => insertRows(trx, 'member_numbers', rows)
/** With what the roster is ordered, filtered and counted by. */
export const addEntries = (trx: Trx, rows: readonly Row[]) => insertRows(trx, 'graduates', rows)
/** The same for members who are there already: as their rows say it. */
export async function addGraduates(trx: Trx, rows: readonly (Row & { school_id: string; member_id: string })[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const members = await trx
    .selectFrom('members')
    .select(['id', 'pinyin', 'membership', 'relation_at_school'])
    .where('school_id', '=', first.school_id)
    .where(
      'id',
      'in',
      rows.map(row => row.member_id),
    )
    .execute()
  const carried = new Map(members.map(({ id, ...said }) => [id, said]))
  await addEntries(
    trx,
    rows.map(row => ({ ...row, ...carried.get(row.member_id) })),
  )
}
export const addChanges = (trx: Trx, rows: readonly Row[]) => insertRows(trx, 'member_changes', rows)

/** Each row names what changes, and no more. */
export const saveMembers = (trx: Trx, rows: readonly Row[]) => patchRows(trx, 'members', ['school_id', 'id'], rows)
export const saveGraduates = (trx: Trx, rows: readonly Row[]) => updateRows(trx, 'graduates', ['school_id', 'id'], rows)

/** What hangs on people who changed their branch carries the new path: every cohort's entry and every number. */
export async function moveMembers(trx: Trx, { school }: Scope, moves: readonly { memberId: string; to: string }[]): Promise<void> {
  const rows = moves.map(({ memberId, to }) => ({ school_id: school, member_id: memberId, path: to }))
  await updateRows(trx, 'graduates', ['school_id', 'member_id'], rows)
  await updateRows(trx, 'member_numbers', ['school_id', 'member_id'], rows)
  await updateRows(trx, 'graduate_notes', ['school_id', 'member_id'], rows)
}
