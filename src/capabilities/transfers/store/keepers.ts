/** Who keeps a case whose branch is gone. */
import '../tables.ts'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

export type Keeper = { unitName: string; accountId: string | null; name: string | null; phone: string | null }
export type Kept = Keeper & { graduateId: string; since: Day }
type NewKept = Keeper & { graduateId: string; memberId: string; path: string }

/** What comes back are those for whom this is new. */
export async function saveKeepers(trx: Trx, school: string, cohortId: string, rows: readonly NewKept[], since: Day): Promise<string[]> {
  if (rows.length === 0) return []
  const { rows: changed } = await sql<{ id: string }>`
    insert into case_keepers (school_id, graduate_id, cohort_id, member_id, path, unit_name, account_id, name, phone, since_day)
    select ${school}::uuid, r."graduateId", ${cohortId}::uuid, r."memberId", r.path, r."unitName", r."accountId", r.name, r.phone, ${since}::date
    from json_to_recordset(${JSON.stringify(rows)}::json) as r("graduateId" uuid, "memberId" uuid, path text, "unitName" text, "accountId" uuid, name text, phone text)
    on conflict (school_id, graduate_id) do update
      set unit_name = excluded.unit_name, account_id = excluded.account_id, name = excluded.name, phone = excluded.phone
      where (case_keepers.unit_name, case_keepers.account_id, case_keepers.name, case_keepers.phone)
        is distinct from (excluded.unit_name, excluded.account_id, excluded.name, excluded.phone)
    returning graduate_id as id`.execute(trx)
  return changed.map(({ id }) => id)
}

export async function keepersOf(trx: Trx, { school }: Pick<Scope, 'school'>, graduateIds: readonly string[]): Promise<Map<string, Kept>> {
  if (graduateIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('case_keepers')
    .select(['graduate_id as graduateId', 'unit_name as unitName', 'account_id as accountId', 'name', 'phone', 'since_day as since'])
    .where('school_id', '=', school)
    .where('graduate_id', 'in', graduateIds)
    .execute()
  return new Map(rows.map(row => [row.graduateId, row]))
}

/** The branch stays after all: its cases are its own again. */
export const dropKeepers = (trx: Trx, { school }: Pick<Scope, 'school'>, cohortId: string, path: string) =>
  trx.deleteFrom('case_keepers').where('school_id', '=', school).where('cohort_id', '=', cohortId).where('path', '=', path).execute()
