/** Each day's work of a cohort, once. */
import '../tables.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Trx } from '../../../platform/database/index.ts'

export const keepSeasonDay = (trx: Trx, school: string, cohortId: string, today: Day, now: Date) =>
  trx
    .insertInto('season_days')
    .values({ school_id: school, cohort_id: cohortId, on_day: today, done_at: now })
    .onConflict(conflict => conflict.columns(['school_id', 'cohort_id', 'on_day']).doUpdateSet({ done_at: now }))
    .execute()

/** Cohorts of every school, with whether this day's work is done; asked by the system alone. */
export const seasons = async (system: Trx, today: Day) => {
  const rows = await system
    .selectFrom('cohorts as c')
    .leftJoin('season_days as d', join =>
      join.onRef('d.school_id', '=', 'c.school_id').onRef('d.cohort_id', '=', 'c.id').on('d.on_day', '=', today),
    )
    .select(['c.school_id as school', 'c.id as cohortId', 'd.done_at as doneAt'])
    .orderBy('c.school_id')
    .orderBy('c.year', 'desc')
    .execute()
  return rows.map(({ school, cohortId, doneAt }) => ({ school, cohortId, done: doneAt !== null }))
}
