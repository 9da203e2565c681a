import './tables.ts'
import { sql } from 'kysely'
import { insertRows, type Tables, type Trx } from '../../platform/database/index.ts'
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

/** What these tables keep of members who changed their branch is read there; each has a row for a file, and says whose it is. */
export async function moveFilesOf(
  trx: Trx,
  school: string,
  tables: readonly (keyof Tables & string)[],
  moves: readonly { memberId: string; to: string }[],
): Promise<void> {
  if (moves.length === 0) return
  const rows = JSON.stringify(moves.map(({ memberId, to }) => ({ member_id: memberId, path: to })))
  for (const table of tables)
    await sql`update files as f set path = moved.path
      from json_to_recordset(${rows}::json) as moved (member_id uuid, path text)
      join ${sql.table(table)} as kept on kept.school_id = ${school} and kept.member_id = moved.member_id
      where f.school_id = ${school} and f.id = kept.file_id`.execute(trx)
}

export const isNamed = async (trx: Trx, school: string, sha256: string, keyId: string): Promise<boolean> =>
  (await trx
    .selectFrom('files')
    .select('id')
    .where('school_id', '=', school)
    .where('sha256', '=', sha256)
    .where('key_id', '=', keyId)
    .limit(1)
    .executeTakeFirst()) !== undefined
