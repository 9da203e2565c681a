import type { Refusal, State } from '../../transfers/rules.ts'
import type { ReturnLevel } from './forms.ts'

/** Why somebody does not go along with 附件2: the case is still with this side, or may not leave. */
export const leftReasons = [
  'to-fill',
  'branch-check',
  'secondary-check',
  'sent-back',
  'withdrawn',
  'under-review',
  'membership-stopped',
  'destination-incomplete',
  'held',
] as const
export type LeftReason = (typeof leftReasons)[number]

/** What a branch hands in has passed its own check; a 总支 reports what it has verified. */
const waits: Record<ReturnLevel, readonly State[]> = {
  branch: ['to-fill', 'branch-check', 'sent-back', 'withdrawn'],
  secondary: ['to-fill', 'branch-check', 'secondary-check', 'sent-back', 'withdrawn'],
}

/** `held`: why transfers would not let a verified case go. */
export function leftOutAs(level: ReturnLevel, { state, held }: { state: State; held: Refusal | null }): LeftReason | null {
  if (waits[level].includes(state)) return state as LeftReason
  if (state !== 'verified' || level === 'branch' || held === null) return null
  return leftReasons.find(reason => reason === held) ?? 'held'
}

/** Whether the case goes along with what is handed in now. At a 总支 only once: what it has reported is with 组织部. */
export const goesAlong = (level: ReturnLevel, line: { state: State; held: Refusal | null }): boolean =>
  leftOutAs(level, line) === null && line.state !== 'void' && (level === 'branch' || line.state === 'verified')
