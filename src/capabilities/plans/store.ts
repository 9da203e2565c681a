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

type InForce = { version: number; savedAt: Date; body: Plan }

/** A version never changes: whoever has read it asks no more than whether it is the newest. So many plans are kept, the last asked for. */
const KEPT = 200
const kept = new Map<string, InForce>()
/** What these have written may yet come to nothing. */
const writing = new WeakSet<Trx>()

function keep(key: string, row: InForce): InForce {
  kept.delete(key)
  kept.set(key, row)
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
  return row
}

/** The plan in force: the newest version. */
export const planInForce = async (trx: Trx, { school }: School, cohortId: string): Promise<InForce | undefined> => {
  const key = `${school} ${cohortId}`
  const known = kept.get(key)
  const row = await trx
    .selectFrom('plans')
    .select(['version', 'saved_at as savedAt'])
    .select(eb =>
      eb
        .case()
        .when('version', '=', known?.version ?? 0)
        .then(null)
        .else(eb.ref('body'))
        .end()
        .as('body'),
    )
    .where('school_id', '=', school)
    .where('cohort_id', '=', cohortId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { version, savedAt, body } = row
  const read = body === null ? known! : { version, savedAt, body: frozen(withDefaults(body)) as Plan }
  return writing.has(trx) ? read : keep(key, read)
}

/** Everybody reads the one that is kept. */
const frozen = (value: unknown): unknown => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

export const addCohort = (trx: Trx, row: { school_id: string; id: string; year: number; name: string }) => insertRows(trx, 'cohorts', [row])

type NewPlan = {
  school_id: string
  cohort_id: string
  version: number
  body: Plan
  saved_by: string | null
  saved_name?: string
  reason?: string
}

// Two save a plan at once: the second has not seen the first's.
meaning('plans_pkey', 'saved-meanwhile')

/** The newest first. */
export const versionsOf = async (trx: Trx, { school }: School, cohortId: string) =>
  (
    await trx
      .selectFrom('plans')
      .select(['version', 'body', 'saved_at as savedAt', 'saved_name as savedName', 'reason'])
      .where('school_id', '=', school)
      .where('cohort_id', '=', cohortId)
      .orderBy('version', 'desc')
      .execute()
  ).map(({ body, ...row }) => ({ ...row, body: withDefaults(body) as Plan }))

export const addPlan = (trx: Trx, row: NewPlan) => {
  forget(trx, `plan ${row.cohort_id}`)
  writing.add(trx)
  return insertRows(trx, 'plans', [row])
}
