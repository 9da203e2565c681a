/** The life of a news draft (C16). The same table draws the buttons. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

export const newsKinds = ['person', 'deed', 'activity', 'other'] as const
export type NewsKind = (typeof newsKinds)[number]

export const newsStates = ['draft', 'above', 'sent', 'received', 'returned', 'accepted', 'published'] as const
export type NewsState = (typeof newsStates)[number]

export const newsSteps = ['change', 'drop', 'submit', 'withdraw', 'pass-on', 'give-back', 'receive', 'return', 'accept', 'publish'] as const
export type NewsStep = (typeof newsSteps)[number]

/** Who the reader is to this draft: its unit, the 总支 above it, the publicity office, or somebody who only reads. */
export const sides = ['unit', 'above', 'publicity', 'reader'] as const
export type Side = (typeof sides)[number]

const steps: Record<NewsStep, { from: readonly NewsState[]; by: Side }> = {
  change: { from: ['draft', 'returned'], by: 'unit' },
  // What was handed in once stays on record.
  drop: { from: ['draft'], by: 'unit' },
  submit: { from: ['draft', 'returned'], by: 'unit' },
  withdraw: { from: ['above', 'sent', 'received'], by: 'unit' },
  'pass-on': { from: ['above'], by: 'above' },
  'give-back': { from: ['above'], by: 'above' },
  receive: { from: ['sent'], by: 'publicity' },
  return: { from: ['sent', 'received'], by: 'publicity' },
  accept: { from: ['sent', 'received'], by: 'publicity' },
  // Each further place in which it appears is another link.
  publish: { from: ['accepted', 'published'], by: 'publicity' },
}

/** 支部 → 总支 → 宣传部; whoever stands under no 总支 writes to 宣传部 itself. */
export const afterSubmit = (hasAbove: boolean): NewsState => (hasAbove ? 'above' : 'sent')

const needsReason: readonly NewsStep[] = ['give-back', 'return']

export const newsParts = ['title', 'byline', 'text', 'consent'] as const
export type NewsPart = (typeof newsParts)[number]

export const stepRefusals = [
  'not-yours',
  'wrong-state',
  'handed-in-before',
  'incomplete',
  'reason-missing',
  'link-twice',
  'day-ahead',
] as const
export type StepRefusal = (typeof stepRefusals)[number]

export interface NewsFacts {
  state: NewsState
  side: Side
  /** How often it was handed in. */
  times: number
  blank: readonly NewsPart[]
}

export const mayStep = ({ state, side, times, blank }: NewsFacts, step: NewsStep, reason?: string): Decision<true, StepRefusal> => {
  const { from, by } = steps[step]
  if (side !== by) return refuse('not-yours')
  if (!from.includes(state)) return refuse('wrong-state')
  if (step === 'drop' && times > 0) return refuse('handed-in-before')
  if (step === 'submit' && blank.length > 0) return refuse('incomplete')
  return needsReason.includes(step) && !reason?.trim() ? refuse('reason-missing') : allow(true)
}

/** What the buttons offer: a step that lacks only words to come is offered. */
export const stepsOf = (facts: Omit<NewsFacts, 'blank'>): NewsStep[] =>
  newsSteps.filter(step => mayStep({ ...facts, blank: [] }, step, '–').allowed)

/** A portrait needs the person's own word, given on a day that has come. */
export const blankParts = (
  draft: { kind: NewsKind; title: string; byline: string; hasText: boolean; consentOn: Day | null },
  today: Day,
): NewsPart[] => [
  ...(draft.title.trim() === '' ? (['title'] as const) : []),
  ...(draft.byline.trim() === '' ? (['byline'] as const) : []),
  ...(draft.hasText ? [] : (['text'] as const)),
  ...(draft.kind === 'person' && (draft.consentOn === null || draft.consentOn > today) ? (['consent'] as const) : []),
]
