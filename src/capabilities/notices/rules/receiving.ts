/** What a unit does with a notice that has reached it: acknowledge (签收), hand on (转发). */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { NoticeState } from './life.ts'

export interface ReceiptFacts {
  state: NoticeState
  /** It has reached the reader's own unit. */
  received: boolean
  acknowledged: boolean
  /** The reader's post may do it. */
  entitled: boolean
}

export const acknowledgeRefusals = ['not-received', 'not-entitled', 'withdrawn', 'already'] as const
export type AcknowledgeRefusal = (typeof acknowledgeRefusals)[number]

/** Once for the unit, by whoever may speak for it. */
export const mayAcknowledge = ({ state, received, acknowledged, entitled }: ReceiptFacts): Decision<true, AcknowledgeRefusal> => {
  if (!received) return refuse('not-received')
  if (!entitled) return refuse('not-entitled')
  if (state !== 'issued') return refuse('withdrawn')
  return acknowledged ? refuse('already') : allow(true)
}

export const forwardRefusals = [
  'not-received',
  'not-entitled',
  'withdrawn',
  'not-acknowledged',
  'already-there',
  'nobody',
  'nothing-new',
  'day-passed',
  'after-plan',
] as const
export type ForwardRefusal = (typeof forwardRefusals)[number]

export interface Forwarding {
  /** Branches named now that have it already. */
  again: number
  /** Branches named now that have not. */
  fresh: number
  /** Branches that had it before. */
  before: number
  /** Something is said or asked beside the notice itself. */
  says: boolean
}

/** The first time to some branches; later more branches, remarks or duties. Nothing that went out goes away. */
export const mayForward = (receipt: ReceiptFacts, { again, fresh, before, says }: Forwarding): Decision<true, ForwardRefusal> => {
  if (!receipt.received) return refuse('not-received')
  if (!receipt.entitled) return refuse('not-entitled')
  if (receipt.state !== 'issued') return refuse('withdrawn')
  if (!receipt.acknowledged) return refuse('not-acknowledged')
  if (again > 0) return refuse('already-there')
  if (fresh + before === 0) return refuse('nobody')
  return fresh > 0 || says ? allow(true) : refuse('nothing-new')
}

/** Whether a notice has ended without answers: what is still asked of whom. */
export const isOwed = ({ acknowledged, open }: { acknowledged: boolean; open: number }): boolean => !acknowledged || open > 0
