import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Version } from '../../kernel/contract.ts'
import { pageInput, pageOf } from '../../kernel/paging.ts'
import { levels, unitKinds } from '../orgs/rules.ts'
import { cellStates, decideRefusals, decideSteps, leftReasons, returnLevels, returnStates, returnTasks, submitRefusals } from './rules.ts'

const count = z.number().int()
const Task = z.enum(returnTasks)
const Who = { studentNumber: z.string(), name: z.string() }
const Column = z.object({ key: z.string(), label: z.string(), star: z.boolean() })

export const ReturnView = z
  .object({
    id: Id,
    version: Version,
    unitId: Id,
    unitName: z.string(),
    path: z.string(),
    task: Task,
    level: z.enum(returnLevels),
    ordinal: count,
    title: z.string(),
    state: z.enum(returnStates),
    rowCount: count.describe('0：本单位无'),
    supplementOf: Id.nullable(),
    supplementReason: z.string().nullable(),
    dueOn: IsoDay.nullable(),
    submittedOn: IsoDay,
    late: z.boolean(),
    submittedName: z.string(),
    decidedOn: IsoDay.nullable(),
    decidedName: z.string().nullable(),
    returnReason: z.string().nullable(),
    sha256: z.string(),
  })
  .meta({ id: 'Return' })
export type ReturnView = z.infer<typeof ReturnView>

const CellView = z.object({
  state: z.enum(cellStates),
  latestId: Id.nullable(),
  returns: count,
  rows: count.describe('已报且未退回的行数'),
  dueOn: IsoDay.nullable(),
  firstOn: IsoDay.nullable(),
  late: z.boolean(),
  overdue: z.boolean(),
})

export const MatrixView = z
  .object({
    tasks: z.array(z.object({ task: Task, title: z.string(), clause: z.string(), note: z.string().nullable() })),
    own: Id.nullable().describe('本人可以代表报送的单位'),
    units: z.array(
      z.object({
        unitId: Id,
        unitName: z.string(),
        kind: z.enum(unitKinds),
        level: z.enum(levels),
        path: z.string(),
        people: count,
        cells: z.record(Task, CellView),
      }),
    ),
  })
  .meta({ id: 'ReturnMatrix' })
export type MatrixView = z.infer<typeof MatrixView>

export const DifferenceView = z
  .object({
    added: z.array(z.object(Who)),
    removed: z.array(z.object(Who)),
    changed: z.array(
      z.object({
        ...Who,
        changes: z.array(
          z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() }).describe('null：敏感项，只说变了'),
        ),
      }),
    ),
  })
  .meta({ id: 'ReturnDifference' })
export type DifferenceView = z.infer<typeof DifferenceView>

export const ReturnPage = ReturnView.extend({
  columns: z.array(Column),
  rows: z.array(z.object({ ordinal: count, graduateId: Id, cells: z.record(z.string(), z.string()).describe('号码隐去') })),
  intact: z.boolean().describe('存下的各行与报送时的 SHA-256 一致'),
  sinceBefore: DifferenceView.nullable().describe('与此前所报相比；第一次报送为 null'),
  sinceThen: DifferenceView.describe('报送以后，现在的数据与它相比'),
  history: z.array(ReturnView).describe('同一单位同一张表的各次报送，从新到旧'),
  can: z.array(z.enum(decideSteps)),
}).meta({ id: 'ReturnPage' })
export type ReturnPage = z.infer<typeof ReturnPage>

const LeftOut = z.object({ graduateId: Id, ...Who, branchName: z.string(), why: z.enum(leftReasons) })

