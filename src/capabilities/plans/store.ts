import './tables.ts'
import { forget, insertRows, meaning, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import { type Plan, withDefaults } from './rules.ts'

// Two open the same year at once: the second is told to look again.
meaning('cohorts_year_unique', 'held-meanwhile')

type School = Pick<Scope, 'school'>

/** Newest first: the first is the one in hand. */
export const cohorts = (trx: Trx, { school }: School) =>
  trx.selectFrom('cohorts').select(['id', 'year', 'name']).where('school_id', '=', school).orderBy('year', 'desc').execute()

export const cohort = (trx: Trx, { school }: School, id: string) =>
  trx.selectFrom('cohorts').select(['id', 'year', 'name']).where('school_id', '=', school).where('id', '=', id).executeTakeFirst()

/** The plan in force: the newest version. */
export const planInForce = async (trx: Trx, { school }: School, cohortId: string) => {
  const row = await trx
    .selectFrom('plans')
    .select(['version', 'body', 'saved_at as savedAt'])
    .where('school_id', '=', school)
    .where('cohort_id', '=', cohortId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, body: withDefaults(row.body) as Plan }
}

export const addCohort = (trx: Trx, row: { school_id: string; id: string; year: number; name: string }) => insertRows(trx, 'cohorts', [row])

export const addPlan = (trx: Trx, row: { school_id: string; cohort_id: string; version: number; body: Plan; saved_by: string | null }) => {
  forget(trx, `plan ${row.cohort_id}`)
  return insertRows(trx, 'plans', [row])
}
