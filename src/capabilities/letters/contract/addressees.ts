import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Search, Version } from '../../../kernel/contract.ts'
import { pageInput, pageOf } from '../../../kernel/paging.ts'
import { listContract } from '../../imports/contract.ts'
import { alikeReasons } from '../rules/alike.ts'
import { addresseeDoubts, addresseeKinds, addresseeSaveRefusals } from '../rules.ts'

const count = z.number().int()

const AddresseeOption = z
  .object({
    id: Id,
    name: z.string(),
    kind: z.enum(addresseeKinds),
    divisionCode: z.string().nullable(),
    divisionName: z.string().nullable(),
    needsPaper: z.boolean().nullable(),
    verifiedOn: IsoDay.nullable(),
    used: count,
    accepted: count.describe('已接收的人次'),
    sameEmployer: count.describe('其中去同一单位的人次；没有给单位时为 0'),
    samePlace: z.boolean().describe('在同一地方，或接收过去那里的人'),
  })
  .meta({ id: 'AddresseeOption' })

export const AddresseeView = AddresseeOption.omit({ sameEmployer: true, samePlace: true })
  .extend({
    acceptedOn: IsoDay.nullable().describe('最近一次接收'),
    formerNames: z.array(z.string()).describe('合并进来的旧名称'),
    nameReason: z.string().nullable(),
    orgCode: z.string().nullable(),
    contact: z.string().nullable(),
    phone: z.string().nullable(),
    phoneDoubtedOn: IsoDay.nullable().describe('这天打去，接电话的不是这个党组织：待核实'),
    findings: z.array(z.object({ reason: z.enum(addresseeDoubts), severity: z.enum(['wrong', 'doubtful']) })).describe('对名称的提示'),
    version: Version,
  })
  .meta({ id: 'Addressee' })
export type AddresseeView = z.infer<typeof AddresseeView>

const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .default(null)
    .transform(text => text || null)

const fields = {
  name: z.string().trim().min(1).max(80),
  kind: z.enum(addresseeKinds),
  nameReason: optionalText(200).describe('名称有疑问而仍要保存时的说明'),
  divisionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null),
  orgCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullable()
    .default(null)
    .describe('12 位党组织代码'),
  needsPaper: z.boolean().nullable().default(null).describe('对方要求纸质介绍信；null：不清楚'),
  contact: optionalText(40),
  phone: optionalText(40),
}
const saved = { ...refusals([...addresseeSaveRefusals, 'name-taken', 'no-such-division']), ...conflict }
const search = Search.optional().describe('中文、全拼或首字母；多个词用空格隔开')

export const addresseesContract = {
  search: procedure({ permission: 'addressees:read' })
    .route({
      method: 'GET',
      path: '/addressees/search',
      tags: ['addressees'],
      summary: '边输边找抬头：接收过同一单位党员的在前，其次是当地的，再次常用的',
    })
    .input(
      z.object({
        search,
        employer: z.string().trim().max(120).optional().describe('去往单位：接收过该单位党员的在前'),
        divisionCode: z
          .string()
          .regex(/^\d{6}$/)
          .optional()
          .describe('接收党组织所在地：在当地的在前'),
        limit: count.min(1).max(50).default(12),
      }),
    )
    .output(z.array(AddresseeOption)),

  list: procedure({ permission: 'addressees:edit' })
    .route({ method: 'GET', path: '/addressees', tags: ['addressees'], summary: '抬头库，常用的在前' })
    .input(z.object({ search, kind: z.enum(addresseeKinds).optional(), ...pageInput }))
    .output(pageOf(AddresseeView)),

  export: procedure({ permission: 'addressees:edit', audit: 'addressees.exported', renders: true })
    .route({ method: 'POST', path: '/addressees/export', tags: ['addressees'], summary: '按当前筛选导出抬头库（xlsx）' })
    .input(z.object({ search, kind: z.enum(addresseeKinds).optional() }))
    .output(z.file()),

  create: procedure({ permission: 'addressees:edit', audit: 'addressee.added' })
    .route({ method: 'POST', path: '/addressees', tags: ['addressees'], summary: '新增抬头' })
    .input(z.object(fields))
    .output(AddresseeView)
    .errors(saved),

  save: procedure({ permission: 'addressees:edit', audit: 'addressee.changed' })
    .route({ method: 'POST', path: '/addressees/{id}', tags: ['addressees'], summary: '修改抬头；改名后需重新核实' })
    .input(z.object({ id: Id, version: Version, ...fields }))
    .output(AddresseeView)
    .errors(saved),

  verify: procedure({ permission: 'addressees:edit', audit: 'addressee.verified' })
    .route({ method: 'POST', path: '/addressees/{id}/verification', tags: ['addressees'], summary: '今天已向对方核实' })
    .input(z.object({ id: Id, version: Version }))
    .output(AddresseeView)
    .errors(conflict),

  alike: procedure({ permission: 'letters:issue' })
    .route({ method: 'GET', path: '/addressees/alike', tags: ['addressees'], summary: '可能重复的抬头，一组一组列出' })
    .output(z.object({ total: count, groups: z.array(z.object({ reason: z.enum(alikeReasons), entries: z.array(AddresseeView) })) })),

  merge: procedure({ permission: 'letters:issue', audit: 'addressee.merged' })
    .route({
      method: 'POST',
      path: '/addressees/{id}/merge',
      tags: ['addressees'],
      summary: '合并抬头：留下这一条，其余的名称作旧称；还没有开信、发起的接转改用留下的名称',
    })
    .input(
      z.object({
        id: Id,
        version: Version,
        others: z
          .array(z.object({ id: Id, version: Version }))
          .min(1)
          .max(20),
      }),
    )
    .output(AddresseeView)
    .errors(conflict),

  complete: procedure({ permission: 'letters:issue', audit: 'addressees.completed' })
    .route({ method: 'POST', path: '/addressees/completion', tags: ['addressees'], summary: '按行政区划补齐各级党委组织部，标为未核实' })
    .output(z.object({ added: count })),

  imports: listContract({
    path: '/addressees/imports',
    tag: 'addressee imports',
    permission: 'addressees:edit',
    committed: 'addressees.imported',
  }),
}
