import { z } from 'zod'
import { Id, IsoDay, procedure, refusals as refusalsOf, Version } from '../../kernel/contract.ts'
import { pageInputBy, pageOf } from '../../kernel/paging.ts'
import { SCAN_BYTES, scanRefusals } from '../attachments/rules.ts'
import { listContract } from '../imports/contract.ts'
import {
  authorities,
  handoverRefusals,
  handoverWays,
  issueRefusals,
  SIGNATURE_FORM,
  SIGNATURE_LENGTH,
  signedWays,
  voidRefusals,
  voidSheets,
} from '../letters/rules.ts'
import { arrivalsContract } from './contract/arrivals.ts'
import { BatchResult, changed, IssueResult, LetterToHandOut, Stepped, ToIssue } from './contract/batches.ts'
import { differencesContract } from './contract/differences.ts'
import { TransferFilter, unit } from './contract/filter.ts'
import { followingContract } from './contract/following.ts'
import { DayField, FormInput, Given, Override } from './contract/form.ts'
import { ownPapersContract, papersContract } from './contract/papers.ts'
import { callsContract, picturesContract } from './contract/receipts.ts'
import { refusedWithClause } from './contract/refused.ts'
import { CaseView, count, TransferRow } from './contract/views.ts'
import { escalationLevels, refusals, type Step } from './rules.ts'

export type { ArrivalView } from './contract/arrivals.ts'
export { LetterToHandOut, type Stepped } from './contract/batches.ts'
export type { ChangeView } from './contract/changes.ts'
export type { DifferenceView } from './contract/differences.ts'
export type { AnswersInput, FormInput, Given } from './contract/form.ts'
export type { PapersView, PaperView } from './contract/papers.ts'
export type { CallView, PictureView, ReceiptView, ReceiverView, UnprovenRow } from './contract/receipt-views.ts'
export type { AttemptView, CaseView, EventView, TransferRow } from './contract/views.ts'
export { Path, Shown } from './contract/views.ts'

const tags = ['transfers']
const refused = { ...refusedWithClause(refusals), ...changed }
const Versioned = z.object({ id: Id, version: Version })
const Draft = FormInput.extend({ version: z.number().int().min(0).describe('0：还没有填过') })
const Reason = z.string().trim().min(4).max(200)
/** One side's steps, one case at a time and in a batch, under one permission and one audit verb. */
const stepsOf = <const Steps extends readonly [Step, ...Step[]]>(
  access: { permission: string; audit: string; path: string },
  steps: Steps,
  side: string,
) => {
  const { path, ...declared } = access
  const Step = z.enum(steps)
  return {
    step: procedure(declared)
      .route({ method: 'POST', path: `/transfers/{id}/${path}`, tags, summary: `${side}办理一件：一步` })
      .input(Versioned.extend({ step: Step, given: Given.default({}) }))
      .output(Stepped)
      .errors(refused),
    stepMany: procedure(declared)
      .route({
        method: 'POST',
        path: `/transfers/${path}`,
        tags,
        summary: `${side}成批办理：同一步。有一件不能办就一件也不办，逐件说明原因；dryRun 只预览`,
      })
      .input(
        z.object({ items: z.array(Versioned).min(1).max(2000), step: Step, given: Given.default({}), dryRun: z.boolean().default(false) }),
      )
      .output(BatchResult)
      .errors(changed),
  }
}

export const fillSteps = ['fill', 'mend', 'apply'] as const
export const checkSteps = ['branch-verify', 'branch-send-back', 'secondary-verify', 'secondary-send-back'] as const
export const feedbackSteps = ['pass', 'office-send-back', 'resume', 'recall', 'void', 'approve', 'decline'] as const
export const handleSteps = [
  'start',
  'set-answer-aside',
  'relay',
  'accept',
  'reject',
  'close',
  'accept-other',
  'reject-other',
  'confirm-internal',
  'decline-internal',
] as const

