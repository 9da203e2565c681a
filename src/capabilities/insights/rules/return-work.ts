import type { Day } from '../../../kernel/day.ts'
import type { Role } from '../../accounts/rules.ts'
import type { Level } from '../../orgs/rules.ts'
import type { ClauseId, Plan } from '../../plans/rules.ts'
import { type CellState, clauseOfTask, levelFor, type ReturnLevel, type ReturnTask, returnTasks } from '../../submissions/rules.ts'
import type { Act, ReturnKind, Work } from './kinds.ts'
import { isNear } from './need.ts'

export type ReturnCell = { state: CellState; rows: number; dueOn: Day | null; overdue: boolean }
export type UnitReturns = { unitName: string; path: string; level: Level; cells: Readonly<Partial<Record<ReturnTask, ReturnCell>>> }

/** Whose returns come to whom. */
const receivesFrom: Partial<Record<Role, ReturnLevel>> = { 'committee-office': 'secondary', 'general-branch': 'branch' }

/** 支部 and 总支 have milestones of their own; the clause is theirs. */
const clauseAt = (plan: Plan, task: ReturnTask, level: ReturnLevel): ClauseId =>
  plan.milestones.find(row => row.task === task && row.level === level)?.clause ?? clauseOfTask[task]

type Found = { name: string; cell: ReturnCell }

const owes = ({ state, dueOn }: ReturnCell, today: Day): ReturnKind | null => {
  if (state === 'returned') return 'return-sent-back'
  return state === 'none' && isNear(dueOn, today) ? 'return-missing' : null
}

const line = (kind: ReturnKind, act: Act, task: ReturnTask, clause: ClauseId, found: readonly Found[]): Work[] =>
  found.length === 0
    ? []
    : [
        {
          kind,
          act,
          task,
          count: found.length,
          overdue: found.filter(({ cell }) => cell.overdue).length,
          dueOn:
            kind === 'return-to-decide'
              ? null
              : found.reduce<Day | null>((day, { cell }) => (day && cell.dueOn && day < cell.dueOn ? day : (cell.dueOn ?? day)), null),
          clause,
          parts: found.map(({ name }) => ({ name, count: 1 })),
        },
      ]

/** What the reader's own unit owes, what the units below owe, and what they have handed in to be decided. */
export function returnWork(role: Role, own: { path: string; level: Level }, units: readonly UnitReturns[], plan: Plan, today: Day): Work[] {
  const ownLevel = levelFor(role, own.level)
  const belowLevel = receivesFrom[role]
  const cellsOf = (task: ReturnTask, chosen: (unit: UnitReturns) => boolean): Found[] =>
    units.filter(chosen).flatMap(({ unitName, cells }) => (cells[task] ? [{ name: unitName, cell: cells[task] }] : []))

  return returnTasks.flatMap(task => {
    const mine = ownLevel ? cellsOf(task, unit => unit.path === own.path) : []
    const below = belowLevel ? cellsOf(task, unit => unit.level === belowLevel && unit.path !== own.path) : []
    const owing = (found: readonly Found[], kind: ReturnKind) => found.filter(({ cell }) => owes(cell, today) === kind)
    const mineAt = ownLevel && clauseAt(plan, task, ownLevel)
    const belowAt = belowLevel && clauseAt(plan, task, belowLevel)
    return [
      ...(mineAt ? line('return-missing', 'do', task, mineAt, owing(mine, 'return-missing')) : []),
      ...(mineAt ? line('return-sent-back', 'do', task, mineAt, owing(mine, 'return-sent-back')) : []),
      ...(belowAt
        ? line(
            'return-to-decide',
            'do',
            task,
            belowAt,
            below.filter(({ cell }) => cell.state === 'submitted'),
          )
        : []),
      ...(belowAt ? line('return-missing', 'urge', task, belowAt, owing(below, 'return-missing')) : []),
      ...(belowAt ? line('return-sent-back', 'urge', task, belowAt, owing(below, 'return-sent-back')) : []),
    ]
  })
}
