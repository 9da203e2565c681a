/** Who is reminded: by a person, at most once a day; and by itself, once before, once after, and then whoever stands above. */
import { addDays, type Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { isOwed } from './receiving.ts'

export const chaseRefusals = ['nothing-owed', 'chased-today', 'nobody-there'] as const
export type ChaseRefusal = (typeof chaseRefusals)[number]

export interface ChaseFacts {
  acknowledged: boolean
  /** Duties that the unit has not reported done. */
  open: number
  chasedToday: boolean
  /** Accounts at the unit that would hear it. */
  people: number
}

export const mayChase = ({ acknowledged, open, chasedToday, people }: ChaseFacts): Decision<true, ChaseRefusal> => {
  if (!isOwed({ acknowledged, open })) return refuse('nothing-owed')
  if (chasedToday) return refuse('chased-today')
  return people > 0 ? allow(true) : refuse('nobody-there')
}

/** In the order of time; what comes later makes up for what was slept through. */
export const chaseStages = ['none', 'before', 'after', 'above'] as const
export type ChaseStage = (typeof chaseStages)[number]

const rank = (stage: ChaseStage) => chaseStages.indexOf(stage)

/** How far an undone duty has to be chased on a day: the day before, the day after, and `patience` days after to those above. */
export const stageOn = (dueOn: Day, today: Day, patience: number): ChaseStage => {
  if (today >= addDays(dueOn, Math.max(1, patience))) return 'above'
  if (today > dueOn) return 'after'
  return today >= addDays(dueOn, -1) ? 'before' : 'none'
}

/** What is to be said now: each once. Whoever is late hears of it before those above do, on the same day at the latest. */
export const chasesDue = (work: { dueOn: Day; chased: ChaseStage }, today: Day, patience: number): ChaseStage[] => {
  const stage = stageOn(work.dueOn, today, patience)
  if (rank(stage) <= rank(work.chased)) return []
  return stage === 'above' && rank(work.chased) < rank('after') ? ['after', 'above'] : [stage]
}
