import { z } from 'zod'
import { Id, IsoDay, procedure, refusals, Search } from '../../kernel/contract.ts'
import { pageInput, pageOf } from '../../kernel/paging.ts'
import { listsContract } from './contract/lists.ts'
import {
  AskedPaper,
  DossierDetail,
  DossierLine,
  Paper,
  ProblemCount,
  SavedCells,
  StepResult,
  seen,
  standingCounts,
  TroubleView,
  Version,
} from './contract/views.ts'
import { problems, standings, stepRefusals } from './rules.ts'

export type { ListView } from './contract/lists.ts'
export type { AskedPaper, DossierDetail, DossierLine, PaperCell, SavedCells, StepResult, TroubleView } from './contract/views.ts'

const tags = ['dossiers']
const Reason = z.string().trim().max(200)

const filters = {
  cohortId: Id,
  unitId: Id.optional(),
  search: Search.optional().describe('姓名、拼音、学号或袋号'),
  standing: z.enum(standings).optional(),
  problem: z.enum(problems).optional().describe('只看录入中、有这一类问题的'),
  postponed: z.boolean().optional().describe('只看暂不移交的'),
}

export const dossiersContract = {
  list: procedure({ permission: 'dossiers:read' })
    .route({ method: 'GET', path: '/dossiers', tags, summary: '装档：各人的材料、问题和到了哪一步' })
    .input(z.object({ ...filters, ...pageInput }))
    .output(
      pageOf(DossierLine).extend({
        checklist: z.array(AskedPaper),
        counts: standingCounts,
        problems: z.array(ProblemCount),
        dueOn: IsoDay.nullable(),
      }),
    ),

  progress: procedure({ permission: 'dossiers:read' })
    .route({ method: 'GET', path: '/dossiers/progress', tags, summary: '装档进度：各单位的人数、问题和期限' })
    .input(z.object({ cohortId: Id }))
    .output(
      z.array(
        standingCounts.extend({
          unitId: Id,
          unitName: z.string(),
          path: z.string(),
          problems: z.array(ProblemCount),
          dueOn: IsoDay.nullable(),
          late: z.boolean(),
        }),
      ),
    ),

  get: procedure({ permission: 'dossiers:read' })
    .route({ method: 'GET', path: '/dossiers/{graduateId}', tags, summary: '一个人的材料清单和经过' })
    .input(z.object({ graduateId: Id }))
    .output(DossierDetail),

  find: procedure({ permission: 'dossiers:read' })
    .route({ method: 'POST', path: '/dossiers/search', tags, summary: '扫条码或输入袋号、学号，找到一个人的材料' })
    .input(z.object({ cohortId: Id, typed: z.string().trim().min(1).max(60) }))
    .output(z.object({ graduateId: Id, name: z.string(), voided: z.boolean().describe('这个袋号已作废，材料换了袋') }).nullable()),

  enter: procedure({ permission: 'dossiers:edit', audit: 'dossier.entered' })
    .route({ method: 'POST', path: '/dossiers/papers', tags, summary: '录入各份材料，可成批；别人先改了的不覆盖，附上现在的内容' })
    .input(
      z.object({
        cells: z
          .array(z.object({ graduateId: Id, paper: z.string().max(60), version: Version, value: Paper }))
          .min(1)
          .max(4000),
      }),
    )
    .output(SavedCells),

  preview: procedure({ permission: 'dossiers:read' })
    .route({ method: 'POST', path: '/dossiers/preview', tags, summary: '先看：这一步对选中的人各会怎样' })
    .input(
      z.object({
        graduateIds: z.array(Id).min(1).max(2000),
        step: z.enum(['pack', 'check', 'send-back', 'postpone', 'resume', 'reopen']),
      }),
    )
    .output(
      z.array(
        z.object({
          graduateId: Id,
          name: z.string(),
          branchName: z.string(),
          version: Version,
          refused: z.enum(stepRefusals).nullable(),
          troubles: z.array(TroubleView),
        }),
      ),
    ),

  pack: procedure({ permission: 'dossiers:edit', audit: 'dossier.packed' })
    .route({ method: 'POST', path: '/dossiers/packings', tags, summary: '装档人签字，可成批；问题要逐条写明理由' })
    .input(
      z.object({
        people: z
          .array(z.object({ graduateId: Id, version: Version, explained: z.record(z.string().max(90), Reason).default({}) }))
          .min(1)
          .max(2000),
      }),
    )
    .output(StepResult),

  check: procedure({ permission: 'dossiers:edit', audit: 'dossier.checked' })
    .route({ method: 'POST', path: '/dossiers/checks', tags, summary: '核对人签字并编袋号，可成批；核对人不能是装档人' })
    .input(z.object({ people: seen }))
    .output(StepResult),

  sendBack: procedure({ permission: 'dossiers:edit', audit: 'dossier.sent-back' })
    .route({ method: 'POST', path: '/dossiers/returns', tags, summary: '退回重装并写明理由，封袋作废' })
    .input(z.object({ people: seen, reason: Reason }))
    .output(StepResult),

  postpone: procedure({ permission: 'dossiers:edit', audit: 'dossier.postponed' })
    .route({ method: 'POST', path: '/dossiers/postponements', tags, summary: '暂不移交并写明理由' })
    .input(z.object({ people: seen, reason: Reason }))
    .output(StepResult),

  resume: procedure({ permission: 'dossiers:edit', audit: 'dossier.resumed' })
    .route({ method: 'POST', path: '/dossiers/resumptions', tags, summary: '恢复移交' })
    .input(z.object({ people: seen }))
    .output(StepResult),

  reopen: procedure({ permission: 'dossiers:hand-over', audit: 'dossier.reopened' })
    .route({ method: 'POST', path: '/dossiers/reopenings', tags, summary: '已接收的材料重新打开并写明理由' })
    .input(z.object({ people: seen, reason: Reason }))
    .output(StepResult),

  labels: procedure({ permission: 'dossiers:edit', audit: 'dossier.printed', renders: true })
    .route({ method: 'POST', path: '/dossiers/labels', tags, summary: '档案袋标签（PDF，每页 2×5）' })
    .input(z.object({ graduateIds: z.array(Id).min(1).max(2000) }))
    .output(z.file().mime('application/pdf'))
    .errors(refusals(['no-bag'])),

  sheets: procedure({ permission: 'dossiers:edit', audit: 'dossier.printed', renders: true })
    .route({ method: 'POST', path: '/dossiers/sheets', tags, summary: '附件4 装档清单（PDF，每人一页，放入袋内）' })
    .input(z.object({ graduateIds: z.array(Id).min(1).max(2000) }))
    .output(z.file().mime('application/pdf')),

  export: procedure({ permission: 'dossiers:read', audit: 'dossiers.exported', renders: true })
    .route({ method: 'POST', path: '/dossiers/export', tags, summary: '按当前筛选导出装档情况（xlsx）' })
    .input(z.object(filters))
    .output(z.file()),

  lists: listsContract,
}
