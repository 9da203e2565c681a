/** The life of an activity (C1): drafted, announced, held, recorded. The same table draws the buttons. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

export const activityStates = ['draft', 'announced', 'held', 'recorded', 'cancelled'] as const
export type ActivityState = (typeof activityStates)[number]

export const stateNames: Record<ActivityState, string> = {
  draft: '草稿',
  announced: '已通知',
  held: '进行中',
  recorded: '已记录',
  cancelled: '已取消',
}

export const activitySteps = ['change', 'announce', 'open', 'record', 'cancel'] as const
export type ActivityStep = (typeof activitySteps)[number]

const from: Record<ActivityStep, readonly ActivityState[]> = {
  // What was recorded may still be written down better, but not moved to another day.
  change: ['draft', 'announced', 'held', 'recorded'],
  announce: ['draft'],
  open: ['draft', 'announced'],
  record: ['held'],
  cancel: ['draft', 'announced'],
}
const to: Record<ActivityStep, ActivityState | null> = {
  change: null,
  announce: 'announced',
  open: 'held',
  record: 'recorded',
  cancel: 'cancelled',
}

export const stepRefusals = ['wrong-state', 'not-holder', 'reason-missing', 'day-passed', 'day-ahead', 'lists-open', 'settled'] as const
export type StepRefusal = (typeof stepRefusals)[number]

export interface ActivityFacts {
  state: ActivityState
  /** It is held by the asking unit, or by one below it. */
  holder: boolean
  /** Whether its day is over, today, or yet to come. */
  when: 'past' | 'today' | 'ahead'
  /** Branches of the audience whose list is not closed. */
  openLists: number
}

export type Given = {
  reason?: string
  /** Day, kind or audience would be others. */
  moves?: boolean
}

export const mayStep = (facts: ActivityFacts, step: ActivityStep, given: Given = {}): Decision<ActivityState, StepRefusal> => {
  if (!facts.holder) return refuse('not-holder')
  if (!from[step].includes(facts.state)) return refuse('wrong-state')
  if (step === 'announce' && facts.when === 'past') return refuse('day-passed')
  if (step === 'open' && facts.when === 'ahead') return refuse('day-ahead')
  if (step === 'cancel' && !given.reason?.trim()) return refuse('reason-missing')
  if (step === 'record' && facts.openLists > 0) return refuse('lists-open')
  if (step === 'change' && given.moves && (facts.state === 'held' || facts.state === 'recorded')) return refuse('settled')
  return allow(to[step] ?? facts.state)
}
