import '../tables.ts'
import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { graduatesIn } from '../../roster/index.ts'
import { attendanceStates, countsAs, type HeldFacts } from '../rules.ts'

/** Branches of the scope with members of the year who stand on the rolls. */
export const branchesOf = (trx: Trx, scope: Scope, cohortId: string) =>
  graduatesIn(trx, scope)
    .where('g.cohort_id', '=', cohortId)
    .where('g.reduction', 'is', null)
    .select(({ fn }) => ['u.id as unitId', 'u.name as name', 'g.path as path', fn.countAll<number>().as('people')])
    .groupBy(['u.id', 'u.name', 'g.path'])
    .orderBy('g.path')
    .execute()

const there = attendanceStates.filter(state => countsAs[state])

/** Branch × form: what is being held or was recorded. What was recorded without the branch's list took place without the branch. */
export async function heldForms(trx: Trx, scope: Scope, cohortId: string, kinds: readonly string[]): Promise<HeldFacts[]> {
  const { rows } = await sql<HeldFacts>`
    select path, kind, count(*)::int as times, max(on_day) as "lastOn", sum(invited)::int as invited, sum(there)::int as there
    from (
      select g.path, a.kind, a.id, a.on_day,
        case when c.activity_id is null then 0 else count(*) end as invited,
        case when c.activity_id is null then 0 else count(*) filter (where t.state = any(${there})) end as there
      from activities a
      join graduates g on g.school_id = a.school_id and g.cohort_id = a.cohort_id and g.reduction is null
        and g.path >= ${scope.path} and g.path < ${scope.pathEnd}
        and exists (select from unnest(a.audience) as one where starts_with(g.path, one))
      left join activity_closings c on c.school_id = a.school_id and c.activity_id = a.id and c.path = g.path
      left join attendances t on t.school_id = a.school_id and t.activity_id = a.id and t.graduate_id = g.id
      where a.school_id = ${scope.school} and a.cohort_id = ${cohortId} and a.kind = any(${kinds})
        and (a.state = 'held' or (a.state = 'recorded' and c.activity_id is not null))
      group by g.path, a.kind, a.id, a.on_day, c.activity_id
    ) as each_list
    group by path, kind`.execute(trx)
  return rows
}
