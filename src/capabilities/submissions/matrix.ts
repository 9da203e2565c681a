import type { Day } from '../../kernel/day.ts'
import type { Trx } from '../../platform/database/index.ts'
import { type Scope, type UnitRow, unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import { dueOn } from '../plans/rules.ts'
import { answersFor, clauseOfTask, formOfTask, type ReturnTask, returnTasks, type Standing, standingOf } from './rules.ts'
import * as store from './store.ts'

export interface UnitReturns {
  unitId: string
  unitName: string
  kind: UnitRow['kind']
  level: UnitRow['level']
  path: string
  people: number
  cells: Record<ReturnTask, Standing>
}

/** 组织部 looks at units; a unit at itself and the branches that hand in to it. */
const shown = (units: readonly UnitRow[], scope: Scope): UnitRow[] => {
  const whole = units.some(({ level, path }) => level === 'committee' && path === scope.path)
  return units.filter(({ level }) => level === 'secondary' || (level === 'branch' && !whole))
}

/** Units of the scope × the three returns: what stands, since when, and what is due. */
export async function matrixOf(trx: Trx, scope: Scope, cohortId: string, today: Day): Promise<UnitReturns[]> {
  const plan = await planOf(trx, scope, cohortId)
  const units = await unitsOf(trx, scope)
  const heads = Map.groupBy(await store.headsOf(trx, scope, { cohortId }), ({ unitId, task }) => `${unitId} ${task}`)
  const people = await store.peopleByPath(trx, scope, cohortId)
  const countAt = (unit: UnitRow) =>
    people
      .filter(({ path }) => (unit.level === 'branch' ? path === unit.path : answersFor(units, path)?.id === unit.id))
      .reduce((sum, { count }) => sum + count, 0)
  return shown(units, scope).map(unit => {
    const level = unit.level === 'branch' ? 'branch' : 'secondary'
    const cell = (task: ReturnTask) => standingOf(heads.get(`${unit.id} ${task}`) ?? [], dueOn(plan, task, level, unit.id), today)
    return {
      unitId: unit.id,
      unitName: unit.name,
      kind: unit.kind,
      level: unit.level,
      path: unit.path,
      people: countAt(unit),
      cells: { roster: cell('roster'), register: cell('register'), delayed: cell('delayed') },
    }
  })
}

/** The columns of the matrix: each form with its printed title and what the plan notes about its day. */
export async function returnForms(trx: Trx, scope: Scope, cohortId: string) {
  const plan = await planOf(trx, scope, cohortId)
  return returnTasks.map(task => ({
    task,
    title: plan.forms[formOfTask[task]].title,
    clause: clauseOfTask[task],
    note: plan.milestones.find(milestone => milestone.task === task && milestone.level === 'secondary')?.note ?? null,
  }))
}