export const transfersContract = {
  list: procedure({ permission: 'transfers:read' })
    .route({ method: 'GET', path: '/transfers', tags, summary: '本单位毕业生党员的接转，按轻重缓急：逾期、到期日、姓名' })
    .input(TransferFilter.extend(pageInputBy(IsoDay, z.string(), Id)))
    .output(pageOf(TransferRow)),

  export: procedure({ permission: 'transfers:read', audit: 'transfers.exported', renders: true })
    .route({ method: 'POST', path: '/transfers/export', tags: tags, summary: '按当前筛选导出接转台账（xlsx）' })
    .input(TransferFilter)
    .output(z.file()),

  counts: procedure({ permission: 'transfers:read' })
    .route({ method: 'GET', path: '/transfers/counts', tags, summary: '按状态、去处、灯、待批申请的人数' })
    .input(z.object(unit))
    .output(
      z.object({
        all: count,
        beside: count.describe('组织关系从未在校的人数，不在等式内'),
        states: z.record(z.string(), count),
        terms: z.record(z.string(), count),
        lamps: z.record(z.string(), count),
        escalated: z.record(z.enum(escalationLevels), count).describe('升级到各级、还没有人办的'),
        arrivals: count.describe('本系统内他校转来、待接收的'),
        applications: z.record(z.string(), count).describe('待批的重办申请，按种类'),
        pictures: count.describe('附了回执照片待核的'),
        calls: count.describe('该打电话问的'),
        differences: count.describe('与党务系统不一致、还没有定的'),
      }),
    ),

  equation: procedure({ permission: 'transfers:read' })
    .route({ method: 'GET', path: '/transfers/equation', tags, summary: '闭环等式：各支部的人都在哪里' })
    .input(z.object(unit))
    .output(
      z.array(
        z.object({ unitId: Id, unitName: z.string(), path: z.string(), total: count, beside: count, terms: z.record(z.string(), count) }),
      ),
    ),

  get: procedure({ permission: 'transfers:read' })
    .route({ method: 'GET', path: '/transfers/{id}', tags, summary: '一件接转：各次记录和经过；也可用毕业生编号' })
    .input(z.object({ id: Id }))
    .output(CaseView),

  mine: {
    get: procedure({ permission: 'transfers:own' })
      .route({ method: 'GET', path: '/transfers/mine', tags, summary: '本人的接转' })
      .output(CaseView),
    save: procedure({ permission: 'transfers:own', audit: 'transfer.saved' })
      .route({ method: 'POST', path: '/transfers/mine/destination', tags, summary: '本人存去向草稿，缺项也可存' })
      .input(Draft)
      .output(CaseView)
      .errors(refused),
    submit: procedure({ permission: 'transfers:own', audit: 'transfer.filled' })
      .route({ method: 'POST', path: '/transfers/mine/submission', tags, summary: '本人提交去向，或改好再交' })
      .input(z.object({ version: Version }))
      .output(CaseView)
      .errors(refused),
    step: procedure({ permission: 'transfers:own', audit: 'transfer.filled' })
      .route({ method: 'POST', path: '/transfers/mine/steps', tags, summary: '本人撤回，或申请重办' })
      .input(z.object({ version: Version, step: z.enum(['withdraw', 'apply']), given: Given.default({}) }))
      .output(CaseView)
      .errors(refused),
    papers: ownPapersContract,
  },

  papers: papersContract,
  pictures: picturesContract,
  calls: callsContract,
  differences: differencesContract,
  following: followingContract,
  arrivals: arrivalsContract,

  fill: {
    save: procedure({ permission: 'transfers:fill', audit: 'transfer.saved' })
      .route({ method: 'POST', path: '/transfers/graduates/{graduateId}/destination', tags, summary: '代存去向草稿' })
      .input(Draft.extend({ graduateId: Id }))
      .output(CaseView)
      .errors(refused),
    ...stepsOf({ permission: 'transfers:fill', audit: 'transfer.filled', path: 'filling' }, fillSteps, '支部、总支代填'),
  },

  check: stepsOf({ permission: 'transfers:check', audit: 'transfer.checked', path: 'checking' }, checkSteps, '支部、总支核对'),

  feedback: {
    ...stepsOf({ permission: 'transfers:feedback', audit: 'transfer.decided', path: 'feedback' }, feedbackSteps, '组织部'),
    decidePaper: procedure({ permission: 'transfers:feedback', audit: 'transfer.paper-decided' })
      .route({ method: 'POST', path: '/transfers/{id}/paper', tags, summary: '组织部改判是否开纸质介绍信，或改转接范围，须写理由' })
      .input(
        Versioned.extend({
          exception: Reason.nullable().describe('例外开信的理由；空：撤销例外，按规则'),
          override: Override.nullable().optional().describe('改转接范围；空：按代码；不给：不变'),
        }),
      )
      .output(CaseView)
      .errors(refused),
  },

  handle: {
    ...stepsOf({ permission: 'transfers:handle', audit: 'transfer.handled', path: 'handling' }, handleSteps, '办理转出、登记结果'),
    worklist: procedure({ permission: 'transfers:handle', audit: 'transfer.revealed' })
      .route({ method: 'POST', path: '/transfers/worklist', tags, summary: '在党务系统逐人录入用的清单，号码完整；须写用途，逐人留痕' })
      .input(z.object({ ...unit, reason: Reason, ids: z.array(Id).max(500).optional().describe('只要这几件') }))
      .output(
        z.array(
          z.object({
            id: Id,
            version: Version,
            number: z.string(),
            branchName: z.string(),
            dueOn: IsoDay.nullable(),
            fields: z.array(z.object({ key: z.string(), label: z.string(), value: z.string() })).describe('按录入次序'),
          }),
        ),
      ),

    worklistFile: procedure({ permission: 'transfers:handle', audit: 'transfer.revealed', renders: true })
      .route({
        method: 'POST',
        path: '/transfers/worklist/file',
        tags,
        summary: '同一清单存成 xlsx，按外部系统的录入次序；号码完整，逐人留痕',
      })
      .input(z.object({ ...unit, reason: Reason }))
      .output(z.file()),
  },

  letters: {
    toIssue: procedure({ permission: 'letters:issue' })
      .route({ method: 'GET', path: '/transfers/letters', tags, summary: '待开的介绍信，按名册次序' })
      .input(z.object({ cohortId: Id }))
      .output(z.array(ToIssue)),
    issue: procedure({ permission: 'letters:issue', audit: 'letter.issued' })
      .route({
        method: 'POST',
        path: '/transfers/letters',
        tags,
        summary: '成批开介绍信：编号、冻结内容。有一件不能开就一件也不开；dryRun 只预览',
      })
      .input(z.object({ items: z.array(Versioned).min(1).max(2000), dryRun: z.boolean().default(false) }))
      .output(IssueResult)
      .errors({ ...refusalsOf(issueRefusals), ...changed }),
    void: procedure({ permission: 'letters:issue', audit: 'letter.voided' })
      .route({
        method: 'POST',
        path: '/transfers/{id}/letter/void',
        tags,
        summary: '作废未领走的信：开错的可再开，对方已在系统接收的不再开；编号留底',
      })
      .input(
        Versioned.extend({
          reason: z.string().trim().min(1).max(200),
          sheet: z.enum(voidSheets).optional().describe('印出的纸怎样了；必答'),
        }),
      )
      .output(Stepped)
      .errors({ ...refusedWithClause([...refusals, ...voidRefusals]), ...changed }),
    toHandOut: procedure({ permission: 'letters:read' })
      .route({ method: 'GET', path: '/transfers/letters/waiting', tags, summary: '已开具还没有交出的介绍信，按名册次序（支部、学号）' })
      .input(z.object(unit))
      .output(z.array(LetterToHandOut)),
    signList: procedure({ permission: 'letters:read', audit: 'sign-list.printed', renders: true })
      .route({ method: 'POST', path: '/transfers/letters/sign-list', tags, summary: '领取签字名单（PDF），每个支部另起一页' })
      .input(z.object(unit))
      .output(z.file().mime('application/pdf')),
    handOut: procedure({ permission: 'letters:issue', audit: 'letter.handed-out', renders: true })
      .route({ method: 'POST', path: '/transfers/letters/handovers', tags, summary: '登记信已领取，成批；有一件不能登记就一件也不登记' })
      .input(
        z.object({
          items: z.array(Versioned).min(1).max(2000),
          on: DayField,
          how: z.enum(handoverWays),
          by: z.string().trim().max(60).optional().describe('领取人；机要写机要编号，其他方式写快递公司和单号；本人领取可不写'),
          signed: z.enum(signedWays).default('paper').describe('screen：屏幕上签名，须带 signature'),
          signature: z
            .string()
            .max(SIGNATURE_LENGTH)
            .regex(SIGNATURE_FORM)
            .optional()
            .describe('笔画：一笔之内的点用空格分开，笔与笔用分号分开；900 × 300'),
          relation: z.string().trim().max(40).optional().describe('代领人和本人的关系'),
          authority: z.enum(authorities).optional().describe('委托书：paper 纸质已收，scan 随 scan 上传'),
          scan: z
            .file()
            .max(2 * SCAN_BYTES)
            .optional()
            .describe('委托书或签过字的名单：照片或 PDF'),
          approvedBy: z.string().trim().max(40).optional().describe('其他方式：组织部谁批准的'),
          reason: z.string().trim().max(200).optional().describe('其他方式：为什么'),
        }),
      )
      .output(BatchResult)
      .errors({ ...refusalsOf([...handoverRefusals, ...scanRefusals]), ...changed }),
  },

  results: listContract({
    path: '/transfers/imports/results',
    tag: 'external results',
    permission: 'transfers:handle',
    committed: 'external-results.imported',
  }),
  receipts: listContract({
    path: '/transfers/imports/receipts',
    tag: 'receipts',
    permission: 'transfers:handle',
    committed: 'receipts.imported',
  }),
}
