import type { RequestContext } from '../accounts/index.ts'
import { cohorts } from '../plans/index.ts'
import { openOf } from '../transfers/index.ts'
import type { CarriedYear } from './contract.ts'
import { matters } from './rules.ts'
import * as store from './store.ts'

/** The newest first. Whoever is received or off the rolls is settled; everybody else still needs somebody. */
export async function carriedYears({ trx, scope, today }: RequestContext): Promise<CarriedYear[]> {
  const rows = Map.groupBy(await store.carriedIn(trx, scope), ({ cohortId }) => cohortId)
  const years: CarriedYear[] = []
  for (const cohort of await cohorts(trx, scope)) {
    const here = rows.get(cohort.id)
    if (!here) continue
    const carried = Object.fromEntries(matters.map(matter => [matter, here.filter(row => row.matter === matter).length]))
    const ids = here.map(({ graduateId }) => graduateId)
    years.push({
      cohort,
      carried: carried as CarriedYear['carried'],
      open: await openOf(trx, scope, { cohortId: cohort.id, graduateIds: ids }, today),
    })
  }
  return years
}
