import type { Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
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
