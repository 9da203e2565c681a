/** What a receiver can say on the public page, and what it must bring to be heard. Says nothing about proof: the office checks. */
import { addMonths, type Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

export const receiptAnswers = ['received', 'relayed', 'not-ours'] as const
export type ReceiptAnswer = (typeof receiptAnswers)[number]

export const receiptAnswerNames: Record<ReceiptAnswer, string> = {
  received: '已接收',
  relayed: '已转往下级党组织',
  'not-ours': '非我处接收',
}

/** “请于一个月内寄回”: who took the letter in on its last day still has that long to say so. */
const MONTHS_TO_RETURN = 1
export const receiptUntil = (validUntil: Day): Day => addMonths(validUntil, MONTHS_TO_RETURN)

const narrow = (text: string) => text.normalize('NFKC')

/** Only the digits of a letter's number are compared: 〔〕 is on few keyboards, and the code has named the school. */
export const numberDigits = (text: string): string => narrow(text).replace(/\D/g, '')

export const lastFour = (text: string): string => narrow(text).replace(/\s/g, '').toUpperCase()

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?$/

/** 区号-号码-分机, or a mobile number, with one kind of hyphen; null where it is neither. */
export const officePhone = (text: string): string | null => {
  const number = narrow(text)
    .replace(/[‐-―−－—]/g, '-')
    .replace(/转|分机/g, '-')
    .replace(/[\s()]/g, '')
    .replace(/-+/g, '-')
    .replace(/^(?:\+|00)?86-?(?=[01]\d{9})/, '')
  return MOBILE.test(number) || LANDLINE.test(number) ? number : null
}

export const proofProblems = ['no-number', 'no-last-four'] as const
export type ProofProblem = (typeof proofProblems)[number]

export type Proof = { number: string; last4: string }

/** Before anything is sent: each field by what is wrong with it. */
export const proofProblem = ({ number, last4 }: Proof): Partial<Record<keyof Proof, ProofProblem>> => ({
  ...(numberDigits(number) === '' && { number: 'no-number' as const }),
  ...(!/^[0-9A-Z]{4}$/.test(lastFour(last4)) && { last4: 'no-last-four' as const }),
})

export const answerProblems = ['no-answer', 'no-organisation', 'no-reason', 'no-handler', 'no-phone', 'phone-form'] as const
export type AnswerProblem = (typeof answerProblems)[number]

export type Answering = { answer: ReceiptAnswer | null; relayedTo: string; reason: string; handler: string; phone: string; remark: string }
export type AnswerFields = Partial<Record<keyof Answering, AnswerProblem>>

/** What is said, ready to be kept: only what belongs to the answer. */
export type Answered = {
  answer: ReceiptAnswer
  relayedTo: string | null
  reason: string | null
  handler: string
  phone: string
  remark: string | null
}

const blank = (text: string) => text.trim() === ''

export const answerFields = ({ answer, relayedTo, reason, handler, phone }: Answering): AnswerFields => ({
  ...(answer === null && { answer: 'no-answer' as const }),
  ...(answer === 'relayed' && blank(relayedTo) && { relayedTo: 'no-organisation' as const }),
  ...(answer === 'not-ours' && blank(reason) && { reason: 'no-reason' as const }),
  ...(blank(handler) && { handler: 'no-handler' as const }),
  ...(officePhone(phone) === null && { phone: blank(phone) ? ('no-phone' as const) : ('phone-form' as const) }),
})

export const readAnswer = (said: Answering): Decision<Answered, AnswerProblem> => {
  const [problem] = Object.values(answerFields(said))
  if (problem) return refuse(problem)
  return allow({
    answer: said.answer!,
    relayedTo: said.answer === 'relayed' ? said.relayedTo.trim() : null,
    reason: said.answer === 'not-ours' ? said.reason.trim() : null,
    handler: said.handler.trim(),
    phone: officePhone(said.phone)!,
    remark: said.remark.trim() || null,
  })
}

/** 已转往下级党组织：某某街道党工委 */
export const answerInWords = ({ answer, relayedTo, reason }: Pick<Answered, 'answer' | 'relayedTo' | 'reason'>): string =>
  [receiptAnswerNames[answer], relayedTo ?? reason].filter(Boolean).join('：')