export const PreviewView = z
  .object({
    unitId: Id,
    unitName: z.string(),
    task: Task,
    level: z.enum(returnLevels),
    title: z.string(),
    columns: z.array(Column),
    dueOn: IsoDay.nullable(),
    ordinal: count,
    rows: z.array(
      z.object({
        graduateId: Id,
        ...Who,
        cells: z.record(z.string(), z.string()),
        gaps: z.array(z.string()).describe('必填而未填的栏'),
      }),
    ),
    leftOut: z.array(LeftOut),
    alreadyReported: count.describe('已在此前报送中的人数'),
    refusal: z.enum(submitRefusals).nullable().describe('现在不能报送的原因；supplement 和 zero 按传入的算'),
    fingerprint: z.string().describe('报送时带上：预览之后有变动就不报'),
    branches: z.array(z.object({ unitName: z.string(), handedIn: z.boolean() })).describe('总支：各支部是否已交'),
  })
  .meta({ id: 'ReturnPreview' })
export type PreviewView = z.infer<typeof PreviewView>

const Choice = {
  cohortId: Id,
  task: Task,
  supplement: z.string().trim().max(200).optional().describe('补报理由；附件2 分批报送不用'),
  zero: z.boolean().default(false).describe('声明本单位无'),
}
const tags = ['submissions']
const decided = { ...refusals(decideRefusals), ...conflict }

export const submissionsContract = {
  matrix: procedure({ permission: 'submissions:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/submissions/matrix', tags, summary: '各单位三张表的报送情况' })
    .input(z.object({ cohortId: Id }))
    .output(MatrixView),

  export: procedure({ permission: 'submissions:read', audit: 'submissions.exported', renders: true })
    .route({ method: 'POST', path: '/cohorts/{cohortId}/submissions/matrix/export', tags, summary: '导出各单位的报送情况（xlsx）' })
    .input(z.object({ cohortId: Id }))
    .output(z.file()),

  list: procedure({ permission: 'submissions:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/submissions', tags, summary: '各次报送，从新到旧' })
    .input(z.object({ cohortId: Id, unitId: Id.optional(), task: Task.optional(), state: z.enum(returnStates).optional(), ...pageInput }))
    .output(pageOf(ReturnView)),

  get: procedure({ permission: 'submissions:read' })
    .route({ method: 'GET', path: '/submissions/{id}', tags, summary: '一次报送：冻结的各行（号码隐去）、与此前及现在的差异、可办的事' })
    .input(z.object({ id: Id }))
    .output(ReturnPage),

  preview: procedure({ permission: 'submissions:submit' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/submissions/preview', tags, summary: '现在报送会冻结哪些行，哪些不在其中、为什么' })
    .input(z.object(Choice))
    .output(PreviewView),

  submit: procedure({ permission: 'submissions:submit', audit: 'submission.submitted' })
    .route({
      method: 'POST',
      path: '/cohorts/{cohortId}/submissions',
      tags,
      summary: '报送：冻结各行；总支报附件2即把已核的人员转到组织部',
    })
    .input(z.object({ ...Choice, fingerprint: z.string().max(100) }))
    .output(ReturnView)
    .errors(refusals(submitRefusals)),

  accept: procedure({ permission: 'submissions:decide', audit: 'submission.accepted' })
    .route({ method: 'POST', path: '/submissions/{id}/acceptance', tags, summary: '接收一次报送' })
    .input(z.object({ id: Id, version: Version }))
    .output(ReturnView)
    .errors(decided),

  sendBack: procedure({ permission: 'submissions:decide', audit: 'submission.returned' })
    .route({ method: 'POST', path: '/submissions/{id}/return', tags, summary: '退回一次报送，写明原因；它的补报一并退回' })
    .input(z.object({ id: Id, version: Version, reason: z.string().trim().max(500) }))
    .output(ReturnView)
    .errors(decided),

  download: procedure({ permission: 'submissions:read', audit: 'submission.exported', renders: true })
    .route({ method: 'POST', path: '/submissions/{id}/form', tags, summary: '下载报送的表（xlsx）；完整号码须有权限并写明理由' })
    .input(z.object({ id: Id, reason: z.string().trim().min(4).max(200).optional().describe('写明理由即给完整号码，须有 roster:reveal') }))
    .output(z.file()),
}
