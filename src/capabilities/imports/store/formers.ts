/** What committed imports replaced, sealed. */
import '../tables.ts'
import type { Insertable } from 'kysely'
import { insertRows, type Tables, type Trx } from '../../../platform/database/index.ts'

export const addFormers = (trx: Trx, rows: readonly Insertable<Tables['import_undo']>[]) => insertRows(trx, 'import_undo', rows)

export const formersOf = (trx: Trx, school: string, importId: string) =>
  trx
    .selectFrom('import_undo')
    .select(['subject_id as subjectId', 'former', 'key_id as keyId'])
    .where('school_id', '=', school)
    .where('import_id', '=', importId)
    .execute()

export const dropFormers = (trx: Trx, school: string, importIds: readonly string[]) =>
  trx.deleteFrom('import_undo').where('school_id', '=', school).where('import_id', 'in', importIds).execute()
