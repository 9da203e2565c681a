import { z } from 'zod'
import { Id, procedure, refusals } from '../../../kernel/contract.ts'
import { Line } from '../../../kernel/writable.ts'
import { MOST_CAPTION, MOST_PHOTOS, PHOTO_BYTES, photoRefusals } from '../rules.ts'
import { NewsPhoto } from './views.ts'

const tags = ['news']
const one = z.object({ id: Id })
const Photos = z.object({ photos: z.array(NewsPhoto) })
const errors = refusals(photoRefusals)

export const photosContract = {
  addPhotos: procedure({ permission: 'news:write', audit: 'news-photos.added', renders: true })
    .route({
      method: 'POST',
      path: '/news/{id}/photos',
      tags,
      summary: '传照片，最多 12 张：缩到长边 2048 像素，去掉拍摄地点等信息；不收的逐张说明',
    })
    .input(
      one.extend({
        files: z
          .array(z.file().max(2 * PHOTO_BYTES))
          .min(1)
          .max(MOST_PHOTOS),
      }),
    )
    .output(Photos.extend({ refused: z.array(z.object({ name: z.string(), reason: z.enum(photoRefusals) })) }))
    .errors(errors),

  arrangePhotos: procedure({ permission: 'news:write', audit: 'news-photos.arranged' })
    .route({ method: 'POST', path: '/news/{id}/photos/arrangement', tags, summary: '照片的说明和顺序' })
    .input(one.extend({ photos: z.array(z.object({ id: Id, caption: Line(MOST_CAPTION) })).max(MOST_PHOTOS) }))
    .output(Photos)
    .errors(errors),

  removePhoto: procedure({ permission: 'news:write', audit: 'news-photo.removed' })
    .route({ method: 'POST', path: '/news/photos/{id}/removal', tags, summary: '从草稿撤下照片' })
    .input(one)
    .output(Photos)
    .errors(errors),

  photo: procedure({ permission: 'news:read', renders: true })
    .route({ method: 'GET', path: '/news/photos/{id}', tags, summary: '一张照片', outputStructure: 'detailed' })
    .input(one.extend({ thumbnail: z.boolean().default(false) }))
    .output(z.object({ headers: z.object({ 'content-disposition': z.string(), 'cache-control': z.string() }), body: z.file() })),
}
