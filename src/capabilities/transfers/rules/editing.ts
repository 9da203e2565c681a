import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { decide, openSteps } from './decide.ts'
import type { TransferFacts } from './facts.ts'
import type { Refusal } from './refusals.ts'
import type { Side, State } from './states.ts'
import { type Step, steps } from './steps.ts'

const handingIn: readonly Step[] = ['fill', 'mend', 'apply']

/** The form that counts in these states is the one being typed. */
export const filledAnew: readonly State[] = [...steps.fill.from, 'sent-back']

/** May this side type into the destination: whoever could hand it in once it is complete, or has asked for a new attempt. */
export const mayEdit = (facts: TransferFacts, side: Side, today: Day): Decision<null, Refusal> => {
  const complete = { ...facts, complete: true, application: null }
  if (openSteps(complete, side, today).some(step => handingIn.includes(step))) return allow(null)
  const decision = decide(complete, facts.state === 'sent-back' ? 'mend' : 'fill', side, today)
  return decision.allowed ? allow(null) : refuse(decision.reason)
}
