import '../tables.ts'
import { type Insertable, sql } from 'kysely'
import type { Tables, Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

const kept = (trx: Trx, { school }: Scope) =>
  trx
    .selectFrom('news_photos')
    .select([
      'id',
      'news_id as newsId',
      'caption',
      'position',
      'name',
      'size',
      'width',
      'height',
      'sha256',
      'file_id as fileId',
      'thumbnail_id as thumbnailId',
    ])
    .where('school_id', '=', school)

/** In the order in which they are shown. Whoever asks has seen the draft. */
export const photosOf = (trx: Trx, scope: Scope, newsId: string) =>
  kept(trx, scope).where('news_id', '=', newsId).orderBy('position').orderBy('id').execute()
export type PhotoRecord = Awaited<ReturnType<typeof photosOf>>[number]

export const photoById = (trx: Trx, scope: Scope, id: string) => kept(trx, scope).where('id', '=', id).executeTakeFirst()

export const addPhoto = (trx: Trx, row: Insertable<Tables['news_photos']>) => trx.insertInto('news_photos').values(row).execute()

export const savePhoto = (trx: Trx, { school }: Scope, id: string, change: { caption: string; position: number }) =>
  trx.updateTable('news_photos').set(change).where('school_id', '=', school).where('id', '=', id).execute()

/** The files that were there. */
export const removePhotos = async (trx: Trx, { school }: Scope, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0
    ? []
    : (
        await trx
          .deleteFrom('news_photos')
          .where('school_id', '=', school)
          .where('id', 'in', ids)
          .returning(['file_id as fileId', 'thumbnail_id as thumbnailId'])
          .execute()
      ).flatMap(({ fileId, thumbnailId }) => [fileId, thumbnailId])

/** Where the bytes are: they lie with the unit, so the database itself says who else opens them. */
export const contentOf = async (trx: Trx, id: string, small: boolean): Promise<{ sha256: string; key_id: string } | undefined> =>
  (await sql<{ sha256: string; key_id: string }>`select sha256, key_id from news_photo(${id}::uuid, ${small})`.execute(trx)).rows[0]
