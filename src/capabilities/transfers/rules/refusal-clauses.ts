/** On which clause of the notice a refusal rests; null: on the course of things alone (a step taken, something not said). */
import type { ClauseId } from '../../plans/rules.ts'
import type { TransferFacts } from './facts.ts'
import type { Refusal } from './refusals.ts'

/** `destination`, `letter`: the plan itself says which. */
export const refusalClauses: Record<Refusal, ClauseId | 'destination' | 'letter' | null> = {
  'not-your-side': null,
  'own-case': null,
  'wrong-state': null,
  'already-received': 'C9', // later changes are the receiver's
  'under-review': null,
  'membership-stopped': null,
  'destination-incomplete': 'C6',
  'another-destination': 'C7', // a new destination goes into the register anew
  'method-missing': 'C8',
  'stay-not-allowed': 'destination',
  'paper-not-called-for': 'letter',
  'letter-not-approved': 'C8',
  'letter-not-called-for': 'letter',
  'letter-exists': 'letter',
  'application-pending': null,
  'no-application': null,
  'not-expired': 'letter',
  'no-letter': null,
  'not-this-way': null,
  'no-channel': 'letter',
  'letter-expired': 'letter',
  'reissue-period-over': 'letter',
  'track-not-ready': null,
  'needs-reason': null,
  'needs-recipient': null,
  'needs-track': null,
  'needs-application': null,
  'needs-proof': 'C11',
  'reply-is-no-proof': 'C11',
  'proof-does-not-fit': 'C11',
  'no-such-call': 'C11',
  'no-picture': 'C11',
  'old-letter-open': 'C11', // no letter stays in a pocket
  'needs-sheet': null,
  'number-taken': null,
  'day-in-future': null,
}

export const clauseOfRefusal = (refusal: Refusal, { clauses }: Pick<TransferFacts, 'clauses'>): ClauseId | null => {
  const clause = refusalClauses[refusal]
  return clause === 'destination' || clause === 'letter' ? clauses[clause] : clause
}
