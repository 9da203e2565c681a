import { z } from 'zod'
import { Id, IsoDay, procedure, refusals } from '../../kernel/contract.ts'
import { pageInputBy, pageOf } from '../../kernel/paging.ts'
import { Path, Shown } from '../transfers/contract.ts'
import { escalationLevels, lamps, sides, terms } from '../transfers/rules.ts'
import { namingRefusals, openTerms, signRefusals } from './rules.ts'

const count = z.number().int()
const tags = ['closing']
const Figures = z.record(z.enum(terms), count).describe('闭环等式各项的人数')

export const AccountView = z
  .object({ id: Id, onDay: IsoDay, signedName: z.string(), figures: Figures, changedSince: z.boolean().describe('签署以后人数有变动') })
  .meta({ id: 'FinalAccount' })
export type AccountView = z.infer<typeof AccountView>

const branch = { unitId: Id, unitName: z.string(), path: z.string(), total: count, beside: count, open: count, figures: Figures }

export const ClosingUnit = z
  .object({
    ...branch,
    direct: z.boolean(),
    branches: z.array(z.object(branch)),
    account: AccountView.nullable().describe('最近一次签署的最终账'),
    can: z.array(z.enum(['sign'])),
  })
  .meta({ id: 'ClosingUnit' })
export type ClosingUnit = z.infer<typeof ClosingUnit>

export const OpenPerson = z
  .object({
    graduateId: Id,
    transferId: Id.nullable(),
    name: z.string(),
    studentNumber: z.string(),
    branchName: z.string(),
    path: z.string(),
    term: z.enum(openTerms),
    state: Shown.nullable(),
    owner: z.enum(sides).nullable().describe('该谁办'),
    responsible: z.string().nullable().describe('责任老师；支部解散后是总支的跟进老师'),
    keptBy: z.string().nullable().describe('原支部解散后，由哪个总支跟进'),
    escalated: z.enum(escalationLevels).nullable().describe('没有动静，已升级到哪一级'),
    dueOn: IsoDay.nullable(),
    overdue: z.boolean(),
    lamps: z.array(z.enum(lamps)),
  })
  .meta({ id: 'OpenPerson' })
export type OpenPerson = z.infer<typeof OpenPerson>

export const DissolvingBranch = z
  .object({
    unitId: Id,
    unitName: z.string(),
    path: z.string(),
    aboveName: z.string(),
    dissolves: z.boolean().describe('离校后解散'),
    byName: z.boolean().describe('没有人定过，按名称（临时、毕业班）'),
    teacher: z.object({ accountId: Id, name: z.string(), phone: z.string().describe('办公电话') }).nullable(),
    leavingDay: IsoDay.nullable(),
    passed: z.boolean().describe('离校日已到，未了的已转交'),
    open: count,
    version: z.number().int().min(0).describe('0：没有人定过'),
    teachers: z.array(z.object({ id: Id, name: z.string() })).describe('可以指定的总支老师'),
    can: z.array(z.enum(['name'])),
  })
  .meta({ id: 'DissolvingBranch' })
export type DissolvingBranch = z.infer<typeof DissolvingBranch>

const filter = { cohortId: Id, path: Path.optional().describe('单位路径，含其下级'), term: z.enum(openTerms).optional() }

export const closingContract = {
  units: procedure({ permission: 'transfers:read' })
    .route({ method: 'GET', path: '/closing/units', tags, summary: '各党总支、直属支部的闭环等式，还差几人，最终账' })
    .input(z.object({ cohortId: Id }))
    .output(z.array(ClosingUnit)),

  open: procedure({ permission: 'transfers:read' })
    .route({ method: 'GET', path: '/closing/open', tags, summary: '谁还没有着落：该谁办、下一步、期限；最早到期的在前' })
    .input(z.object({ ...filter, ...pageInputBy(IsoDay, z.string().max(120), Id) }))
    .output(pageOf(OpenPerson)),

  export: procedure({ permission: 'transfers:read', audit: 'closing.exported', renders: true })
    .route({ method: 'POST', path: '/closing/open/export', tags, summary: '按当前筛选导出“谁还没有着落”（xlsx）' })
    .input(z.object(filter))
    .output(z.file()),

  dissolving: procedure({ permission: 'transfers:read' })
    .route({ method: 'GET', path: '/closing/dissolving', tags, summary: '离校后解散的支部，未了的接转由总支哪位老师跟进' })
    .input(z.object({ cohortId: Id }))
    .output(z.array(DissolvingBranch)),

  name: procedure({ permission: 'transfers:check', audit: 'keeper.named' })
    .route({ method: 'POST', path: '/closing/dissolving', tags, summary: '总支标明支部离校后是否解散，指定跟进老师；离校日已过的即刻转交' })
    .input(
      z.object({
        cohortId: Id,
        unitId: Id,
        version: z.number().int().min(0),
        dissolves: z.boolean(),
        accountId: Id.nullable().default(null),
        phone: z.string().trim().max(40).default(''),
      }),
    )
    .output(DissolvingBranch)
    .errors({ ...refusals(namingRefusals), CONFLICT: { status: 409, data: z.object({ version: z.number().int() }) } }),

  sign: procedure({ permission: 'submissions:submit', audit: 'final-account.signed' })
    .route({ method: 'POST', path: '/closing/accounts', tags, summary: '签署本单位的最终账：人人有着落才能签，签后内容固定' })
    .input(z.object({ cohortId: Id, unitId: Id }))
    .output(AccountView)
    .errors(refusals(signRefusals)),

  download: procedure({ permission: 'transfers:read', audit: 'final-account.downloaded', renders: true })
    .route({ method: 'POST', path: '/closing/accounts/{id}/pdf', tags, summary: '下载最终账（PDF），按签署时的内容排印' })
    .input(z.object({ id: Id }))
    .output(z.file().mime('application/pdf'))
    .errors(refusals(['purged'])),
}
