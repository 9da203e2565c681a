/** The receipts desk as it is shown. */
import { z } from 'zod'
import { Id, IsoDay, Version } from '../../../kernel/contract.ts'
import { callDoubts } from '../../letters/rules.ts'
import { callOutcomes, callRefusals, methods, states } from '../rules.ts'

const count = z.number().int()
const Text = z.string().nullable()

export const PictureView = z
  .object({
    id: Id,
    mime: z.string(),
    size: count,
    addedAt: z.iso.datetime(),
    addedName: z.string(),
    can: z.array(z.enum(['open', 'remove'])),
  })
  .meta({ id: 'ReceiptPicture' })
export type PictureView = z.infer<typeof PictureView>

export const CallView = z
  .object({
    id: Id,
    attemptId: Id,
    on: IsoDay,
    phone: z.string().describe('拨打的号码：当时抬头库里的'),
    outcome: z.enum(callOutcomes),
    answeredBy: z.string(),
    said: z.string(),
    actorName: z.string(),
    proves: z.boolean().describe('可作接收凭据'),
    doubt: z.enum(callDoubts).nullable().describe('不能作凭据的缘由'),
  })
  .meta({ id: 'ReceiptCall' })
export type CallView = z.infer<typeof CallView>

export const ReceiverView = z
  .object({
    id: Id,
    version: Version,
    name: z.string(),
    contact: Text,
    phone: Text,
    doubt: z.enum(callDoubts).nullable().describe('您现在打去，不能作凭据的缘由'),
  })
  .meta({ id: 'ReceiverToCall' })
export type ReceiverView = z.infer<typeof ReceiverView>

/** Empty for the member: the story tells enough. */
export const ReceiptView = z
  .object({
    pictures: z.array(PictureView),
    mayAdd: z.boolean(),
    calls: z.array(CallView).describe('这次接转的回拨，从新到旧；没打通的也在'),
    receiver: ReceiverView.nullable().describe('抬头库里的接收党组织；空：库里没有'),
    mayCall: z.enum(['yes', ...callRefusals]).describe('现在能不能记一次回拨'),
  })
  .meta({ id: 'ReceiptDesk' })
export type ReceiptView = z.infer<typeof ReceiptView>

export const UnprovenRow = z
  .object({
    id: Id,
    graduateId: Id,
    name: z.string(),
    branchName: z.string(),
    method: z.enum(methods).nullable(),
    state: z.enum(states),
    letterNumber: Text,
    serial: Text,
    addressee: z.string().describe('信上、系统里的接收党组织'),
    receiver: ReceiverView.nullable(),
    since: IsoDay.describe('预计对方收到的日子'),
    days: count.describe('到今天几天'),
    calls: count,
    lastCall: CallView.nullable(),
    pictures: count.describe('等组织部核的回执照片'),
    can: z.array(z.enum(['call', 'accept'])),
  })
  .meta({ id: 'UnprovenTransfer' })
export type UnprovenRow = z.infer<typeof UnprovenRow>
