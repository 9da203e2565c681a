import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Level } from '../../orgs/rules.ts'
import type { ReturnLevel, ReturnTask } from './forms.ts'
import type { ReturnState } from './standing.ts'
import { isReason } from './submit.ts'

export const decideSteps = ['accept', 'send-back'] as const
export type DecideStep = (typeof decideSteps)[number]

export const decideRefusals = ['not-your-level', 'wrong-state', 'original-first', 'fed-back-singly', 'needs-reason'] as const
export type DecideRefusal = (typeof decideRefusals)[number]

export interface DecideFacts {
  task: ReturnTask
  level: ReturnLevel
  state: ReturnState
  /** Of the return that this one supplements; null where it supplements none. */
  originalState: ReturnState | null
  /** Of the unit of whoever decides. */
  deciderLevel: Level
  reason: string | null
}

/** A branch's hand-in is the 总支's to decide, a unit's return 组织部's. */
const deciderOf: Record<ReturnLevel, Level> = { branch: 'secondary', secondary: 'committee' }

export function mayDecide(step: DecideStep, facts: DecideFacts): Decision<ReturnState, DecideRefusal> {
  if (deciderOf[facts.level] !== facts.deciderLevel) return refuse('not-your-level')
  if (facts.state !== 'submitted') return refuse('wrong-state')
  if (step === 'accept') return facts.originalState === 'submitted' ? refuse('original-first') : allow('accepted')
  // Submitting 附件2 has moved its cases to 组织部: they come back one by one, by the feedback (C8).
  if (facts.task === 'register' && facts.level === 'secondary') return refuse('fed-back-singly')
  return isReason(facts.reason) ? allow('returned') : refuse('needs-reason')
}

/** The buttons: by the same rule, with a reason taken for granted. */
export const stepsFor = (facts: Omit<DecideFacts, 'reason'>): DecideStep[] =>
  decideSteps.filter(step => mayDecide(step, { ...facts, reason: 'x'.repeat(10) }).allowed)
