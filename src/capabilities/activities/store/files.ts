import '../tables.ts'
import { type Insertable, sql } from 'kysely'
import type { Tables, Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { FileKind } from '../rules.ts'

const columns = [
  'f.id as id',
  'f.activity_id as activityId',
  'f.kind as kind',
  'f.name as name',
  'f.caption as caption',
  'f.mime as mime',
  'f.size as size',
  'f.width as width',
  'f.height as height',
  'f.file_id as fileId',
  'f.thumbnail_id as thumbnailId',
  'f.added_at as addedAt',
  'f.added_name as addedName',
] as const

const kept = (trx: Trx, { school }: Scope) => trx.selectFrom('activity_files as f').where('f.school_id', '=', school).select(columns)

/** In the order in which they came. Whoever asks has seen the activity. */
export const filesOf = (trx: Trx, scope: Scope, activityId: string) =>
  kept(trx, scope).where('f.activity_id', '=', activityId).orderBy('f.id').execute()

export type KeptFile = Awaited<ReturnType<typeof filesOf>>[number]

export const fileById = (trx: Trx, scope: Scope, id: string) => kept(trx, scope).where('f.id', '=', id).executeTakeFirst()

/** Activity → how many of each kind. */
export async function fileCounts(trx: Trx, { school }: Scope, activityIds: readonly string[]) {
  const counts = new Map<string, Partial<Record<FileKind, number>>>()
  if (activityIds.length === 0) return counts
  const rows = await trx
    .selectFrom('activity_files')
    .select(['activity_id as activityId', 'kind', sql<number>`count(*)::int`.as('count')])
    .where('school_id', '=', school)
    .where('activity_id', 'in', activityIds)
    .groupBy(['activity_id', 'kind'])
    .execute()
  for (const { activityId, kind, count } of rows) counts.set(activityId, { ...counts.get(activityId), [kind]: count })
  return counts
}

export const addFile = (trx: Trx, row: Insertable<Tables['activity_files']>) => trx.insertInto('activity_files').values(row).execute()

export const saveCaption = (trx: Trx, { school }: Scope, id: string, caption: string) =>
  trx.updateTable('activity_files').set({ caption }).where('school_id', '=', school).where('id', '=', id).execute()

/** The row that was there; none where somebody else took it down. */
export const removeFile = (trx: Trx, { school }: Scope, id: string) =>
  trx
    .deleteFrom('activity_files')
    .where('school_id', '=', school)
    .where('id', '=', id)
    .returning(['file_id as fileId', 'thumbnail_id as thumbnailId'])
    .executeTakeFirst()

/** Where the bytes are: they lie with who holds it, so the database itself says who else opens them. */
export const contentOf = async (trx: Trx, id: string, small: boolean): Promise<{ sha256: string; key_id: string } | undefined> =>
  (await sql<{ sha256: string; key_id: string }>`select sha256, key_id from activity_file(${id}::uuid, ${small})`.execute(trx)).rows[0]
