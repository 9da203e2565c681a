/** The pick-up register: who took the paper, when, how, and by which proof. Written once. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { LetterState } from './issue.ts'

export const handoverWays = [
  'self', // 本人
  'proxy', // 代领
  'confidential-mail', // 机要
  'courier', // 其他方式
] as const
export type HandoverWay = (typeof handoverWays)[number]

export const handoverNames: Record<HandoverWay, string> = {
  self: '本人',
  proxy: '代领',
  'confidential-mail': '机要',
  courier: '其他方式',
}

/** Where the taker signed: drawn on the screen, or with a pen on the list or the stub. */
export const signedWays = ['screen', 'paper'] as const
export type SignedWay = (typeof signedWays)[number]
export const signedNames: Record<SignedWay, string> = { screen: '屏幕上签名', paper: '纸面名单或存根上签名' }

/** How a proxy shows the authority: the paper photographed, or seen and taken in. */
export const authorities = ['scan', 'paper'] as const
export type Authority = (typeof authorities)[number]
export const authorityNames: Record<Authority, string> = { scan: '委托书已拍照上传', paper: '纸质委托书已收' }

/** What a way needs. */
export type HandoverNeed =
  | 'taker' // whose hands
  | 'mail-number' // 机要号, or the courier's company and number
  | 'signature'
  | 'relation' // of the proxy to the member
  | 'authority'
  | 'approval' // who of the 组织部 allowed it, and why

/** Which way needs what; asked in this order. */
export const handoverNeeds: Record<HandoverWay, readonly HandoverNeed[]> = {
  self: ['taker', 'signature'],
  proxy: ['taker', 'relation', 'authority', 'signature'],
  'confidential-mail': ['mail-number'],
  courier: ['mail-number', 'approval'],
}

export type Handover = {
  on: Day
  how: HandoverWay
  /** The taker; of mail its number. */
  by: string
  signed: SignedWay | null
  /** A signature was drawn. */
  drawn: boolean
  relation: string | null
  authority: Authority | null
  /** A photograph or PDF comes along. */
  scanned: boolean
  approvedBy: string | null
  reason: string | null
}

const lacksOf: Record<HandoverNeed, (given: Omit<Handover, 'on'>) => HandoverLack | null> = {
  taker: ({ by }) => (by.trim() ? null : 'nobody-named'),
  'mail-number': ({ by }) => (by.trim() ? null : 'no-mail-number'),
  signature: ({ signed, drawn }) => (signed === 'paper' || (signed === 'screen' && drawn) ? null : 'no-signature'),
  relation: ({ relation }) => (relation?.trim() ? null : 'no-relation'),
  authority: ({ authority, scanned }) => (authority === 'paper' || (authority === 'scan' && scanned) ? null : 'no-authority'),
  approval: ({ approvedBy, reason }) => (approvedBy?.trim() && reason?.trim() ? null : 'no-approval'),
}

export const handoverLacks = [
  'nobody-named',
  'no-mail-number',
  'no-signature',
  'no-relation',
  'no-authority',
  'no-approval',
  'one-signature-many-people',
] as const
export type HandoverLack = (typeof handoverLacks)[number]

/** The first thing that is still missing; `people`: how many members' letters go at once. */
export function handoverLack(given: Omit<Handover, 'on'>, people: number): HandoverLack | null {
  for (const need of handoverNeeds[given.how]) {
    const lack = lacksOf[need](given)
    if (lack) return lack
  }
  return given.how === 'self' && given.signed === 'screen' && people > 1 ? 'one-signature-many-people' : null
}

export const handoverRefusals = ['void', 'already-handed-over', 'before-issue', 'future-day', ...handoverLacks] as const
export type HandoverRefusal = (typeof handoverRefusals)[number]

type Facts = { state: LetterState; issuedOn: Day; pickedUpOn: Day | null }

export const mayHandOver = (
  { state, issuedOn, pickedUpOn }: Facts,
  handover: Handover,
  today: Day,
  people = 1,
): Decision<Handover, HandoverRefusal> => {
  if (state === 'voided') return refuse('void')
  if (pickedUpOn) return refuse('already-handed-over')
  if (handover.on < issuedOn) return refuse('before-issue')
  if (handover.on > today) return refuse('future-day')
  const lack = handoverLack(handover, people)
  return lack ? refuse(lack) : allow(handover)
}

type Told = Pick<Handover, 'how' | 'by' | 'relation' | 'approvedBy' | 'reason' | 'authority' | 'signed'>

/** One line for the ledger and the story: 代领：俞某（同班同学），纸质委托书已收，屏幕上签名. */
export const handoverInWords = ({ how, by, relation, authority, signed, approvedBy, reason }: Told): string =>
  [
    `${handoverNames[how]}：${by}${relation ? `（${relation}）` : ''}`,
    authority && authorityNames[authority],
    signed && signedNames[signed],
    approvedBy && `${approvedBy}批准${reason ? `（${reason}）` : ''}`,
  ]
    .filter(Boolean)
    .join('，')
