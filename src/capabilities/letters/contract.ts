import { z } from 'zod'
import { Id, IsoDay, procedure, refusals, Search } from '../../kernel/contract.ts'
import { pageInputBy, pageOf } from '../../kernel/paging.ts'
import { printersContract } from './contract/printers.ts'
import { authorities, handoverWays, printKinds, signedWays, standings, voidGrounds } from './rules.ts'

export { AddresseeView, addresseesContract } from './contract/addressees.ts'

export {
  AnswerView,
  ReceiptOutcome,
  type ReceiptRefusal,
  ReceiptStanding,
  receiptRefusals,
  receiptsContract,
} from './contract/receipt.ts'

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

const Link = z.object({ id: Id, number: z.string() }).nullable()
const Reissue = { replaces: Link.describe('换开自哪一封'), replacedBy: Link.describe('作废后换开成哪一封') }

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
    ...Reissue,
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
    handover: z
      .object({
        signed: z.enum(signedWays).nullable(),
        relation: z.string().nullable(),
        authority: z.enum(authorities).nullable(),
        approvedBy: z.string().nullable(),
        reason: z.string().nullable(),
        together: count.describe('同一次交出几封'),
        enteredBy: z.string(),
        hasSignature: z.boolean(),
        hasScan: z.boolean(),
      })
      .nullable()
      .describe('领取登记；以前登记的没有这些'),
    prints: z.array(
      z.object({
        at: z.iso.datetime(),
        actorName: z.string(),
        kind: z.enum(printKinds),
        printerName: z.string().nullable(),
        jobSize: count.nullable().describe('同一批打印几封'),
      }),
    ),
    can: z.array(z.enum(['print', 'open-handover'])),
  })
  .meta({ id: 'Letter' })
export type LetterView = z.infer<typeof LetterView>

export const OwnLetter = z.object({ id: Id, number: z.string(), addresseeName: z.string(), ...Standing }).meta({ id: 'OwnLetter' })
export type OwnLetter = z.infer<typeof OwnLetter>

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
    .route({
      method: 'POST',
      path: '/letters/prints',
      tags: ['letters'],
      summary: '打印：一个 PDF，每封一页，按名册次序（支部、学号）；每次打印留痕',
    })
    .input(
      z.object({
        ids: z.array(Id).min(1).max(2000),
        kind: z.enum(printKinds).default('blank').describe('blank：空白 A4；overprint：套打，只印填写的字'),
        printerId: Id.nullable().default(null).describe('按哪台打印机的偏差移动；空：不移动'),
      }),
    )
    .output(z.file().mime('application/pdf'))
    .errors(refusals(printRefusals)),

  handoverFile: procedure({ permission: 'letters:issue', audit: 'handover.opened', renders: true })
    .route({ method: 'POST', path: '/letters/{id}/handover/file', tags: ['letters'], summary: '看领取登记留下的签名或凭据；留痕' })
    .input(z.object({ id: Id, which: z.enum(['signature', 'scan']) }))
    .output(z.file()),

  printers: printersContract,
}
