import type { Day } from '../../../kernel/day.ts'
import type { Role } from '../../accounts/rules.ts'
import type { Level as UnitLevel } from '../../orgs/rules.ts'
import { type ClauseId, dueOn, type Level, levels, type Plan, type Task } from '../../plans/rules.ts'
import type { ReturnTask } from '../../submissions/rules.ts'
import type { Term } from '../../transfers/rules.ts'
import { partsOf } from './case-work.ts'
import type { Work } from './kinds.ts'
import { isNear } from './need.ts'
import type { UnitReturns } from './return-work.ts'

/** How many of how many have done it. */
export type Progress = { done: number; of: number }
export type MilestoneStanding = { task: Task; level: Level; name: string; dueOn: Day; clause: ClauseId; progress: Progress | null }

export type Standing = {
  terms: Record<Term, number>
  items: Progress
  /** Null where the reader doesn't see the returns. */
  returns: readonly UnitReturns[] | null
}

const sum = (terms: Record<Term, number>, ...chosen: readonly Term[]) => chosen.reduce((total, term) => total + terms[term], 0)

/** Who is to leave, and who is out of the school's own hands. */
export const sentOf = (terms: Record<Term, number>): Progress => ({
  done: sum(terms, 'received', 'in-transit', 'internal'),
  of: sum(terms, 'received', 'in-transit', 'in-school-process', 'internal', 'unreported'),
})

export const reportedOf = (terms: Record<Term, number>): Progress => {
  const of = Object.values(terms).reduce((total, count) => total + count, 0)
  return { done: of - terms.unreported, of }
}

/** Who has to stand on 附件2: all but those who stay enrolled and those who are gone. It comes in batches, so people are counted. */
export const registeredOf = (terms: Record<Term, number>, rows: number): Progress => {
  const of = Object.values(terms).reduce((total, count) => total + count, 0) - terms.delayed - terms.reduced
  return { done: Math.min(rows, of), of }
}

const returnsAt = (units: readonly UnitReturns[], task: ReturnTask, level: Level, terms: Record<Term, number>): Progress | null => {
  const cells = units.filter(unit => unit.level === level).flatMap(({ cells }) => cells[task] ?? [])
  if (cells.length === 0) return null
  if (task === 'register')
    return registeredOf(
      terms,
      cells.reduce((sum, { rows }) => sum + rows, 0),
    )
  return { done: cells.filter(({ state }) => state === 'submitted' || state === 'accepted').length, of: cells.length }
}

const progressOf = (task: Task, level: Level, { terms, items, returns }: Standing): Progress | null => {
  if (task === 'five-items') return items
  if (task === 'destination') return reportedOf(terms)
  if (task === 'transfer-out') return sentOf(terms)
  if (task === 'roster' || task === 'register' || task === 'delayed') return returns && returnsAt(returns, task, level, terms)
  return null
}

/** Of the reader's level and below, in order of day; what the plan gives no day yet stays off. */
export function milestonesFor(plan: Plan, unit: { id: string; level: UnitLevel }, standing: Standing): MilestoneStanding[] {
  const reached = levels.indexOf(unit.level)
  return plan.milestones
    .flatMap(({ task, level, name, clause }) => {
      const due = dueOn(plan, task, level, unit.id)
      return due && levels.indexOf(level) <= reached
        ? [{ task, level, name, clause, dueOn: due, progress: progressOf(task, level, standing) }]
        : []
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

const confirms: readonly Role[] = ['branch-teacher', 'direct-branch']
/** They run the activities: it concerns them from the first day. */
const concerned: readonly Role[] = [...confirms, 'branch-secretary']

/** The five items: those who confirm them do, the others remind when the day is near. */
export function itemsWork(
  role: Role,
  plan: Plan,
  units: readonly { name: string; unitId: string; asked: number; done: number }[],
  today: Day,
): Work[] {
  const lacking = units.map(({ name, unitId, asked, done }) => ({
    name,
    count: asked - done,
    due: dueOn(plan, 'five-items', 'graduate', unitId),
  }))
  const count = lacking.reduce((total, row) => total + row.count, 0)
  const days = lacking.flatMap(({ due, count }) => (due && count > 0 ? [due] : [])).sort()
  const first = days[0] ?? null
  const act = confirms.includes(role) ? 'do' : 'urge'
  if (count === 0 || !(concerned.includes(role) || isNear(first, today))) return []
  const overdue = lacking.reduce((total, { due, count }) => total + (due && due < today ? count : 0), 0)
  return [{ kind: 'items-missing', act, task: null, count, overdue, dueOn: first, clause: 'C2', parts: partsOf(lacking) }]
}
