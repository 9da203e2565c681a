import '../tables.ts'
import { insertRows, type Trx, updateRows } from '../../../platform/database/index.ts'
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
export const addGraduates = (trx: Trx, rows: readonly Row[]) => insertRows(trx, 'graduates', rows)
export const addChanges = (trx: Trx, rows: readonly Row[]) => insertRows(trx, 'member_changes', rows)

export const saveMembers = (trx: Trx, rows: readonly Row[]) => updateRows(trx, 'members', ['school_id', 'id'], rows)
export const saveGraduates = (trx: Trx, rows: readonly Row[]) => updateRows(trx, 'graduates', ['school_id', 'id'], rows)

/** What hangs on people who changed their branch carries the new path: every cohort's entry and every number. */
export async function moveMembers(trx: Trx, { school }: Scope, moves: readonly { memberId: string; to: string }[]): Promise<void> {
  const rows = moves.map(({ memberId, to }) => ({ school_id: school, member_id: memberId, path: to }))
  await updateRows(trx, 'graduates', ['school_id', 'member_id'], rows)
  await updateRows(trx, 'member_numbers', ['school_id', 'member_id'], rows)
}
