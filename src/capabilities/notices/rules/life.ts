/** The life of a notice (C18): written, issued, taken back. The same table draws the office's buttons. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

export const noticeStates = ['draft', 'issued', 'withdrawn'] as const
export type NoticeState = (typeof noticeStates)[number]

export const noticeSteps = ['change', 'drop', 'issue', 'withdraw'] as const
export type NoticeStep = (typeof noticeSteps)[number]

/** What was issued is never changed: a correction is a new notice that names the old one. */
const from: Record<NoticeStep, NoticeState> = { change: 'draft', drop: 'draft', issue: 'draft', withdraw: 'issued' }

/** What a notice cannot go out without. A document number is given by some offices and not by others. */
export const noticeParts = ['title', 'issuer', 'contactName', 'contactPhone', 'text'] as const
export type NoticePart = (typeof noticeParts)[number]

export const stepRefusals = [
  'wrong-state',
  'not-issuer',
  'reason-missing',
  'incomplete',
  'nobody',
  'number-taken',
  'day-passed',
  'after-plan',
] as const
export type StepRefusal = (typeof stepRefusals)[number]

export interface NoticeFacts {
  state: NoticeState
  /** The reader may issue, and stands where it is written. */
  issuer: boolean
  /** What is still blank. */
  blank: readonly NoticePart[]
  /** How many units it would go to. */
  units: number
}

export const mayStep = (facts: NoticeFacts, step: NoticeStep, reason?: string): Decision<true, StepRefusal> => {
  if (!facts.issuer) return refuse('not-issuer')
  if (facts.state !== from[step]) return refuse('wrong-state')
  if (step === 'withdraw' && !reason?.trim()) return refuse('reason-missing')
  if (step === 'issue' && facts.blank.length > 0) return refuse('incomplete')
  if (step === 'issue' && facts.units === 0) return refuse('nobody')
  return allow(true)
}

/** What the buttons offer: a step that lacks only words to come is offered. */
export const stepsOf = (facts: Pick<NoticeFacts, 'state' | 'issuer'>): NoticeStep[] =>
  noticeSteps.filter(step => mayStep({ ...facts, blank: [], units: 1 }, step, '–').allowed)

/** A notice may put right one that was issued, never a draft and never itself. */
export const mayAmend = (earlier: NoticeState): boolean => earlier !== 'draft'
