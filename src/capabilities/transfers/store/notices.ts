/** What was told once, and the letters that are to be told of. */
import '../tables.ts'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { NoticeKind } from '../tables/following.ts'

export type Notice = { graduateId: string; memberId: string; path: string; kind: NoticeKind; mark: string }

/** Keeps them; what comes back are those that nobody had told before. */
export async function tellOnce(trx: Trx, school: string, notices: readonly Notice[], today: Day): Promise<Notice[]> {
  if (notices.length === 0) return []
  const rows = notices.map(notice => ({ id: newId(), ...notice }))
  const { rows: kept } = await sql<{ id: string }>`
    insert into case_notices (school_id, id, graduate_id, member_id, path, kind, mark, on_day)
    select ${school}::uuid, r.id, r."graduateId", r."memberId", r.path, r.kind, r.mark, ${today}::date
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "graduateId" uuid, "memberId" uuid, path text, kind text, mark text)
    on conflict (school_id, graduate_id, kind, mark) do nothing
    returning id`.execute(trx)
  const fresh = new Set(kept.map(({ id }) => id))
  return rows.filter(({ id }) => fresh.has(id)).map(({ id: _, ...notice }) => notice)
}

/** What was told of these graduates' letters, by graduate. */
export async function toldOf(trx: Trx, school: string, graduateIds: readonly string[]) {
  if (graduateIds.length === 0) return new Map<string, { kind: NoticeKind; mark: string }[]>()
  const rows = await trx
    .selectFrom('case_notices')
    .select(['graduate_id as id', 'kind', 'mark'])
    .where('school_id', '=', school)
    .where('graduate_id', 'in', graduateIds)
    .execute()
  return Map.groupBy(rows, ({ id }) => id)
}
