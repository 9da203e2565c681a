import '../tables.ts'
import { insertRows, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

const lists = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('dossier_lists')
    .select([
      'id',
      'cohort_id as cohortId',
      'unit_id as unitId',
      'unit_name as unitName',
      'path',
      'text',
      'sha256',
      'people',
      'pages',
      'state',
      'made_on as madeOn',
      'made_name as madeName',
      'received_on as receivedOn',
      'received_by as receivedBy',
      'receipt_name as receiptName',
      'scan_id as scanId',
      'withdrawn_name as withdrawnName',
      'withdrawn_reason as withdrawnReason',
      'version',
    ])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)

export type ListLine = Awaited<ReturnType<typeof listsOf>>[number]
export type KeptList = NonNullable<Awaited<ReturnType<typeof listById>>>

/** Newest first; what stands on them is left out. */
export const listsOf = (trx: Trx, scope: Scope, cohortId: string) =>
  lists(trx, scope).where('cohort_id', '=', cohortId).orderBy('id', 'desc').execute()

export const listById = (trx: Trx, scope: Scope, id: string, hold = false) =>
  lists(trx, scope)
    .select('content')
    .where('id', '=', id)
    .$if(hold, query => query.forUpdate())
    .executeTakeFirst()

export const addList = (trx: Trx, row: Record<string, unknown>) => insertRows(trx, 'dossier_lists', [row])

export const saveList = (trx: Trx, scope: Scope, id: string, change: Record<string, unknown>) =>
  trx.updateTable('dossier_lists').set(change).where('school_id', '=', scope.school).where('id', '=', id).execute()
