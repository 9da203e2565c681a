/** What stays of an activity: minutes, photographs, attachments. */
import { z } from 'zod'
import { conflict, Id, procedure, refusals, Version } from '../../../kernel/contract.ts'
import { RichTextSchema } from '../../../kernel/rich-text-schema.ts'
import { Line, Lines } from '../../../kernel/writable.ts'
import { FILE_BYTES, fileKinds, fileRefusals, MOST_CAPTION, writeRefusals } from '../rules.ts'

const tags = ['activities']
const hold = 'activities:hold'
const read = 'education:read'
const one = z.object({ id: Id })
const MOST_AT_ONCE = 10
const reason = z.enum(fileRefusals)

export const Minutes = z
  .object({
    text: RichTextSchema.describe('封闭的文档（JSON），没有 HTML'),
    version: Version,
    saved: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  })
  .meta({ id: 'Minutes' })
export type Minutes = z.infer<typeof Minutes>

export const ActivityFile = z
  .object({
    id: Id,
    kind: z.enum(fileKinds),
    name: z.string(),
    caption: z.string(),
    mime: z.string(),
    size: z.number().int(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    addedAt: z.iso.datetime(),
    addedBy: z.string(),
  })
  .meta({ id: 'ActivityFile' })
export type ActivityFile = z.infer<typeof ActivityFile>

/** What of the record a view of one activity tells. */
export const recordFields = {
  minutes: RichTextSchema.describe('活动记录：封闭的文档（JSON），没有 HTML'),
  minutesVersion: Version.describe('活动记录自己的版本，别的步骤不动它'),
  minutesSaved: Minutes.shape.saved,
  files: z.array(ActivityFile).describe('照片和附件，先传的在前'),
  mayWrite: z.boolean().describe('读者可以写活动记录'),
  mayAdd: z.array(z.enum(fileKinds)).describe('读者可以传的'),
  mayRemove: z.boolean(),
}

const Files = z.object({ files: z.array(ActivityFile) })

export const recordsContract = {
  writeMinutes: procedure({ permission: hold, audit: 'minutes.written' })
    .route({ method: 'POST', path: '/activities/{id}/minutes', tags, summary: '写活动记录；开始以后才写' })
    .input(one.extend({ version: Version, text: RichTextSchema }))
    .output(Minutes)
    .errors({ ...refusals(writeRefusals), ...conflict }),

  addPhotos: procedure({ permission: hold, audit: 'photos.added', renders: true })
    .route({
      method: 'POST',
      path: '/activities/{id}/photos',
      tags,
      summary: '传照片，可一次几张，合计 20 MB 以内：缩到长边 2048 像素，去掉拍摄地点等信息；不收的逐张说明',
    })
    .input(
      one.extend({
        files: z
          .array(z.file().max(2 * FILE_BYTES))
          .min(1)
          .max(MOST_AT_ONCE),
      }),
    )
    .output(Files.extend({ added: z.array(Id), refused: z.array(z.object({ name: z.string(), reason })) }))
    .errors(refusals(fileRefusals)),

  addAttachment: procedure({ permission: hold, audit: 'attachment.added', renders: true })
    .route({ method: 'POST', path: '/activities/{id}/attachments', tags, summary: '传附件：PDF、docx、xlsx、pptx，20 MB 以内' })
    .input(one.extend({ file: z.file().max(2 * FILE_BYTES) }))
    .output(Files)
    .errors(refusals(fileRefusals)),

  changeCaption: procedure({ permission: hold, audit: 'caption.changed' })
    .route({ method: 'POST', path: '/activities/files/{id}/caption', tags, summary: '改照片或附件的说明' })
    .input(one.extend({ caption: Line(MOST_CAPTION) }))
    .output(Files)
    .errors(refusals(['not-holder'])),

  removeFile: procedure({ permission: hold, audit: 'activity-file.removed' })
    .route({ method: 'POST', path: '/activities/files/{id}/removal', tags, summary: '撤下照片或附件，写明原因；文件删除' })
    .input(one.extend({ reason: Lines(200).min(1) }))
    .output(Files)
    .errors(refusals(['not-holder'])),

  file: procedure({ permission: read, renders: true })
    .route({
      method: 'GET',
      path: '/activities/files/{id}',
      tags,
      summary: '照片（thumbnail 为小图）或附件；附件总是下载',
      outputStructure: 'detailed',
    })
    .input(one.extend({ thumbnail: z.boolean().default(false) }))
    .output(z.object({ headers: z.object({ 'content-disposition': z.string(), 'cache-control': z.string() }), body: z.file() })),
}
