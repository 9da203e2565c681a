/** Who is called to an activity, what is said of each, and which branch has closed its list. */
import '../tables.ts'
import { type Insertable, type SqlBool, sql } from 'kysely'
import { namedSince, type Tables, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { graduatesIn, personColumns } from '../../roster/index.ts'
import { type AttendanceState, attendanceStates, countsAs } from '../rules.ts'
import type { ActivityRecord } from '../store.ts'

const there = attendanceStates.filter(state => countsAs[state])

const called = (audience: readonly string[]) =>
  sql<SqlBool>`exists (select from json_array_elements_text(${JSON.stringify(audience)}::json) as one where starts_with(g.path, one.value))`

/** Whom an activity is for, in the scope: those still on the rolls. */
const invited = (trx: Trx, scope: Scope, { cohortId, audience }: Pick<ActivityRecord, 'cohortId' | 'audience'>) =>
  graduatesIn(trx, scope).where('g.cohort_id', '=', cohortId).where('g.reduction', 'is', null).where(called(audience))

export type Asked = Pick<ActivityRecord, 'id' | 'cohortId' | 'audience'>

const withAttendance = (trx: Trx, scope: Scope, asked: Asked) =>
  invited(trx, scope, asked).leftJoin('attendances as t', join =>
    join.onRef('t.school_id', '=', 'g.school_id').onRef('t.graduate_id', '=', 'g.id').on('t.activity_id', '=', asked.id),
  )

const attendanceColumns = [
  't.state as state',
  't.how as how',
  't.reason as reason',
  't.said_at as saidAt',
  't.said_by as saidBy',
  't.said_name as saidName',
] as const

const plain = (text: string) => text.replace(/[\\%_]/g, character => `\\${character}`)

/** In the order of branch and name. */
export const people = (trx: Trx, scope: Scope, asked: Asked, search?: string) => {
  const contains = `%${plain(search ?? '')}%`
  return withAttendance(trx, scope, asked)
    .select(personColumns)
    .select(attendanceColumns)
    .$if(Boolean(search), query =>
      query.where(({ eb, or }) =>
        or([eb('m.name', 'like', contains), eb('m.pinyin', 'ilike', contains), eb('m.student_number', 'like', contains)]),
      ),
    )
    .orderBy('g.path')
    .orderBy('g.pinyin')
    .orderBy('g.id')
    .execute()
}

/** Each branch that is asked to come, in the scope: how many, and how many were there. */
export const lists = (trx: Trx, scope: Scope, asked: Asked) =>
  withAttendance(trx, scope, asked)
    .select(['u.id as unitId', 'u.name as name', 'g.path as path'])
    .select([sql<number>`count(*)::int`.as('invited'), sql<number>`(count(*) filter (where t.state = any(${there})))::int`.as('there')])
    .groupBy(['u.id', 'u.name', 'g.path'])
    .orderBy('g.path')
    .execute()

/** The same for several activities at once: activity → sums. */
export async function sums(trx: Trx, scope: Scope, cohortId: string, activities: readonly Asked[]) {
  if (activities.length === 0) return new Map<string, { invited: number; there: number; branches: number }>()
  const { rows } = await sql<{ id: string; invited: number; there: number; branches: number }>`
    select a.id, count(g.id)::int as invited, count(distinct g.path)::int as branches,
      (count(t.id) filter (where t.state = any(${there})))::int as there
    from activities a
    join graduates g on g.school_id = a.school_id and g.cohort_id = a.cohort_id and g.reduction is null
      and g.path >= ${scope.path} and g.path < ${scope.pathEnd}
      and exists (select from unnest(a.audience) as one where starts_with(g.path, one))
    left join attendances t on t.school_id = a.school_id and t.activity_id = a.id and t.graduate_id = g.id
    where a.school_id = ${scope.school} and a.cohort_id = ${cohortId} and a.id = any(${activities.map(({ id }) => id)}::uuid[])
    group by a.id`.execute(trx)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

export const closingsOf = (trx: Trx, { school }: Scope, activityIds: readonly string[]) =>
  activityIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('activity_closings')
        .select([
          'activity_id as activityId',
          'unit_id as unitId',
          'path',
          'closed_by as closedBy',
          'closed_name as closedName',
          'closed_at as closedAt',
          'counted',
        ])
        .where('school_id', '=', school)
        .where('activity_id', 'in', activityIds)
        .execute()

export const addClosing = (trx: Trx, row: Insertable<Tables['activity_closings']>) =>
  trx.insertInto('activity_closings').values(row).execute()

export const attendancesOf = (trx: Trx, { school }: Scope, graduateId: string) =>
  trx
    .selectFrom('attendances')
    .select(['activity_id as activityId', 'state', 'how'])
    .where('school_id', '=', school)
    .where('graduate_id', '=', graduateId)
    .execute()

export interface Attendance {
  activityId: string
  cohortId: string
  graduateId: string
  memberId: string
  path: string
  state: AttendanceState
  how: Insertable<Tables['attendances']>['how']
  reason: string
}
type Saying = { school: string; at: Date; by: string; name: string }

/** Whoever writes on one list waits for the other: what is signed, written down and closed comes one after another. */
export const holdList = (trx: Trx, activityId: string) => sql`select pg_advisory_xact_lock(hashtextextended(${activityId}, 0))`.execute(trx)

/** One line a person: what is said later stands. */
export async function putAttendances(
  trx: Trx,
  { school, at, by, name }: Saying,
  rows: readonly (Attendance & { id: string })[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into attendances
      (school_id, id, activity_id, cohort_id, graduate_id, member_id, path, state, how, reason, said_at, said_by, said_name)
    select ${school}::uuid, r.id, r."activityId", r."cohortId", r."graduateId", r."memberId", r.path, r.state, r.how, r.reason, ${at}::timestamptz, ${by}::uuid, ${name}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, "activityId" uuid, "cohortId" uuid, "graduateId" uuid, "memberId" uuid, path text, state text, how text, reason text)
    on conflict on constraint attendances_once do update
      set state = excluded.state, how = excluded.how, reason = excluded.reason, said_at = excluded.said_at,
        said_by = excluded.said_by, said_name = excluded.said_name`.execute(trx)
}

export const dropAttendances = (trx: Trx, { school }: Pick<Scope, 'school'>, activityId: string, graduateIds: readonly string[]) =>
  trx
    .deleteFrom('attendances')
    .where('school_id', '=', school)
    .where('activity_id', '=', activityId)
    .where('graduate_id', 'in', sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(graduateIds)}::json))`)
    .execute()

/** The member's newest entry. */
export const ownGraduate = (trx: Trx, scope: Scope) =>
  graduatesIn(trx, scope).select(personColumns).where('g.member_id', '=', scope.member).orderBy('g.id', 'desc').limit(1).executeTakeFirst()

/** Of these members, who was put on a list later than this id was made. */
export const attendedSince = (trx: Trx, school: string, memberIds: readonly string[], since: string) =>
  namedSince(trx, 'attendances', { school, column: 'member_id', among: memberIds, since })

/** What stands on members who moved goes with them. */
export const moveAttendances = async (trx: Trx, school: string, moves: readonly { memberId: string; path: string }[]) => {
  if (moves.length === 0) return
  await updateRows(
    trx,
    'attendances',
    ['school_id', 'member_id'],
    moves.map(({ memberId, path }) => ({ school_id: school, member_id: memberId, path })),
  )
}

/** Changes whenever a line of the list does. */
export const stamp = async (trx: Trx, { school }: Scope, id: string): Promise<string> =>
  (
    await trx
      .selectFrom('attendances')
      .select(sql<string>`count(*) || ' ' || coalesce(max(said_at)::text, '')`.as('stamp'))
      .where('school_id', '=', school)
      .where('activity_id', '=', id)
      .executeTakeFirstOrThrow()
  ).stamp

/** Every list that one member stands on, by day. */
export const ownAttendances = (trx: Trx, { school }: Scope, graduateId: string) =>
  trx
    .selectFrom('attendances as t')
    .innerJoin('activities as a', join => join.onRef('a.school_id', '=', 't.school_id').onRef('a.id', '=', 't.activity_id'))
    .select(['a.title', 'a.on_day as onDay', 't.state', 't.how', 't.reason', 't.said_at as saidAt', 't.said_name as saidName'])
    .where('t.school_id', '=', school)
    .where('t.graduate_id', '=', graduateId)
    .orderBy('a.on_day')
    .orderBy('a.id')
    .execute()

/** Where one member was, of lists that the branch has not closed: it will count, and does not yet. */
export const signedNotCounted = (trx: Trx, { school }: Scope, graduateId: string) =>
  trx
    .selectFrom('attendances as t')
    .innerJoin('activities as a', join => join.onRef('a.school_id', '=', 't.school_id').onRef('a.id', '=', 't.activity_id'))
    .select(['a.id', 'a.kind', 'a.title', 'a.on_day as onDay'])
    .where('t.school_id', '=', school)
    .where('t.graduate_id', '=', graduateId)
    .where('t.state', 'in', there)
    .where('a.state', '!=', 'cancelled')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('activity_closings as c')
            .select('c.unit_id')
            .whereRef('c.school_id', '=', 't.school_id')
            .whereRef('c.activity_id', '=', 't.activity_id')
            .whereRef('c.path', '=', 't.path'),
        ),
      ),
    )
    .orderBy('a.on_day')
    .orderBy('a.id')
    .execute()
