import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { ReturnLevel, ReturnTask } from './forms.ts'
import { type ReturnState, stands } from './standing.ts'

export const submitRefusals = [
  'not-your-level',
  'already-submitted',
  'supplement-needs-original',
  'batch-is-no-supplement',
  'needs-reason',
  'nothing-to-submit',
  'cases-not-verified',
  'not-empty',
  'changed-since-preview',
] as const
export type SubmitRefusal = (typeof submitRefusals)[number]

export const REASON_MIN = 4
export const isReason = (text: string | null | undefined): text is string => (text ?? '').trim().length >= REASON_MIN

export interface SubmitFacts {
  task: ReturnTask
  level: ReturnLevel | null
  earlier: readonly { id: string; ordinal: number; state: ReturnState; supplementOf: string | null }[]
  /** The reason of a 补报; null for a first return or a batch. */
  supplement: string | null
  /** Says in so many words that the unit has nobody to report (本单位无). */
  zero: boolean
  rows: number
  /** Cases under way that cannot go along yet. */
  leftOut: number
}

export interface Submitting {
  level: ReturnLevel
  ordinal: number
  supplementOf: string | null
  supplementReason: string | null
}

/** May it be handed in, as which return? Early batches of 附件2 are normal; 附件1 and 附件3 go once, then by 补报. */
export function maySubmit(facts: SubmitFacts): Decision<Submitting, SubmitRefusal> {
  const { task, level, earlier, supplement } = facts
  if (level === null) return refuse('not-your-level')
  const original = earlier.find(one => one.supplementOf === null && stands(one))
  if (supplement !== null) {
    if (task === 'register') return refuse('batch-is-no-supplement')
    if (!original) return refuse('supplement-needs-original')
    if (!isReason(supplement)) return refuse('needs-reason')
  } else if (task !== 'register' && original) return refuse('already-submitted')
  const missing = emptiness(facts, earlier.some(stands))
  if (missing) return refuse(missing)
  return allow({
    level,
    ordinal: Math.max(0, ...earlier.map(({ ordinal }) => ordinal)) + 1,
    supplementOf: supplement === null ? null : original!.id,
    supplementReason: supplement === null ? null : supplement.trim(),
  })
}

/** A zero return is said, never guessed; and never where cases are under way or something stands already. */
function emptiness({ task, rows, zero, leftOut }: SubmitFacts, somethingStands: boolean): SubmitRefusal | null {
  if (rows > 0) return zero ? 'not-empty' : null
  if (task === 'register' && leftOut > 0) return 'cases-not-verified'
  return zero && !somethingStands ? null : 'nothing-to-submit'
}
