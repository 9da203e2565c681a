import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Version } from '../../kernel/contract.ts'
import { pageInput, pageOf } from '../../kernel/paging.ts'
import { RichTextSchema } from '../../kernel/rich-text-schema.ts'
import { Line, Lines } from '../../kernel/writable.ts'
import { followingContract } from './contract/following.ts'
import { NoticeFile, NoticeRow, NoticeView, TaskKey } from './contract/views.ts'
import { acknowledgeRefusals, FILE_BYTES, fileRefusals, forwardRefusals, MOST_DUTIES, noticeStates, stepRefusals } from './rules.ts'

export * from './contract/views.ts'

const tags = ['notices']
const one = z.object({ id: Id })
const step = one.extend({ version: Version })
const read = 'notices:read'
const issue = 'notices:issue'
const reason = Lines(200)

const Duty = z.object({ text: Line(200).min(1), dueOn: IsoDay, task: TaskKey.default(null) })
const Duties = z.array(Duty).max(MOST_DUTIES)

const Draft = z.object({
  title: Line(120).default(''),
  number: Line(60).default(''),
  issuer: Line(120).default(''),
  contactName: Line(60).default(''),
  contactPhone: Line(60).default('').describe('组织部的工作电话'),
  text: RichTextSchema,
  unitIds: z.array(Id).max(500).default([]).describe('发给哪些二级党组织；空为全部'),
  duties: Duties.default([]),
  amends: Id.nullable().default(null).describe('更正哪一份已印发的通知'),
})

const stepped = { ...refusals(stepRefusals), ...conflict }
const Files = z.object({ files: z.array(NoticeFile) })

export const noticesContract = {
  list: procedure({ permission: read })
    .route({ method: 'GET', path: '/notices', tags, summary: '本届的通知：草稿在前，再按印发日从近到远' })
    .input(
      z.object({
        cohortId: Id,
        state: z.enum(noticeStates).optional(),
        todo: z.boolean().default(false).describe('只看本单位还有事没办的'),
        ...pageInput,
      }),
    )
    .output(pageOf(NoticeRow)),

  get: procedure({ permission: read })
    .route({ method: 'GET', path: '/notices/{id}', tags, summary: '一份通知' })
    .input(one)
    .output(NoticeView),

  add: procedure({ permission: issue, audit: 'notice.drafted' })
    .route({ method: 'POST', path: '/notices', tags, summary: '拟通知（草稿）' })
    .input(Draft.extend({ cohortId: Id }))
    .output(NoticeView)
    .errors(refusals(['wrong-state'])),

  change: procedure({ permission: issue, audit: 'notice.changed' })
    .route({ method: 'POST', path: '/notices/{id}', tags, summary: '改草稿；印发以后不再改，有错另发更正' })
    .input(Draft.extend(step.shape))
    .output(NoticeView)
    .errors(stepped),

  drop: procedure({ permission: issue, audit: 'notice.dropped' })
    .route({ method: 'POST', path: '/notices/{id}/removal', tags, summary: '删去草稿和它的附件' })
    .input(step)
    .output(z.object({}))
    .errors(stepped),

  issue: procedure({ permission: issue, audit: 'notice.issued' })
    .route({ method: 'POST', path: '/notices/{id}/issue', tags, summary: '印发：正文和附件就此固定，各单位收到' })
    .input(step)
    .output(NoticeView)
    .errors(stepped),

  withdraw: procedure({ permission: issue, audit: 'notice.withdrawn' })
    .route({ method: 'POST', path: '/notices/{id}/withdrawal', tags, summary: '撤回，写明原因；仍可阅读' })
    .input(step.extend({ reason }))
    .output(NoticeView)
    .errors(stepped),

  addFile: procedure({ permission: issue, audit: 'notice-file.added', renders: true })
    .route({ method: 'POST', path: '/notices/{id}/files', tags, summary: '传附件：PDF、docx、xlsx、pptx，20 MB 以内' })
    .input(one.extend({ file: z.file().max(2 * FILE_BYTES) }))
    .output(Files)
    .errors(refusals(fileRefusals)),

  removeFile: procedure({ permission: issue, audit: 'notice-file.removed' })
    .route({ method: 'POST', path: '/notices/files/{id}/removal', tags, summary: '从草稿撤下附件' })
    .input(one)
    .output(Files)
    .errors(refusals(fileRefusals)),

  file: procedure({ permission: read, renders: true })
    .route({ method: 'GET', path: '/notices/files/{id}', tags, summary: '附件，总是下载', outputStructure: 'detailed' })
    .input(one)
    .output(z.object({ headers: z.object({ 'content-disposition': z.string(), 'cache-control': z.string() }), body: z.file() })),

  open: procedure({ permission: read, audit: 'notice.read' })
    .route({ method: 'POST', path: '/notices/{id}/reading', tags, summary: '登记本人已读，第一次算' })
    .input(one)
    .output(z.object({ registered: z.boolean() })),

  acknowledge: procedure({ permission: 'notices:acknowledge', audit: 'notice.acknowledged' })
    .route({ method: 'POST', path: '/notices/{id}/acknowledgement', tags, summary: '本单位签收，一次' })
    .input(one)
    .output(NoticeView)
    .errors(refusals(acknowledgeRefusals)),

  forward: procedure({ permission: 'notices:forward', audit: 'notice.forwarded' })
    .route({ method: 'POST', path: '/notices/{id}/forwardings', tags, summary: '转发到党支部，附要求和任务；以后可以补充' })
    .input(
      one.extend({
        unitIds: z.array(Id).max(500).describe('这一次新发到的党支部'),
        remarks: Lines(2000).default(''),
        duties: Duties.default([]),
      }),
    )
    .output(NoticeView)
    .errors(refusals(forwardRefusals)),

  ...followingContract,
}
