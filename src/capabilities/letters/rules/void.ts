/** When a letter may be voided, and on what ground. The number stays in the ledger: gaps come only from recorded voids. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { LetterState } from './issue.ts'

export const voidGrounds = [
  'original-returned', // 原信交回
  'declared-lost', // 遗失说明
  'sent-back', // 对方退回
  'issued-in-error', // 开错作废
  'not-needed', // 对方已在系统接收，信没有领走
] as const
export type VoidGround = (typeof voidGrounds)[number]

/** Three parts on one sheet: what is left of it when the letter is voided before anybody has taken it. */
export const voidSheets = ['not-printed', 'kept', 'incomplete'] as const
export type VoidSheet = (typeof voidSheets)[number]
export const voidSheetNames: Record<VoidSheet, string> = {
  'not-printed': '还没有打印',
  kept: '三联都已收回，留档',
  incomplete: '已打印，没有收齐',
}

export const voidRefusals = ['already-void', 'already-received', 'no-ground'] as const
export type VoidRefusal = (typeof voidRefusals)[number]

export type VoidFacts = {
  state: LetterState
  /** Acceptance is proven: from then on the receiver handles changes (C9). */
  received: boolean
}

export const mayVoid = (
  { state, received }: VoidFacts,
  ground: VoidGround | null,
): Decision<{ state: 'voided'; ground: VoidGround }, VoidRefusal> => {
  if (state === 'voided') return refuse('already-void')
  if (received) return refuse('already-received')
  return ground ? allow({ state: 'voided', ground } as const) : refuse('no-ground')
}
