import type { Trx } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { type Scope, unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import { dueOn } from '../plans/rules.ts'
import { activities, unitItems, unitTotals } from './store/progress.ts'

export interface UnitProgress {
  unitId: string
  unitName: string
  path: string
  people: number
  /** Who has every asked item. */
  complete: number
  /** Item key → how many have it. */
  items: Record<string, number>
}

/** Each branch of the scope, by item. */
export async function itemProgress(trx: Trx, scope: Scope, cohortId: string): Promise<UnitProgress[]> {
  const { items } = await planOf(trx, scope, cohortId)
  const counts = await unitItems(trx, scope, cohortId, items)
  return (await unitTotals(trx, scope, cohortId, items)).map(unit => {
    const own = new Map(counts.filter(({ unitId }) => unitId === unit.unitId).map(({ item, count }) => [item, count]))
    return { ...unit, items: Object.fromEntries(items.map(({ key }) => [key, own.get(key) ?? 0])) }
  })
}

/** What took place in the scope, for the archive's 活动清单: grouped by branch, item, day and evidence. */
export async function activityList(trx: Trx, scope: Scope, cohortId: string) {
  const { items } = await planOf(trx, scope, cohortId)
  const names = new Map(items.map(({ key, name }) => [key, name]))
  return (await activities(trx, scope, cohortId)).map(row => ({ ...row, itemName: names.get(row.item) ?? row.item }))
}

/** The same for the screen: under what each branch stands, and its own leaving day. */
export async function unitProgress({ trx, scope }: RequestContext, cohortId: string) {
  const plan = await planOf(trx, scope, cohortId)
  const units = new Map((await unitsOf(trx, { ...scope, path: '/', pathEnd: '0' })).map(unit => [unit.id, unit]))
  return (await itemProgress(trx, scope, cohortId)).map(row => {
    const unit = units.get(row.unitId)
    const above = unit?.kind === 'branch' && unit.parentId ? units.get(unit.parentId) : undefined
    return {
      ...row,
      above: above ? { unitId: above.id, name: above.name } : null,
      dueOn: dueOn(plan, 'five-items', 'graduate', row.unitId),
    }
  })
}
