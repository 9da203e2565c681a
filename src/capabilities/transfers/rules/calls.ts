/** Calls to a receiver, at the number of the dictionary: every one is kept, and only one that says 已接收 proves anything. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { wholeNumberIn } from '../../../kernel/whole-number.ts'
import type { CallDoubt } from '../../letters/rules.ts'
import type { Side, State } from './states.ts'

export const callOutcomes = ['received', 'passed-on', 'not-received', 'unknown-person', 'call-again', 'no-answer', 'wrong-number'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export const callOutcomeNames: Record<CallOutcome, string> = {
  received: '已接收',
  'passed-on': '已转往下级党组织',
  'not-received': '未收到',
  'unknown-person': '查无此人',
  'call-again': '对方请改日再问',
  'no-answer': '无人接听',
  'wrong-number': '号码不对',
}

/** Nobody of the organisation spoke. */
const unanswered: readonly CallOutcome[] = ['no-answer', 'wrong-number']

export const isAnswered = (outcome: CallOutcome): boolean => !unanswered.includes(outcome)

export const callRefusals = [
  'not-out',
  'own-case',
  'not-your-side',
  'not-in-dictionary',
  'no-phone',
  'number-changed',
  'needs-answerer',
  'number-in-words',
  'day-in-future',
] as const
export type CallRefusal = (typeof callRefusals)[number]

export const MAX_SAID = 500
export const MAX_ANSWERER = 40

const awaited: readonly State[] = ['in-transit', 'answered']
const callers: readonly Side[] = ['office', 'secondary']

export type Calling = { state: State; own: boolean; acting: readonly Side[]; receiver: { phone: string | null } | null }

/** Before anything is said: the same for the button. */
export function mayCall({ state, own, acting, receiver }: Calling): Decision<true, CallRefusal> {
  if (!acting.some(side => callers.includes(side))) return refuse('not-your-side')
  if (own) return refuse('own-case')
  if (!awaited.includes(state)) return refuse('not-out')
  if (receiver === null) return refuse('not-in-dictionary')
  return receiver.phone === null ? refuse('no-phone') : allow(true)
}

export type SaidCall = { outcome: CallOutcome; answeredBy: string; said: string }

/** Whoever vouches for something has a name; nobody's number is written among the words. */
export function decideCall(calling: Calling, { outcome, answeredBy, said }: SaidCall): Decision<true, CallRefusal> {
  const open = mayCall(calling)
  if (!open.allowed) return open
  if (isAnswered(outcome) && answeredBy === '') return refuse('needs-answerer')
  return wholeNumberIn(answeredBy) === null && wholeNumberIn(said) === null ? open : refuse('number-in-words')
}

/** Whether acceptance may rest on it. */
export const proves = ({ outcome, doubt }: { outcome: CallOutcome; doubt: CallDoubt | null }): boolean =>
  outcome === 'received' && doubt === null

/** 0571-… 无人接听；… */
export const callInWords = ({ phone, outcome, answeredBy, said }: SaidCall & { phone: string }): string =>
  [`${phone} ${callOutcomeNames[outcome]}`, answeredBy && `接电话的是 ${answeredBy}`, said].filter(Boolean).join('；')
