/** What a step means for the letter that is already out: an old one is voided, an accepted one runs no more. */
import type { RequestContext } from '../../accounts/index.ts'
import { countAddressees, learnAccepted, markReceived, reopenReceipts, voidLetters } from '../../letters/index.ts'
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

const voidingOf = (outcome: Outcome) => {
  const { step, told, before } = outcome
  const voids = step === 'void-letter' || endsLetter.includes(step)
  const sentBack = step === 'reject-other' && told.track === 'paper'
  if (!voids && !sentBack) return []
  return [{ letterId: before.letter_id!, ground: voids ? ground(outcome) : ('sent-back' as const), note: noteOf(told) }]
}

export async function settleLetters(context: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  const lettered = outcomes.filter(({ before }) => before.letter_id !== null)
  await voidLetters(context, lettered.flatMap(voidingOf))
  const opened = lettered.filter(({ step, before }) => before.state === 'answered' && opensAnswer.includes(step))
  await reopenReceipts(
    context,
    opened.map(({ before }) => before.letter_id!),
  )
  const accepted = lettered.filter(({ before, held }) => before.paper_at === 'out' && held.attempt.paper_at === 'accepted')
  await markReceived(
    context,
    accepted.map(({ before, told }) => ({ letterId: before.letter_id!, on: told.on ?? context.today })),
  )
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
