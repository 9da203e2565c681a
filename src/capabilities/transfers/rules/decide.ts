import type { Day } from '../../../kernel/day.ts'
import { allow, refuse } from '../../../kernel/decision.ts'
import type { ClauseId } from '../../plans/rules.ts'
import { effects, turns } from './effects.ts'
import { type Given, isExpired, type TransferFacts } from './facts.ts'
import { brings, needs } from './needs.ts'
import { clauseOfRefusal } from './refusal-clauses.ts'
import type { Refusal } from './refusals.ts'
import type { ShownState, Side, State } from './states.ts'
import { type Step, stepCodes, steps } from './steps.ts'

const staff: readonly Side[] = ['branch', 'secondary', 'office', 'receiving-school', 'new-branch']

/** A 直属 branch does the 总支's part too. */
const actingAs = (side: Side, { direct }: TransferFacts): readonly Side[] =>
  side === 'branch' && direct ? ['branch', 'secondary'] : [side]

const over: readonly State[] = ['received', 'closed']
/** C9: once accepted the receiver handles changes. */
const endsWithAcceptance: readonly Step[] = ['apply', 'approve', 'issue', 'start', 'recall', 'void', 'withdraw']
const unapproved: readonly State[] = [
  'to-fill',
  'branch-check',
  'secondary-check',
  'verified',
  'office-check',
  'sent-back',
  'withdrawn',
  'void',
]

const wrongState = (step: Step, state: State): Refusal => {
  if (over.includes(state) && endsWithAcceptance.includes(step)) return 'already-received'
  return step === 'issue' && unapproved.includes(state) ? 'letter-not-approved' : 'wrong-state'
}

/** A refusal says the clause that it rests on, where it rests on one. */
export type StepDecision<Facts> = { allowed: true; value: Facts } | { allowed: false; reason: Refusal; clause: ClauseId | null }

/** What stands in the way before anything is brought along. */
const hindrance = (facts: TransferFacts, step: Step, side: Side, today: Day): Refusal | null => {
  const rule = steps[step]
  const acting = actingAs(side, facts)
  if (!rule.by.some(by => acting.includes(by))) return 'not-your-side'
  if (facts.own && staff.includes(side)) return 'own-case'
  if (!rule.from.includes(facts.state)) return wrongState(step, facts.state)
  for (const need of rule.needs ?? []) {
    const refused = needs[need](facts, { acting, today })
    if (refused) return refused
  }
  return null
}

const shortfall = (facts: TransferFacts, step: Step, side: Side, today: Day, given: Given): Refusal | null => {
  if (given.on && given.on > today) return 'day-in-future'
  for (const bring of steps[step].brings ?? []) {
    const refused = brings[bring](facts, given, { acting: actingAs(side, facts), today })
    if (refused) return refused
  }
  return null
}

/** May this side take this step today, with what it brings? If so, the transfer as it then stands. */
export const decide = <Facts extends TransferFacts>(
  facts: Facts,
  step: Step,
  side: Side,
  today: Day,
  given: Given = {},
): StepDecision<Facts> => {
  const refused = hindrance(facts, step, side, today) ?? shortfall(facts, step, side, today, given)
  if (refused) return { ...refuse(refused), clause: clauseOfRefusal(refused, facts) }
  const { to } = steps[step]
  const state = typeof to === 'string' ? to : turns[to.by](facts, given)
  return allow({ ...facts, backTo: null, ...effects[step]?.(facts, given, given.on ?? today), state })
}

/** The steps open to this side now: what the screen draws as buttons, each still to be given what it asks for. */
export const openSteps = (facts: TransferFacts, side: Side, today: Day): Step[] =>
  stepCodes.filter(step => hindrance(facts, step, side, today) === null)

export const shownState = (facts: Pick<TransferFacts, 'state' | 'tracks'>, today: Day): ShownState =>
  isExpired(facts, today) ? 'expired' : facts.state

const holders: Record<State, Side | null> = {
  'to-fill': 'member',
  'branch-check': 'branch',
  'secondary-check': 'secondary',
  verified: 'secondary',
  'office-check': 'office',
  'to-start': 'secondary',
  'to-issue': 'office',
  // The sending side stays responsible until acceptance is proven.
  'in-transit': 'secondary',
  answered: 'office',
  received: 'office',
  closed: null,
  'sent-back': 'member',
  withdrawn: 'member',
  rejected: 'branch',
  void: 'member',
  retained: 'branch',
  deferred: 'branch',
  internal: 'new-branch',
}

/** Who has to act next; null only when the case is closed. */
export const ownerOf = ({ state, backTo, application }: Pick<TransferFacts, 'state' | 'backTo' | 'application'>): Side | null => {
  if (application) return 'office'
  return state === 'sent-back' ? (backTo ?? 'member') : holders[state]
}
