import '../tables.ts'
import { type Insertable, sql } from 'kysely'
import type { Tables, Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

const kept = (trx: Trx, { school }: Scope) =>
  trx
    .selectFrom('notice_files as f')
    .where('f.school_id', '=', school)
    .select([
      'f.id as id',
      'f.notice_id as noticeId',
      'f.name as name',
      'f.mime as mime',
      'f.size as size',
      'f.sha256 as sha256',
      'f.file_id as fileId',
      'f.added_at as addedAt',
      'f.added_name as addedName',
    ])

/** In the order in which they came. Whoever asks has seen the notice. */
export const filesOf = (trx: Trx, scope: Scope, noticeIds: readonly string[]) =>
  noticeIds.length === 0 ? Promise.resolve([]) : kept(trx, scope).where('f.notice_id', 'in', noticeIds).orderBy('f.id').execute()
export type KeptFile = Awaited<ReturnType<typeof filesOf>>[number]

export const fileById = (trx: Trx, scope: Scope, id: string) => kept(trx, scope).where('f.id', '=', id).executeTakeFirst()

export const addFile = (trx: Trx, row: Insertable<Tables['notice_files']>) => trx.insertInto('notice_files').values(row).execute()

/** The files that were there, by their bytes' ids. */
export const removeFiles = async (trx: Trx, { school }: Scope, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0
    ? []
    : (
        await trx.deleteFrom('notice_files').where('school_id', '=', school).where('id', 'in', ids).returning('file_id as fileId').execute()
      ).map(({ fileId }) => fileId)

/** Where the bytes are: they lie with the office, so the database itself says who else opens them. */
export const contentOf = async (trx: Trx, id: string): Promise<{ sha256: string; key_id: string } | undefined> =>
  (await sql<{ sha256: string; key_id: string }>`select sha256, key_id from notice_file(${id}::uuid)`.execute(trx)).rows[0]
