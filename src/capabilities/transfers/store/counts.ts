import '../tables.ts'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { type ApplicationKind, type Lamp, lamps, type ShownState, type Side, type Term, terms } from '../rules.ts'
import { standing } from './search.ts'
import { shownSql, termSql } from './standing.ts'

const count = sql<number>`count(*)::int`
const zeros = <Key extends string>(keys: readonly Key[]) => Object.fromEntries(keys.map(key => [key, 0])) as Record<Key, number>

/** The closing equation of one branch: the terms add up to `total`; `beside` stands next to it. */
export type TermCounts = { unitId: string; unitName: string; path: string; terms: Record<Term, number>; total: number; beside: number }

/** The closing equation by branch: exclusive and complete. */
export async function termCounts(trx: Trx, scope: Scope, cohortId: string, today: Day): Promise<TermCounts[]> {
  const rows = await standing(trx, scope, cohortId)
    .select(['u.id as unitId', 'u.name as unitName', 'g.path as path', 'm.relation_at_school as here', termSql(today).as('term')])
    .select(count.as('count'))
    .groupBy(['u.id', 'u.name', 'g.path', 'm.relation_at_school', sql`5`])
    .orderBy('g.path')
    .execute()
  const units = new Map<string, TermCounts>()
  for (const { unitId, unitName, path, here, term, count } of rows) {
    const unit = units.get(unitId) ?? { unitId, unitName, path, terms: zeros(terms), total: 0, beside: 0 }
    units.set(unitId, unit)
    if (!here) unit.beside += count
    else {
      unit.terms[term] += count
      unit.total += count
    }
  }
  return [...units.values()]
}

/** By shown state; people whose study's outcome has settled the term and who have no case are in none. */
export async function stateCounts(trx: Trx, scope: Scope, cohortId: string, today: Day): Promise<Partial<Record<ShownState, number>>> {
  const rows = await standing(trx, scope, cohortId)
    .where('m.relation_at_school', '=', true)
    .select([shownSql(today).as('state'), count.as('count')])
    .groupBy(sql`1`)
    .execute()
  return Object.fromEntries(rows.flatMap(row => (row.state ? [[row.state, row.count]] : [])))
}

/** Applications that wait for the office's word; of people the equation counts. */
export async function applicationCounts(trx: Trx, scope: Scope, cohortId: string): Promise<Partial<Record<ApplicationKind, number>>> {
  const rows = await standing(trx, scope, cohortId)
    .where('m.relation_at_school', '=', true)
    .where('a.application', 'is not', null)
    .select(['a.application as kind', count.as('count')])
    .groupBy('a.application')
    .execute()
  return Object.fromEntries(rows.map(row => [row.kind, row.count]))
}

/** What waits for whom: for the first screen. */
export type OpenWork = { owner: Side; state: ShownState; count: number; overdue: number; dueOn: Day | null }

export const openWork = async (trx: Trx, scope: Scope, cohortId: string, today: Day): Promise<OpenWork[]> =>
  (
    await standing(trx, scope, cohortId)
      .where('m.relation_at_school', '=', true)
      .where('a.owner', 'is not', null)
      .where(termSql(today), 'not in', ['reduced', 'delayed'])
      .select([
        'a.owner as owner',
        shownSql(today).as('state'),
        count.as('count'),
        sql<number>`(count(*) filter (where coalesce(a.due_on, a.expires_on) < ${today}))::int`.as('overdue'),
        sql<Day | null>`min(coalesce(a.due_on, a.expires_on))`.as('dueOn'),
      ])
      .groupBy(['a.owner', sql`2`])
      .execute()
  ).map(row => ({ ...row, owner: row.owner!, state: row.state! }))

export async function lampCounts(trx: Trx, scope: Scope, cohortId: string, today: Day): Promise<Record<Lamp, number>> {
  const rows = await trx
    .selectFrom('lamps')
    .select(['lamp', count.as('count')])
    .where('school_id', '=', scope.school)
    .where('cohort_id', '=', cohortId)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .$if(scope.reach === 'own', query => query.where('member_id', '=', scope.member))
    .where('from_day', '<=', today)
    .where(({ or, eb }) => or([eb('until_day', 'is', null), eb('until_day', '>=', today)]))
    .groupBy('lamp')
    .execute()
  return { ...zeros(lamps), ...Object.fromEntries(rows.map(row => [row.lamp, row.count])) }
}

/** By the destination last said, of whoever has said one. */
export const destinationCounts = (trx: Trx, scope: Scope, cohortId: string) =>
  standing(trx, scope, cohortId)
    .select('a.destination_type as code')
    .select(count.as('count'))
    .where('a.destination_type', 'is not', null)
    .groupBy('a.destination_type')
    .execute()
