import './tables.ts'
import { sql } from 'kysely'
import { insertRows, type Trx, updateRows } from '../../platform/database/index.ts'
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

/** Until the transaction ends nobody else keeps or deletes this content: the same bytes are one file, however many rows name them. */
export const holdContent = (trx: Trx, sha256: string) => sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`.execute(trx)

export const removeFiles = (trx: Trx, school: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : trx.deleteFrom('files').where('school_id', '=', school).where('id', 'in', ids).returning(['sha256', 'key_id as keyId']).execute()

/** What hangs on people who changed their branch is read there. */
export const moveFiles = (trx: Trx, school: string, moves: readonly { fileId: string; path: string }[]) =>
  moves.length === 0
    ? Promise.resolve(0)
    : updateRows(
        trx,
        'files',
        ['school_id', 'id'],
        moves.map(({ fileId, path }) => ({ school_id: school, id: fileId, path })),
      )

export const isNamed = async (trx: Trx, school: string, sha256: string, keyId: string): Promise<boolean> =>
  (await trx
    .selectFrom('files')
    .select('id')
    .where('school_id', '=', school)
    .where('sha256', '=', sha256)
    .where('key_id', '=', keyId)
    .limit(1)
    .executeTakeFirst()) !== undefined
