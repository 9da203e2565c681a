import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Version } from '../../kernel/contract.ts'
import { pageInput, pageOf } from '../../kernel/paging.ts'
import { RichTextSchema } from '../../kernel/rich-text-schema.ts'
import { Line, Lines } from '../../kernel/writable.ts'
import { photosContract } from './contract/photos.ts'
import { NewsRow, NewsView, UnitCounts } from './contract/views.ts'
import { countKeys, newsKinds, newsStates, stepRefusals } from './rules.ts'

export type { NewsPhoto, NewsRow, NewsView, UnitCounts } from './contract/views.ts'

const tags = ['news']
const one = z.object({ id: Id })
const step = one.extend({ version: Version })
const reason = Lines(1000)
const errors = { ...refusals(stepRefusals), ...conflict }

const Draft = z.object({
  kind: z.enum(newsKinds),
  title: Line(80).default(''),
  byline: Line(80).default('').describe('署名'),
  text: RichTextSchema,
  consentOn: IsoDay.nullable().default(null).describe('所写的人本人同意的日期；典型人物必填'),
})

const Period = { from: IsoDay.optional(), to: IsoDay.optional() }

export const newsContract = {
  list: procedure({ permission: 'news:read' })
    .route({ method: 'GET', path: '/news', tags, summary: '本届的稿件，最新的在前' })
    .input(
      z.object({
        cohortId: Id,
        unitId: Id.optional(),
        kind: z.enum(newsKinds).optional(),
        state: z.enum(newsStates).optional(),
        count: z.enum(countKeys).optional().describe('统计表里的一个数是哪些稿件'),
        ...Period,
        ...pageInput,
      }),
    )
    .output(pageOf(NewsRow)),

  get: procedure({ permission: 'news:read' })
    .route({ method: 'GET', path: '/news/{id}', tags, summary: '一篇稿件和它的经过' })
    .input(one)
    .output(NewsView),

  add: procedure({ permission: 'news:write', audit: 'news.drafted' })
    .route({ method: 'POST', path: '/news', tags, summary: '写稿（草稿，只有本单位看得到）' })
    .input(Draft.extend({ cohortId: Id }))
    .output(NewsView),

  change: procedure({ permission: 'news:write', audit: 'news.changed' })
    .route({ method: 'POST', path: '/news/{id}', tags, summary: '改草稿；退回的稿件一改就回到草稿' })
    .input(Draft.extend(step.shape))
    .output(NewsView)
    .errors(errors),

  drop: procedure({ permission: 'news:write', audit: 'news.dropped' })
    .route({ method: 'POST', path: '/news/{id}/removal', tags, summary: '删去没有送出过的草稿' })
    .input(step)
    .output(z.object({}))
    .errors(errors),

  submit: procedure({ permission: 'news:write', audit: 'news.submitted' })
    .route({ method: 'POST', path: '/news/{id}/submission', tags, summary: '送审：支部送总支，总支和直属支部送宣传部' })
    .input(step)
    .output(NewsView)
    .errors(errors),

  withdraw: procedure({ permission: 'news:write', audit: 'news.withdrawn' })
    .route({ method: 'POST', path: '/news/{id}/withdrawal', tags, summary: '采用以前撤回，回到草稿' })
    .input(step)
    .output(NewsView)
    .errors(errors),

  passOn: procedure({ permission: 'news:pass', audit: 'news.passed-on' })
    .route({ method: 'POST', path: '/news/{id}/passing', tags, summary: '总支同意，送宣传部' })
    .input(step)
    .output(NewsView)
    .errors(errors),

  giveBack: procedure({ permission: 'news:pass', audit: 'news.given-back' })
    .route({ method: 'POST', path: '/news/{id}/giving-back', tags, summary: '总支退回支部，写明理由' })
    .input(step.extend({ reason }))
    .output(NewsView)
    .errors(errors),

  receive: procedure({ permission: 'news:review', audit: 'news.received' })
    .route({ method: 'POST', path: '/news/{id}/receipt', tags, summary: '宣传部接收' })
    .input(step)
    .output(NewsView)
    .errors(errors),

  return: procedure({ permission: 'news:review', audit: 'news.returned' })
    .route({ method: 'POST', path: '/news/{id}/return', tags, summary: '宣传部退回修改，写明意见' })
    .input(step.extend({ reason }))
    .output(NewsView)
    .errors(errors),

  accept: procedure({ permission: 'news:review', audit: 'news.accepted' })
    .route({ method: 'POST', path: '/news/{id}/acceptance', tags, summary: '宣传部采用' })
    .input(step)
    .output(NewsView)
    .errors(errors),

  publish: procedure({ permission: 'news:review', audit: 'news.published' })
    .route({ method: 'POST', path: '/news/{id}/publications', tags, summary: '登记刊发：平台、链接、日期；可以再添' })
    .input(step.extend({ platform: Line(60).min(1), url: z.url({ protocol: /^https$/ }).max(500), onDay: IsoDay }))
    .output(NewsView)
    .errors(errors),

  document: procedure({ permission: 'news:read', audit: 'news.exported', renders: true })
    .route({ method: 'POST', path: '/news/{id}/document', tags, summary: '导出 docx：标题、署名、单位、正文和照片' })
    .input(one)
    .output(z.file()),

  pictures: procedure({ permission: 'news:read', audit: 'news.exported', renders: true })
    .route({ method: 'POST', path: '/news/{id}/pictures', tags, summary: '全部照片，打成一个 zip' })
    .input(one)
    .output(z.file()),

  counts: procedure({ permission: 'news:read' })
    .route({ method: 'GET', path: '/news/counts', tags, summary: '各单位的稿件数：报送、退回、采用、刊发、链接' })
    .input(z.object({ cohortId: Id, ...Period }))
    .output(z.array(UnitCounts)),

  exportCounts: procedure({ permission: 'news:read', audit: 'news.exported', renders: true })
    .route({ method: 'POST', path: '/news/counts/export', tags, summary: '统计表（xlsx）' })
    .input(z.object({ cohortId: Id, ...Period }))
    .output(z.file()),

  ...photosContract,
}
