import './tables.ts'
import { insertRows, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'

export const file = (trx: Trx, scope: Scope, id: string) =>
  trx
    .selectFrom('files')
    .select(['id', 'account_id as accountId', 'path', 'purpose', 'name', 'mime', 'size', 'sha256', 'key_id as keyId'])
    .where('school_id', '=', scope.school)
    .where('id', '=', id)
    .executeTakeFirst()

export type FileRow = NonNullable<Awaited<ReturnType<typeof file>>>

export const addFile = (trx: Trx, row: Record<string, unknown>) => insertRows(trx, 'files', [row])
