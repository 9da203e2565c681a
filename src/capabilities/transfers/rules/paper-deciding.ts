import type { State } from './states.ts'

/** The office may still change the letter's decision here: nothing has been sent, or a new attempt is about to begin. */
export const paperOpenIn: readonly State[] = [
  'branch-check',
  'secondary-check',
  'verified',
  'office-check',
  'sent-back',
  'deferred',
  'rejected',
]
