import { ORPCError } from '@orpc/server'
import { remembered, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import type { Plan } from './rules.ts'
import * as store from './store.ts'

export { plansApi } from './api.ts'
export { openEarlier, type PresentCohort, presentCohort } from './earlier.ts'
export { parsePlan } from './rules/parse.ts'
export { shippedPlan } from './shipped.ts'
export { addCohort, addPlan, cohort, cohorts } from './store.ts'
export { type CountTouched, whenPlansChange } from './touching.ts'

/** The plan that a cohort runs on today; a cohort elsewhere is NOT_FOUND. */
export async function planOf(trx: Trx, scope: Pick<Scope, 'school'>, cohortId: string): Promise<Plan> {
  const row = await remembered(trx, `plan ${cohortId}`, () => store.planInForce(trx, scope, cohortId))
  if (!row) throw new ORPCError('NOT_FOUND')
  return row.body
}
