/** What a step means for the letter that is already out: an old one is voided, an accepted one runs no more. */
import type { RequestContext } from '../../accounts/index.ts'
import { markReceived, voidLetter } from '../../letters/index.ts'
import { type VoidGround, voidSheetNames } from '../../letters/rules.ts'
import type { OldLetter, Step } from '../rules.ts'
import type { Outcome } from './outcome.ts'

const groundOf: Record<OldLetter, VoidGround> = {
  'handed-back': 'original-returned',
  'loss-stated': 'declared-lost',
  'returned-by-receiver': 'sent-back',
}

const endsLetter: readonly Step[] = ['approve', 'recall', 'void']

/** Without a word on the old letter it was the receiver who sent it back: the rules ask for one while anybody holds it. */
const ground = ({ step, told }: Outcome): VoidGround => {
  if (step === 'void-letter') return 'issued-in-error'
  return told.oldLetter ? groundOf[told.oldLetter] : 'sent-back'
}

/** The ledger says in one line why, and what is left of the paper. */
const noteOf = ({ reason, note, sheet }: Outcome['told']): string | null =>
  [reason ?? note, sheet && voidSheetNames[sheet]].filter(Boolean).join('；') || null

export async function settleLetters(context: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  for (const outcome of outcomes) {
    const { step, before, told, held } = outcome
    if (!before.letter_id) continue
    const note = noteOf(told)
    if (step === 'void-letter' || endsLetter.includes(step))
      await voidLetter(context, { letterId: before.letter_id, ground: ground(outcome), note })
    if (before.paper_at === 'out' && held.attempt.paper_at === 'accepted')
      await markReceived(context, { letterId: before.letter_id, on: told.on ?? context.today })
  }
}
