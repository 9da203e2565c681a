/** Duties (任务) of a notice: text and day, and how far each unit is with it. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { dueOn, type Level, type Plan, type Task } from '../../plans/rules.ts'
import type { NoticeState } from './life.ts'

export const MOST_DUTIES = 30

export const workStates = ['open', 'reported', 'noted'] as const
export type WorkState = (typeof workStates)[number]

export const workSteps = ['report', 'undo', 'note', 'give-back'] as const
export type WorkStep = (typeof workSteps)[number]

type Move = { from: readonly WorkState[]; to: WorkState; by: 'doer' | 'setter'; reason: boolean }

/** A report is its unit's own to take back until it was noted; above, it is noted or given back. */
const moves: Record<WorkStep, Move> = {
  report: { from: ['open'], to: 'reported', by: 'doer', reason: false },
  undo: { from: ['reported'], to: 'open', by: 'doer', reason: true },
  note: { from: ['reported'], to: 'noted', by: 'setter', reason: false },
  'give-back': { from: ['reported', 'noted'], to: 'open', by: 'setter', reason: true },
}

export const workRefusals = ['withdrawn', 'duty-withdrawn', 'not-yours', 'wrong-state', 'noted', 'reason-missing'] as const
export type WorkRefusal = (typeof workRefusals)[number]

export interface WorkFacts {
  notice: NoticeState
  /** The duty was withdrawn. */
  withdrawn: boolean
  state: WorkState
  /** The reader's unit is the one that does it, and the post may report. */
  doer: boolean
  /** The reader's unit set it, and the post may follow it up. */
  setter: boolean
}

export const mayWork = (facts: WorkFacts, step: WorkStep, reason?: string): Decision<WorkState, WorkRefusal> => {
  const move = moves[step]
  if (!facts[move.by]) return refuse('not-yours')
  if (facts.notice !== 'issued') return refuse('withdrawn')
  if (facts.withdrawn) return refuse('duty-withdrawn')
  if (step === 'undo' && facts.state === 'noted') return refuse('noted')
  if (!move.from.includes(facts.state)) return refuse('wrong-state')
  return move.reason && !reason?.trim() ? refuse('reason-missing') : allow(move.to)
}

export const worksOf = (facts: WorkFacts): WorkStep[] => workSteps.filter(step => mayWork(facts, step, '–').allowed)

export const withdrawRefusals = ['withdrawn', 'duty-withdrawn', 'not-yours', 'reason-missing'] as const
export type WithdrawRefusal = (typeof withdrawRefusals)[number]

/** A duty that is no longer asked for stays readable, with the reason. */
export const mayWithdrawDuty = (
  { notice, withdrawn, setter }: Pick<WorkFacts, 'notice' | 'withdrawn' | 'setter'>,
  reason: string,
): Decision<true, WithdrawRefusal> => {
  if (!setter) return refuse('not-yours')
  if (notice !== 'issued') return refuse('withdrawn')
  if (withdrawn) return refuse('duty-withdrawn')
  return reason.trim() === '' ? refuse('reason-missing') : allow(true)
}

/** The plan's last day for these units, the earliest of them; null where the plan sets none or no task is named. */
export const limitOf = (plan: Plan, task: Task | null, level: Level, unitIds: readonly string[]): Day | null => {
  if (task === null) return null
  const days = unitIds.map(unitId => dueOn(plan, task, level, unitId)).filter(day => day !== null)
  return days.toSorted()[0] ?? null
}

export const dayRefusals = ['day-passed', 'after-plan'] as const
export type DayRefusal = (typeof dayRefusals)[number]

/** The unit's own day is today or later, and never after the day on which the plan wants it. */
export const judgeDay = (dueOn: Day, today: Day, limit: Day | null): Decision<true, DayRefusal> => {
  if (dueOn < today) return refuse('day-passed')
  return limit !== null && dueOn > limit ? refuse('after-plan') : allow(true)
}

/** Done on the day itself is in time. */
export const isLate = ({ dueOn, doneOn }: { dueOn: Day; doneOn: Day | null }, today: Day): boolean => (doneOn ?? today) > dueOn

export const standings = ['open', 'late', 'done', 'done-late', 'noted'] as const
export type Standing = (typeof standings)[number]

export const standingNames: Record<Standing, string> = {
  open: '未办',
  late: '逾期',
  done: '已报完成',
  'done-late': '逾期完成',
  noted: '已阅',
}

/** What a cell of the table shows. */
export const standingOf = (work: { state: WorkState; dueOn: Day; doneOn: Day | null }, today: Day): Standing => {
  if (work.state === 'noted') return 'noted'
  const late = isLate(work, today)
  return work.state === 'open' ? (late ? 'late' : 'open') : late ? 'done-late' : 'done'
}
