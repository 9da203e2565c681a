import { z } from 'zod'
import { Id, IsoDay, procedure, refusals } from '../../../kernel/contract.ts'
import { answerProblems, receiptAnswers } from '../rules.ts'

/** `refused` is one word for everything: unknown, forged, wrong, switched off, run out. */
export const receiptRefusals = ['refused', 'locked', ...answerProblems] as const
export type ReceiptRefusal = (typeof receiptRefusals)[number]

const Proof = {
  code: z.string().max(200).describe('回执联二维码里的码'),
  number: z.string().max(80).describe('介绍信编号；括号和字可不写'),
  last4: z.string().max(20).describe('党员身份证号后四位'),
}
const Words = z.string().max(200)
const Answer = z.enum(receiptAnswers)

const Answered = z.object({ standing: z.literal('answered'), on: IsoDay, answer: Answer })
const Ended = z.discriminatedUnion('standing', [
  Answered,
  z.object({ standing: z.literal('voided'), on: IsoDay, reissued: z.boolean().describe('学校已另开新信') }),
  z.object({ standing: z.literal('received'), on: IsoDay }),
])

const Open = z.object({
  standing: z.literal('open'),
  number: z.string(),
  name: z.string(),
  addressee: z.string(),
  from: z.string(),
  to: z.string(),
  issuedOn: IsoDay,
  validUntil: IsoDay,
  committee: z.string(),
  today: IsoDay,
})

export const ReceiptStanding = z.discriminatedUnion('standing', [Open, ...Ended.options]).meta({ id: 'ReceiptStanding' })
export type ReceiptStanding = z.infer<typeof ReceiptStanding>

const Kept = z.object({ standing: z.literal('kept'), on: IsoDay, answer: Answer })
export const ReceiptOutcome = z.discriminatedUnion('standing', [Kept, ...Ended.options]).meta({ id: 'ReceiptOutcome' })
export type ReceiptOutcome = z.infer<typeof ReceiptOutcome>

export const receiptsContract = {
  open: procedure({ permission: 'public' })
    .route({ method: 'POST', path: '/receipts/opening', tags: ['receipts'], summary: '核对介绍信：编号和身份证后四位都相符才显示信上内容' })
    .input(z.object(Proof))
    .output(ReceiptStanding)
    .errors(refusals(receiptRefusals)),

  answer: procedure({ permission: 'public', audit: 'receipt.answered' })
    .route({ method: 'POST', path: '/receipts/answers', tags: ['receipts'], summary: '接收方网上回应；先到的一次有效，不作为接收凭据' })
    .input(
      z.object({
        ...Proof,
        answer: Answer,
        relayedTo: Words.default(''),
        reason: Words.default(''),
        handler: z.string().max(40),
        phone: z.string().max(40),
        remark: Words.default(''),
      }),
    )
    .output(ReceiptOutcome)
    .errors(refusals(receiptRefusals)),
}

/** As the school sees it. */
export const AnswerView = z
  .object({
    id: Id,
    letterId: Id,
    answer: Answer,
    relayedTo: z.string().nullable(),
    reason: z.string().nullable(),
    handler: z.string(),
    phone: z.string().nullable().describe('组织部看全号，其余只显示后四位；密钥销毁后为空'),
    remark: z.string().nullable(),
    on: IsoDay,
    reopened: z.boolean().describe('已不作数，或已登记转往下级：持信方可再答复'),
  })
  .meta({ id: 'ReceiverAnswer' })
export type AnswerView = z.infer<typeof AnswerView>
