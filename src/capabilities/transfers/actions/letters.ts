/** What a step means for the letter that is already out: an old one is voided, an accepted one runs no more. */
import type { RequestContext } from '../../accounts/index.ts'
import { countAddressees, learnAccepted, markReceived, reopenReceipt, voidLetter } from '../../letters/index.ts'
import { type VoidGround, voidSheetNames } from '../../letters/rules.ts'
import type { OldLetter, State, Step } from '../rules.ts'
import type { Outcome } from './outcome.ts'

const groundOf: Record<OldLetter, VoidGround> = {
  'handed-back': 'original-returned',
  'loss-stated': 'declared-lost',
  'returned-by-receiver': 'sent-back',
}

/** What was answered stands no more: whoever holds the paper now may say it anew. */
const opensAnswer: readonly Step[] = ['set-answer-aside', 'relay']

const over: readonly State[] = ['received', 'closed']

const endsLetter: readonly Step[] = ['approve', 'recall', 'void']

/** Without a word on the old letter it was the receiver who sent it back: the rules ask for one while anybody holds it. */
const ground = ({ step, told, before }: Outcome): VoidGround => {
  if (step === 'void-letter') return over.includes(before.state) ? 'not-needed' : 'issued-in-error'
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
    if (step === 'reject-other' && told.track === 'paper')
      await voidLetter(context, { letterId: before.letter_id, ground: 'sent-back', note })
    if (before.state === 'answered' && opensAnswer.includes(step)) await reopenReceipt(context, before.letter_id)
    if (before.paper_at === 'out' && held.attempt.paper_at === 'accepted')
      await markReceived(context, { letterId: before.letter_id, on: told.on ?? context.today })
  }
}

/** What the dictionary learns: by the system an addressee is used when the transfer starts, and whoever accepts has taken somebody. */
export async function teachDictionary(context: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  const named = outcomes.filter(({ held }) => held.attempt.addressee_name !== null)
  await countAddressees(
    context,
    named.filter(({ step, held }) => step === 'start' && held.attempt.method === 'system').map(({ held }) => held.attempt.addressee_name!),
  )
  await learnAccepted(
    context,
    named
      .filter(({ before, held }) => before.state !== 'received' && held.attempt.state === 'received')
      .map(({ held: { attempt } }) => ({
        name: attempt.addressee_name!,
        employer: attempt.unit_name,
        divisionCode: placeOf(attempt.destination.answers.receiverPlace),
      })),
  )
}

const placeOf = (answer: unknown): string | null => (typeof answer === 'string' && answer.length >= 6 ? answer.slice(0, 6) : null)
