/** Cases for tests, spoken of by their state. */
import { type Day, day } from '../../../kernel/day.ts'
import { decide } from './decide.ts'
import { type Given, noTracks, type Track, type TransferFacts } from './facts.ts'
import { noEvidence } from './proofs.ts'
import type { Side } from './states.ts'
import type { Step } from './steps.ts'

export const start: TransferFacts = {
  state: 'to-fill',
  attempt: 1,
  method: null,
  tracks: noTracks,
  backTo: null,
  application: null,
  transferredOutOn: null,
  direct: false,
  complete: true,
  mayStay: false,
  paperCalledFor: true,
  elsewhere: false,
  electronic: true,
  membership: 'full',
  evidence: noEvidence,
  own: false,
  validityDays: 90,
  reissueMonths: 6,
  clauses: { destination: 'C9', letter: 'C10' },
}

export const at = (state: TransferFacts['state'], more: Partial<TransferFacts> = {}): TransferFacts => ({ ...start, state, ...more })

const track = (at: Track['at'], validUntil: string | null = null): Track => ({
  at,
  validUntil: validUntil === null ? null : day(validUntil),
})
export const system = (where: Track['at'], validUntil?: string) => ({ ...noTracks, system: track(where, validUntil) })
export const paper = (where: Track['at'], validUntil?: string) => ({ ...noTracks, paper: track(where, validUntil) })
export const both = (systemAt: Track['at'], paperAt: Track['at']) => ({ system: track(systemAt), paper: track(paperAt) })

/** Sent on 20 June 2023 with 90 days: to be presented until 18 September. */
export const inSystem = at('in-transit', { method: 'system', tracks: system('out', '2023-09-18'), transferredOutOn: day('2023-06-20') })
export const onPaper = at('in-transit', { method: 'paper', tracks: paper('out', '2023-09-18'), transferredOutOn: day('2023-06-20') })

export type Move = [step: Step, side: Side, given?: Given]

/** Where the moves lead, or the first refusal. */
export const taken = (facts: TransferFacts, moves: readonly Move[], on: Day = day('2023-06-20')): TransferFacts | string => {
  let now = facts
  for (const [step, side, given] of moves) {
    const decision = decide(now, step, side, on, given)
    if (!decision.allowed) return `${step}: ${decision.reason}`
    now = decision.value
  }
  return now
}
