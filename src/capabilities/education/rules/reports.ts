/** What a member reports of the five items, and what the branch makes of it. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { type ConfirmFacts, confirmRefusals, mayConfirm } from './items.ts'
import type { Said } from './records.ts'

export const reportStates = ['waiting', 'confirmed', 'returned', 'withdrawn'] as const
export type ReportState = (typeof reportStates)[number]

export const reportStateNames: Record<ReportState, string> = {
  waiting: '待确认',
  confirmed: '已确认',
  returned: '已退回',
  withdrawn: '已收回',
}

export const reportRefusals = [...confirmRefusals, 'already-reported'] as const
export type ReportRefusal = (typeof reportRefusals)[number]

export type ReportFacts = Omit<ConfirmFacts, 'own'> & {
  /** Days of this member and item that wait already. */
  waitingOn: readonly Day[]
}

/** A member reports what the branch could confirm, once for each day. */
export function mayReport({ waitingOn, ...facts }: ReportFacts, today: Day): Decision<Said, ReportRefusal> {
  const decision = mayConfirm({ ...facts, own: false }, today)
  if (!decision.allowed) return decision
  if (decision.value.basis === 'exempt') return refuse('not-exempt')
  return waitingOn.includes(facts.doneOn) ? refuse('already-reported') : decision
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

export const withdrawRefusals = ['not-waiting'] as const
export const mayWithdraw = (state: ReportState): Decision<true, 'not-waiting'> =>
  state === 'waiting' ? allow(true) : refuse('not-waiting')
