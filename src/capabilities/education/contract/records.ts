/** What a confirmation says beside day and evidence. */
import { z } from 'zod'
import { Id, IsoDay } from '../../../kernel/contract.ts'
import { isWritable, Lines } from '../../../kernel/writable.ts'
import { itemRecords } from '../../plans/rules.ts'
import { bases, saidBases } from '../rules.ts'

const text = z.string().trim().max(120)

export const DetailsOf = z
  .object({
    title: text.optional().describe('书名'),
    isbn: z.string().trim().max(40).optional().describe('ISBN-10 或 ISBN-13，校验位须对'),
    receiver: text.optional().describe('受赠方'),
    hours: z.number().optional().describe('时长，按半小时'),
    place: text.optional(),
    what: text.optional().describe('服务内容'),
    alternative: z.string().max(60).optional().describe('方案里的替代方式'),
  })
  .meta({ id: 'ItemDetails' })

/** As it comes in: what is kept is shown as it is. */
export const Details = DetailsOf.refine(
  details => Object.values(details).every(said => typeof said !== 'string' || isWritable(said)),
  '有不能写入的字符',
)

export const Item = z.object({
  key: z.string(),
  name: z.string(),
  short: z.string(),
  required: z.number().int(),
  clause: z.string(),
  record: z.enum(itemRecords),
  minimum: z.number().nullable(),
  exempt: z.boolean(),
  alternatives: z.array(z.object({ key: z.string(), name: z.string() })),
})

export type Item = z.infer<typeof Item>

export const Cell = z.object({ graduateId: Id, item: z.string().max(60) })
/** What one cell rests on, as a person says it. */
export const said = {
  basis: z.enum(saidBases).default('other').describe('书、时长、替代方式、免，或只凭凭据'),
  details: Details.default({}),
}
export const proof = {
  doneOn: IsoDay,
  evidence: Lines(200).default('').describe('签到表、书名等可核对的凭据；免的写原因'),
  madeUp: z.boolean().default(false).describe('补做'),
}

export const ConfirmationView = z
  .object({
    id: Id,
    item: z.string(),
    doneOn: IsoDay,
    evidence: z.string(),
    basis: z.enum(bases),
    details: DetailsOf,
    activityId: Id.nullable().describe('计入的活动'),
    madeUp: z.boolean(),
    confirmedName: z.string(),
    confirmedAt: z.iso.datetime(),
    revoked: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'ItemConfirmation' })
export type ConfirmationView = z.infer<typeof ConfirmationView>
