/** Single records that members report themselves. */
import { z } from 'zod'
import { Id, IsoDay, procedure, refusals } from '../../../kernel/contract.ts'
import { pageInput, pageOf } from '../../../kernel/paging.ts'
import { Lines } from '../../../kernel/writable.ts'
import { confirmReportRefusals, reportBases, reportRefusals, reportStates, settleRefusals, withdrawRefusals } from '../rules.ts'
import { Details, DetailsOf } from './records.ts'

const count = z.number().int()
const tags = ['education']

/** What is on its way and not yet counted. */
export const Waiting = z
  .object({
    item: z.string(),
    kind: z.enum(['signed', 'reported', 'returned']).describe('已签到而支部没有结束登记；已申报而没有确认；申报被退回'),
    id: Id.describe('活动，或申报'),
    doneOn: IsoDay,
    what: z.string().describe('活动名称，或申报的内容'),
    reason: z.string().nullable().describe('退回的原因'),
  })
  .meta({ id: 'ItemWaiting' })
export type Waiting = z.infer<typeof Waiting>

export const ReportView = z
  .object({
    id: Id,
    item: z.string(),
    doneOn: IsoDay,
    basis: z.enum(reportBases),
    details: DetailsOf,
    evidence: z.string(),
    madeUp: z.boolean().describe('本人说是补做'),
    state: z.enum(reportStates),
    reason: z.string().nullable(),
    reportedAt: z.iso.datetime(),
  })
  .meta({ id: 'ItemReport' })
export type ReportView = z.infer<typeof ReportView>

export const ReportRow = ReportView.extend({
  graduateId: Id,
  name: z.string(),
  studentNumber: z.string(),
  branchName: z.string(),
  own: z.boolean().describe('读者本人的申报，须由他人确认'),
  refusal: z.enum(confirmReportRefusals).nullable().describe('现在为什么不能确认'),
}).meta({ id: 'ItemReportRow' })
export type ReportRow = z.infer<typeof ReportRow>

const many = z.object({ ids: z.array(Id).min(1).max(500) })
const refusedReport = <const Reasons extends readonly [string, ...string[]]>(reasons: Reasons) =>
  z.array(z.object({ id: Id, name: z.string(), reason: z.enum(reasons) }))

export const reportProcedures = {
  report: procedure({ permission: 'education:own', audit: 'item.reported' })
    .route({ method: 'POST', path: '/me/items/reports', tags, summary: '本人申报一项：捐的书、志愿服务时长，或在外地做的' })
    .input(
      z.object({
        item: z.string().max(60),
        doneOn: IsoDay,
        basis: z.enum(reportBases).default('other'),
        details: Details.default({}),
        evidence: Lines(200).default(''),
        madeUp: z.boolean().default(false).describe('补做：当时没有参加，事后补的'),
      }),
    )
    .output(ReportView)
    .errors(refusals(reportRefusals)),

  withdraw: procedure({ permission: 'education:own', audit: 'item-report.withdrawn' })
    .route({ method: 'POST', path: '/me/items/reports/{id}/withdrawal', tags, summary: '收回还没有确认的申报' })
    .input(z.object({ id: Id }))
    .output(ReportView)
    .errors(refusals(withdrawRefusals)),

  reports: procedure({ permission: 'education:read' })
    .route({ method: 'GET', path: '/education/reports', tags, summary: '待确认的申报，先报的在前' })
    .input(z.object({ cohortId: Id, unitId: Id.optional(), ...pageInput }))
    .output(pageOf(ReportRow)),

  confirmReports: procedure({ permission: 'education:confirm', audit: 'item-report.confirmed' })
    .route({
      method: 'POST',
      path: '/education/reports/confirmation',
      tags,
      summary: '确认申报，可成批；有一条不能确认就一条也不写，逐条说明原因',
    })
    .input(many)
    .output(z.object({ confirmed: count, refused: refusedReport(confirmReportRefusals) })),

  returnReports: procedure({ permission: 'education:confirm', audit: 'item-report.returned' })
    .route({ method: 'POST', path: '/education/reports/return', tags, summary: '退回申报，写明原因；本人会收到消息' })
    .input(many.extend({ reason: Lines(200) }))
    .output(z.object({ returned: count }))
    .errors(refusals(settleRefusals)),
}
