import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Search, Version, wordByWord } from '../../kernel/contract.ts'
import { pageInput, pageOf } from '../../kernel/paging.ts'
import { Line, Lines } from '../../kernel/writable.ts'
import { listContract } from '../imports/contract.ts'
import { recordsContract } from './contract/records.ts'
import { ActivityRow, ActivityView, AttendanceRow, OwnActivity, SignInCode, ThemeOverview } from './contract/views.ts'
import { activityStates, closeRefusals, markings, markRefusals, signRefusals, stepRefusals } from './rules.ts'

export { ActivityFile, Minutes } from './contract/records.ts'
export * from './contract/views.ts'

const count = z.number().int()
const tags = ['activities']
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const short = Line(120)

const Fields = z.object({
  kind: z.string().max(60).describe('方案里的活动类型'),
  title: Line(120).min(1),
  onDay: IsoDay,
  begins: Time,
  ends: Time.nullable().default(null),
  audience: z.array(Id).min(1).max(500).describe('面向哪些单位；上级单位包括它下面的全部支部'),
  place: short.default(''),
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
  host: short.default(''),
  speaker: short.default(''),
  recorder: short.default(''),
  about: Lines(2000).default(''),
})

const one = z.object({ id: Id })
const step = z.object({ id: Id, version: Version })
const hold = 'activities:hold'
const stepped = { ...refusals(stepRefusals), ...conflict }

