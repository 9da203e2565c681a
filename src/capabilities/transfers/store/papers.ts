/** Scans of the papers of a destination. */
import '../tables.ts'
import { insertRows, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

const papers = (trx: Trx, { school, path, pathEnd, reach, member }: Scope) =>
  trx
    .selectFrom('destination_papers')
    .select(['id', 'transfer_id as transferId', 'member_id as memberId', 'path', 'kind', 'title', 'file_id as fileId', 'mime', 'size'])
    .select(['added_at as addedAt', 'added_by as addedBy', 'added_name as addedName'])
    .select(['removed_at as removedAt', 'removed_name as removedName', 'removed_reason as removedReason'])
    .where('school_id', '=', school)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
    .$if(reach === 'own', query => query.where('member_id', '=', member))

export type KeptPaper = Awaited<ReturnType<typeof papersOf>>[number]

/** In the order in which they came, without what was removed. */
export const papersOf = (trx: Trx, scope: Scope, transferId: string) =>
  papers(trx, scope).where('transfer_id', '=', transferId).where('removed_at', 'is', null).orderBy('id').execute()

/** What was removed too. */
export const papersOfMember = (trx: Trx, scope: Scope, memberId: string) =>
  papers(trx, scope).where('member_id', '=', memberId).orderBy('id').execute()

export const paperById = (trx: Trx, scope: Scope, id: string, hold = false) =>
  papers(trx, scope)
    .where('id', '=', id)
    .$if(hold, query => query.forUpdate())
    .executeTakeFirst()

type Row = Record<string, unknown>

export const addPaper = (trx: Trx, row: Row) => insertRows(trx, 'destination_papers', [row])
export const savePaper = (trx: Trx, row: Row) => updateRows(trx, 'destination_papers', ['school_id', 'id'], [row])
