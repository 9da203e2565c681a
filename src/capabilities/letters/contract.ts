import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Search, Version } from '../../kernel/contract.ts'
import { pageInput, pageInputBy, pageOf } from '../../kernel/paging.ts'
import { listContract } from '../imports/contract.ts'
import { addresseeDoubts, addresseeKinds, addresseeSaveRefusals, handoverWays, standings, voidGrounds } from './rules.ts'

const count = z.number().int()

/** Why a sheet is not printed. */
export const printRefusals = ['void', 'outside', 'purged'] as const
export type PrintRefusal = (typeof printRefusals)[number]

const Standing = {
  standing: z.enum(standings),
  issuedOn: IsoDay,
  validUntil: IsoDay,
  daysLeft: count.describe('Negative once expired.'),
  pickedUpOn: IsoDay.nullable(),
  pickedUpHow: z.enum(handoverWays).nullable(),
  receivedOn: IsoDay.nullable(),
  voidedOn: IsoDay.nullable(),
  voidGround: z.enum(voidGrounds).nullable(),
}

export const LetterRow = z
  .object({
    id: Id,
    transferId: Id,
    serial: z.string().describe('0040；补录的写“补录”'),
    number: z.string().describe('岭示组介〔2023〕0040号'),
    outside: z.boolean().describe('补录：本系统启用前开具，没有纸面内容'),
    memberName: z.string(),
    unitName: z.string().nullable().describe('党总支或直属党支部'),
    addresseeName: z.string(),
    ...Standing,
  })
  .meta({ id: 'LetterRow' })
export type LetterRow = z.infer<typeof LetterRow>

export const LetterView = LetterRow.omit({ unitName: true })
  .extend({
    issuedName: z.string(),
    pickedUpBy: z.string().nullable(),
    voidNote: z.string().nullable(),
    paper: z
      .object({
        from: z.string(),
        to: z.string(),
        membership: z.string(),
        duesPaidTo: z.string(),
        validDays: count,
        idNumber: z.string().describe('只显示后四位'),
        phone: z.string().describe('只显示前三位和后四位'),
        withCode: z.boolean().describe('回执联印有二维码'),
      })
      .nullable()
      .describe('Null once the cohort’s sensitive data was purged, and for a letter of before this system.'),
    prints: z.array(z.object({ at: z.iso.datetime(), actorName: z.string() })),
    can: z.array(z.enum(['print'])),
  })
  .meta({ id: 'Letter' })
export type LetterView = z.infer<typeof LetterView>

export const OwnLetter = z.object({ id: Id, number: z.string(), addresseeName: z.string(), ...Standing }).meta({ id: 'OwnLetter' })
export type OwnLetter = z.infer<typeof OwnLetter>

const millimetres = z.number().min(-30).max(30)

export const lettersContract = {
  list: procedure({ permission: 'letters:read' })
    .route({ method: 'GET', path: '/letters', tags: ['letters'], summary: '介绍信台账，新号在前' })
    .input(
      z.object({
        cohortId: Id,
        search: Search.optional().describe('编号、姓名或抬头'),
        standing: z.enum(standings).optional(),
        ...pageInputBy(z.int().min(2000).max(9999), z.int().min(-999_999).max(999_999)),
      }),
    )
    .output(pageOf(LetterRow).extend({ counts: z.record(z.enum(['all', ...standings]), count) })),

  export: procedure({ permission: 'letters:read', audit: 'letters.exported', renders: true })
    .route({ method: 'POST', path: '/letters/export', tags: ['letters'], summary: '按当前筛选导出介绍信台账（xlsx）' })
    .input(z.object({ cohortId: Id, search: Search.optional(), standing: z.enum(standings).optional() }))
    .output(z.file()),

  series: procedure({ permission: 'letters:read' })
    .route({ method: 'GET', path: '/letters/series', tags: ['letters'], summary: '本年编号用到哪里，作废几封，有无缺号（全校范围）' })
    .output(
      z
        .object({
          year: count,
          usedTo: z.string().nullable(),
          voided: count,
          missing: z.array(z.string()).describe('最多列出 20 个'),
        })
        .nullable()
        .describe('Null for a reader of a part of the school.'),
    ),

  get: procedure({ permission: 'letters:read' })
    .route({ method: 'GET', path: '/letters/{id}', tags: ['letters'], summary: '一封介绍信：要点、领取、打印记录' })
    .input(z.object({ id: Id }))
    .output(LetterView),

  mine: procedure({ permission: 'transfers:own' })
    .route({ method: 'GET', path: '/me/letters', tags: ['letters'], summary: '本人的介绍信：编号、有效期、状态，不含内容' })
    .output(z.array(OwnLetter)),

  print: procedure({ permission: 'letters:issue', audit: 'letter.printed', renders: true })
    .route({ method: 'POST', path: '/letters/prints', tags: ['letters'], summary: '打印：一个 PDF，每封一页，按所给次序；每次打印留痕' })
    .input(
      z.object({
        ids: z.array(Id).min(1).max(2000),
        offset: z.object({ right: millimetres, down: millimetres }).optional().describe('打印机走纸偏差，毫米，向右、向下为正'),
      }),
    )
    .output(z.file().mime('application/pdf'))
    .errors(refusals(printRefusals)),
}

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
  })
  .meta({ id: 'AddresseeOption' })

export const AddresseeView = AddresseeOption.extend({
  nameReason: z.string().nullable(),
  orgCode: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  findings: z.array(z.object({ reason: z.enum(addresseeDoubts), severity: z.enum(['wrong', 'doubtful']) })).describe('对名称的提示'),
  version: Version,
}).meta({ id: 'Addressee' })
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
    .route({ method: 'GET', path: '/addressees/search', tags: ['addressees'], summary: '边输边找抬头，常用的在前' })
    .input(z.object({ search, limit: count.min(1).max(50).default(12) }))
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

  imports: listContract({
    path: '/addressees/imports',
    tag: 'addressee imports',
    permission: 'addressees:edit',
    committed: 'addressees.imported',
  }),
}
