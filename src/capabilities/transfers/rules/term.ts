import type { Day } from '../../../kernel/day.ts'
import type { Membership, Outcome, Reduction } from '../../roster/rules.ts'
import { isExpired, type TransferFacts } from './facts.ts'
import type { State } from './states.ts'

/** The terms of the closing equation: every member of the roster is in exactly one. */
export const terms = ['received', 'in-transit', 'in-school-process', 'internal', 'retained', 'delayed', 'reduced', 'unreported'] as const
export type Term = (typeof terms)[number]

export const termNames: Record<Term, string> = {
  received: '已接收',
  'in-transit': '在途',
  'in-school-process': '办理中',
  internal: '校内调整',
  retained: '保留/暂缓',
  delayed: '延期在校',
  reduced: '减员',
  unreported: '未报去向',
}

/** Whether the outcome of study alone settles the term. 结业, 肄业 and 退学 leave like everyone else; 参军 goes by its transfer. */
export const termOfOutcome: Record<Outcome, 'reduced' | 'delayed' | 'by-transfer'> = {
  'on-time': 'by-transfer',
  delayed: 'delayed',
  completed: 'by-transfer',
  incomplete: 'by-transfer',
  withdrawn: 'by-transfer',
  suspended: 'delayed', // 休学: still enrolled, so still here
  enlisted: 'by-transfer',
  deceased: 'reduced',
}

export const termOfMembership: Record<Membership, 'reduced' | 'by-transfer'> = {
  full: 'by-transfer',
  probationary: 'by-transfer',
  'probation-extended': 'by-transfer',
  'pending-approval': 'by-transfer',
  disqualified: 'reduced',
  suspended: 'by-transfer', // 停止党籍 is no end: the person is still counted
  'under-review': 'by-transfer',
}

export const termOfState: Record<State, Term> = {
  'to-fill': 'unreported',
  'branch-check': 'in-school-process',
  'secondary-check': 'in-school-process',
  verified: 'in-school-process',
  'office-check': 'in-school-process',
  'to-start': 'in-school-process',
  'to-issue': 'in-school-process',
  'in-transit': 'in-transit',
  answered: 'in-transit',
  received: 'received',
  closed: 'received',
  'sent-back': 'unreported', // to the member; to 支部 or 总支 it is still the school's work
  withdrawn: 'unreported',
  rejected: 'in-school-process',
  void: 'unreported',
  retained: 'retained',
  deferred: 'retained',
  internal: 'internal',
}

export type Standing = {
  outcome: Outcome
  membership: Membership
  reduction: Reduction | null
  transfer: Pick<TransferFacts, 'state' | 'tracks' | 'backTo' | 'application'> | null
}

const termOfTransfer = (transfer: Standing['transfer'], today: Day): Term => {
  if (!transfer) return 'unreported'
  if (transfer.application || isExpired(transfer, today)) return 'in-school-process'
  const atStaff = transfer.state === 'sent-back' && transfer.backTo !== null && transfer.backTo !== 'member'
  return atStaff ? 'in-school-process' : termOfState[transfer.state]
}

/** Where the relation stands: 减员 before 延期 before what the transfer says. */
export const termOf = ({ outcome, membership, reduction, transfer }: Standing, today: Day): Term => {
  if (reduction || termOfOutcome[outcome] === 'reduced' || termOfMembership[membership] === 'reduced') return 'reduced'
  return termOfOutcome[outcome] === 'delayed' ? 'delayed' : termOfTransfer(transfer, today)
}
