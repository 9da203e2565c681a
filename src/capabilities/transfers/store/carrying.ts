/** Cases of earlier years as they were entered. */
import '../tables.ts'
import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { Term } from '../rules.ts'
import { standing } from './search.ts'
import { termSql } from './standing.ts'

const oneOf = (column: string, ids: readonly string[]) =>
  sql<SqlBool>`${sql.ref(column)} in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`

export const casesAsCarried = (trx: Trx, { school, path, pathEnd }: Scope, graduateIds: readonly string[], hold: boolean) =>
  trx
    .selectFrom('transfers')
    .select(['id', 'graduate_id as graduateId'])
    // A paper changes no version, and is work on the case all the same.
    .select(
      sql<number>`version + (select count(*)::int from destination_papers p
        where p.school_id = transfers.school_id and p.transfer_id = transfers.id)`.as('version'),
    )
    .where('school_id', '=', school)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
    .where(oneOf('graduate_id', graduateIds))
    .orderBy('id')
    .$if(hold, query => query.forUpdate())
    .execute()

/** How many went: those that somebody has touched since stay. */
export const dropUntouched = async (trx: Trx, transferIds: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ dropped: number }>`
    select drop_untouched_carryovers(${JSON.stringify(transferIds)}::json) as dropped`.execute(trx)
  return rows[0]!.dropped
}

/** Nobody at the school has to do anything about these any more. */
const settled: readonly Term[] = ['received', 'reduced']

export type Some = { cohortId: string; graduateIds: readonly string[] }

/** How many of these are not settled yet. */
export const openOf = async (trx: Trx, scope: Scope, { cohortId, graduateIds }: Some, today: Day): Promise<number> =>
  (
    await standing(trx, scope, cohortId)
      .select(sql<number>`count(*)::int`.as('count'))
      .where(oneOf('g.id', graduateIds))
      .where(termSql(today), 'not in', settled)
      .executeTakeFirstOrThrow()
  ).count
