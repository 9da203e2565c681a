/** Scans of the papers behind an outcome of study. */
import '../tables.ts'
import { insertRows, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

const papers = (trx: Trx, { school, path, pathEnd, reach, member }: Scope) =>
  trx
    .selectFrom('outcome_papers')
    .select(['id', 'graduate_id as graduateId', 'member_id as memberId', 'path', 'outcome', 'kind', 'title'])
    .select(['file_id as fileId', 'mime', 'size', 'added_at as addedAt', 'added_name as addedName'])
    .select(['removed_at as removedAt', 'removed_name as removedName', 'removed_reason as removedReason'])
    .where('school_id', '=', school)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
    .$if(reach === 'own', query => query.where('member_id', '=', member))

export type PaperRow = Awaited<ReturnType<typeof papersOf>>[number]

/** In the order in which they came, without what was removed. */
export const papersOf = (trx: Trx, scope: Scope, graduateId: string) =>
  papers(trx, scope).where('graduate_id', '=', graduateId).where('removed_at', 'is', null).orderBy('id').execute()

/** Of every year, and what was removed too. */
export const papersOfMember = (trx: Trx, scope: Scope, memberId: string) =>
  papers(trx, scope).where('member_id', '=', memberId).orderBy('id').execute()

export const paperById = (trx: Trx, scope: Scope, id: string, hold = false) =>
  papers(trx, scope)
    .where('id', '=', id)
    .$if(hold, query => query.forUpdate())
    .executeTakeFirst()

type Row = Record<string, unknown>

export const addPaper = (trx: Trx, row: Row) => insertRows(trx, 'outcome_papers', [row])
export const savePaper = (trx: Trx, row: Row) => updateRows(trx, 'outcome_papers', ['school_id', 'id'], [row])

/** Papers of members who moved. */
export const movePapers = (trx: Trx, school: string, moves: readonly { memberId: string; to: string }[]) =>
  updateRows(
    trx,
    'outcome_papers',
    ['school_id', 'member_id'],
    moves.map(({ memberId, to }) => ({ school_id: school, member_id: memberId, path: to })),
  )
