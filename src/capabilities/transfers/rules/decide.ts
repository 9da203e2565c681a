import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { effects, turns } from './effects.ts'
import { type Given, isExpired, type TransferFacts } from './facts.ts'
import { brings, needs } from './needs.ts'
import type { Refusal } from './refusals.ts'
import type { ShownState, Side, State } from './states.ts'
import { type Step, stepCodes, steps } from './steps.ts'

const staff: readonly Side[] = ['branch', 'secondary', 'office', 'new-branch']

/** A 直属 branch does the 总支's part too. */
const actingAs = (side: Side, { direct }: TransferFacts): readonly Side[] =>
  side === 'branch' && direct ? ['branch', 'secondary'] : [side]

const wrongState = (step: Step, state: State): Refusal =>
  step === 'apply' && (state === 'received' || state === 'closed') ? 'already-received' : 'wrong-state'

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
): Decision<Facts, Refusal> => {
  const refused = hindrance(facts, step, side, today) ?? shortfall(facts, step, side, today, given)
  if (refused) return refuse(refused)
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