export const activitiesContract = {
  list: procedure({ permission: 'education:read' })
    .route({ method: 'GET', path: '/activities', tags, summary: '教育活动：本单位举办的和要参加的，近的在前' })
    .input(
      z.object({
        cohortId: Id,
        from: IsoDay.optional(),
        until: IsoDay.optional(),
        state: z.enum(activityStates).optional(),
        kind: z.string().max(60).optional(),
        ...pageInput,
      }),
    )
    .output(pageOf(ActivityRow).extend({ kinds: z.array(z.object({ key: z.string(), name: z.string(), theme: z.boolean() })) })),

  get: procedure({ permission: 'education:read' })
    .route({ method: 'GET', path: '/activities/{id}', tags, summary: '一次活动' })
    .input(one)
    .output(ActivityView),

  overview: procedure({ permission: 'education:read' })
    .route({ method: 'GET', path: '/education/themes', tags, summary: '主题教育：各支部每种形式办了几次、到会多少' })
    .input(z.object({ cohortId: Id, missing: z.boolean().default(false).describe('只看有形式未开展的支部') }))
    .output(ThemeOverview),

  overviewSheet: procedure({ permission: 'education:read', audit: 'themes.exported', renders: true })
    .route({ method: 'POST', path: '/education/themes/export', tags, summary: '主题教育开展情况（xlsx）' })
    .input(z.object({ cohortId: Id, missing: z.boolean().default(false) }))
    .output(z.file()),

  add: procedure({ permission: hold, audit: 'activity.drafted' })
    .route({ method: 'POST', path: '/activities', tags, summary: '拟一次活动（草稿）；weeks 大于 0 时每周重复' })
    .input(Fields.extend({ cohortId: Id, weeks: z.int().min(0).max(20).default(0) }))
    .output(z.object({ ids: z.array(Id) })),

  change: procedure({ permission: hold, audit: 'activity.changed' })
    .route({ method: 'POST', path: '/activities/{id}', tags, summary: '修改；开始以后日期、类型和面向的单位不再改' })
    .input(Fields.extend({ id: Id, version: Version }))
    .output(ActivityView)
    .errors(stepped),

  announce: procedure({ permission: hold, audit: 'activity.announced' })
    .route({ method: 'POST', path: '/activities/{id}/announcement', tags, summary: '通知：要参加的人在“我的”看到' })
    .input(step)
    .output(ActivityView)
    .errors(stepped),

  open: procedure({ permission: hold, audit: 'activity.opened' })
    .route({ method: 'POST', path: '/activities/{id}/opening', tags, summary: '开始签到' })
    .input(step)
    .output(ActivityView)
    .errors(stepped),

  record: procedure({ permission: hold, audit: 'activity.recorded' })
    .route({ method: 'POST', path: '/activities/{id}/record', tags, summary: '各支部签到表都已结束，归入记录' })
    .input(step)
    .output(ActivityView)
    .errors(stepped),

  cancel: procedure({ permission: hold, audit: 'activity.cancelled' })
    .route({ method: 'POST', path: '/activities/{id}/cancellation', tags, summary: '取消，写明原因' })
    .input(step.extend({ reason: Lines(200) }))
    .output(ActivityView)
    .errors(stepped),

  ...recordsContract,

  people: procedure({ permission: 'education:read' })
    .route({ method: 'GET', path: '/activities/{id}/people', tags, summary: '签到表：应到的人和各人的情况' })
    .input(one.extend({ unitId: Id.optional(), search: Search.optional() }))
    .output(z.array(AttendanceRow)),

  watch: procedure({ permission: 'education:read', renders: true })
    .route({ method: 'GET', path: '/activities/{id}/watch', tags, summary: '签到有变化时告知（server-sent events）' })
    .input(one)
    .output(wordByWord(z.object({ there: count }))),

  mark: procedure({ permission: hold, audit: 'attendance.marked' })
    .route({
      method: 'POST',
      path: '/activities/{id}/marks',
      tags,
      summary: '支部登记：到会、迟到、请假、补课，可成批；有一人不能登记就一人也不登记',
    })
    .input(
      one.extend({
        graduateIds: z.array(Id).min(1).max(2000),
        marking: z.enum(markings),
        reason: Lines(200).default(''),
      }),
    )
    .output(z.object({ marked: count, refused: z.array(z.object({ graduateId: Id, name: z.string(), reason: z.enum(markRefusals) })) })),

  close: procedure({ permission: 'education:confirm', audit: 'attendance.closed' })
    .route({ method: 'POST', path: '/activities/{id}/closings', tags, summary: '结束一个支部的签到登记：到会的计入五个一' })
    .input(one.extend({ unitId: Id }))
    .output(z.object({ counted: count.describe('计入的项数'), there: count }))
    .errors(refusals(closeRefusals)),

  code: procedure({ permission: hold })
    .route({ method: 'GET', path: '/activities/{id}/code', tags, summary: '现在的签到码，二维码 20 秒内有效' })
    .input(one)
    .output(SignInCode)
    .errors(refusals(['not-begun', 'over'])),

  sheet: procedure({ permission: 'education:read', audit: 'attendance.exported', renders: true })
    .route({ method: 'POST', path: '/activities/{id}/sheet', tags, summary: '签到表（xlsx）' })
    .input(one)
    .output(z.file()),

  imports: listContract({
    path: '/activity-lists/imports',
    tag: 'activity imports',
    permission: hold,
    committed: 'attendance-list.imported',
  }),

  mine: procedure({ permission: 'education:own' })
    .route({ method: 'GET', path: '/me/activities', tags, summary: '本人要参加的和参加过的活动，近的在前' })
    .output(z.array(OwnActivity)),

  signIn: procedure({ permission: 'education:own', audit: 'attendance.signed' })
    .route({ method: 'POST', path: '/me/activities/sign-in', tags, summary: '签到：扫到的码，或活动与六位数字' })
    .input(z.union([z.object({ token: z.string().max(200) }), z.object({ id: Id, digits: z.string().max(6) })]))
    .output(OwnActivity)
    .errors(refusals(signRefusals)),

  signUp: procedure({ permission: 'education:own', audit: 'attendance.answered' })
    .route({ method: 'POST', path: '/me/activities/{id}/sign-up', tags, summary: '报名，或收回报名' })
    .input(one.extend({ coming: z.boolean() }))
    .output(OwnActivity)
    .errors(refusals(['not-invited', 'over', 'already-signed'])),
}
