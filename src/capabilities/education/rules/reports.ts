/** What a member reports of the five items, and what the branch makes of it. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { type AskedItem, type ConfirmFacts, confirmRefusals, type Done, itemStanding, mayConfirm } from './items.ts'
import type { Said } from './records.ts'

export const reportStates = ['waiting', 'confirmed', 'returned', 'withdrawn'] as const
export type ReportState = (typeof reportStates)[number]

export const reportStateNames: Record<ReportState, string> = {
  waiting: '待确认',
  confirmed: '已确认',
  returned: '已退回',
  withdrawn: '已收回',
}

export const reportRefusals = [...confirmRefusals, 'already-reported', 'too-many-waiting'] as const
export type ReportRefusal = (typeof reportRefusals)[number]

export type ReportFacts = Omit<ConfirmFacts, 'own'> & {
  /** Days of this member and item that wait already. */
  waitingOn: readonly Day[]
}

/** Of one item: nobody did more that the branch has not looked at, and nobody fills its queue. */
export const MOST_WAITING = 20

/** A member reports what the branch could confirm, once for each day. */
export function mayReport({ waitingOn, ...facts }: ReportFacts, today: Day): Decision<Said, ReportRefusal> {
  const decision = mayConfirm({ ...facts, own: false }, today)
  if (!decision.allowed) return decision
  if (decision.value.basis === 'exempt') return refuse('not-exempt')
  if (waitingOn.includes(facts.doneOn)) return refuse('already-reported')
  return waitingOn.length >= MOST_WAITING ? refuse('too-many-waiting') : decision
}

export const settleRefusals = ['not-waiting', 'own-record', 'reason-missing'] as const
export type SettleRefusal = (typeof settleRefusals)[number]
export const confirmReportRefusals = [...confirmRefusals, 'not-waiting'] as const
export type ConfirmReportRefusal = (typeof confirmReportRefusals)[number]

type SettleFacts = { state: ReportState; own: boolean }

/** Nobody settles their own; what was settled stays so. */
export const maySettle = ({ state, own }: SettleFacts): Decision<true, Exclude<SettleRefusal, 'reason-missing'>> => {
  if (own) return refuse('own-record')
  return state === 'waiting' ? allow(true) : refuse('not-waiting')
}

export const mayReturn = (facts: SettleFacts & { reason: string }): Decision<true, SettleRefusal> => {
  const decision = maySettle(facts)
  if (!decision.allowed) return decision
  return facts.reason.trim() === '' ? refuse('reason-missing') : allow(true)
}

/** Why a report that waits can't be confirmed any more, whatever the branch thinks of it: the branch wrote the same down itself, or enough. */
export const closings = ['enough', 'already-confirmed'] as const
export type Closing = (typeof closings)[number]

/** As the member reads it. */
export const closingReasons: Record<Closing, string> = {
  enough: '这一项已经够了',
  'already-confirmed': '这一天的这一项支部已经确认',
}
/** Nobody gave it back: what was confirmed meanwhile did. */
export const CLOSED_BY = '系统'

export function closingOf(item: AskedItem, { doneOn }: Pick<Done, 'doneOn'>, confirmed: readonly Done[]): Closing | null {
  const same = confirmed.filter(done => done.item === item.key)
  if (same.some(done => done.doneOn === doneOn)) return 'already-confirmed'
  return item.required > 0 && itemStanding(item, same).complete ? 'enough' : null
}

export const withdrawRefusals = ['not-waiting'] as const
export const mayWithdraw = (state: ReportState): Decision<true, 'not-waiting'> =>
  state === 'waiting' ? allow(true) : refuse('not-waiting')
