import type { Day } from '../../../kernel/day.ts'
import { dueOn, type Level, type Plan, type Task } from '../../plans/rules.ts'
import type { TransferFacts } from './facts.ts'
import type { Mender, State } from './states.ts'

type Due = readonly [Task, Level]

const filling: Due = ['destination', 'graduate']
const branchReport: Due = ['register', 'branch']
const register: Due = ['register', 'secondary']
const transferOut: Due = ['transfer-out', 'secondary']

/** The milestone that the work in hand is measured by; null: the plan sets no day for it. */
const dueAt: Record<State, Due | null> = {
  'to-fill': filling,
  'branch-check': branchReport,
  'secondary-check': register,
  verified: register,
  'office-check': ['feedback', 'committee'],
  'to-start': transferOut,
  'to-issue': transferOut,
  'in-transit': null, // out of the school's hands: its letter or start runs out, which has lamps of its own
  answered: null,
  received: null,
  closed: null,
  'sent-back': filling,
  withdrawn: filling,
  rejected: transferOut,
  void: filling,
  retained: null,
  deferred: null,
  internal: transferOut,
}

const mending: Record<Mender, Due> = { member: filling, branch: branchReport, secondary: register }

/** Whose exceptions count: the branch's own before its 总支's. */
export type DueUnits = { unitId: string; aboveId: string | null }

const unitFor = (plan: Plan, [task, level]: Due, { unitId, aboveId }: DueUnits): string => {
  if (level === 'secondary') return aboveId ?? unitId
  const excepted = (id: string) =>
    plan.exceptions.some(row => row.task === task && row.level === level && row.unit === id) ||
    plan.leavingExceptions.some(row => row.unit === id)
  return aboveId && !excepted(unitId) && excepted(aboveId) ? aboveId : unitId
}

/** The last day for the step in hand; a case that has not begun counts as 待填报. */
export const dueOf = ({ state, backTo }: Pick<TransferFacts, 'state' | 'backTo'>, plan: Plan, units: DueUnits): Day | null => {
  const due = state === 'sent-back' ? mending[backTo ?? 'member'] : dueAt[state]
  return due && dueOn(plan, due[0], due[1], unitFor(plan, due, units))
}
