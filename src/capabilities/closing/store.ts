import './tables.ts'
import { insertRows, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'

const columns = [
  'id',
  'cohort_id as cohortId',
  'unit_id as unitId',
  'path',
  'on_day as onDay',
  'figures',
  'content_sealed',
  'content_sha256 as sha256',
  'key_id',
  'signed_name as signedName',
] as const

const accounts = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('final_accounts')
    .select(columns)
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)

export type AccountRow = Awaited<ReturnType<typeof accountsOf>>[number]

/** Newest first. */
export const accountsOf = (trx: Trx, scope: Scope, cohortId: string) =>
  accounts(trx, scope).where('cohort_id', '=', cohortId).orderBy('id', 'desc').execute()

export const account = (trx: Trx, scope: Scope, id: string) => accounts(trx, scope).where('id', '=', id).executeTakeFirst()

export const addAccount = (trx: Trx, row: Record<string, unknown>) => insertRows(trx, 'final_accounts', [row])
