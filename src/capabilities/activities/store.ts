import './tables.ts'
import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { RichText } from '../../kernel/rich-text.ts'
import { namedSince, type Tables, type Trx, updateRows } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import { graduatesIn, personColumns } from '../roster/index.ts'
import { type ActivityState, type AttendanceState, attendanceStates, countsAs } from './rules.ts'

export * from './store/files.ts'

const columns = [
  'a.id as id',
  'a.cohort_id as cohortId',
  'a.kind as kind',
  'a.title as title',
  'a.held_unit as heldUnit',
  'a.held_path as heldPath',
  'a.audience as audience',
  'a.on_day as onDay',
  'a.begins as begins',
  'a.ends as ends',
  'a.place as place',
  'a.link as link',
  'a.host as host',
  'a.speaker as speaker',
  'a.recorder as recorder',
  'a.about as about',
  'a.minutes as minutes',
  'a.minutes_version as minutesVersion',
  'a.minutes_at as minutesAt',
  'a.minutes_name as minutesName',
  'a.state as state',
  'a.told as told',
  'a.opened_at as openedAt',
  'a.cancel_reason as cancelReason',
  'a.version as version',
] as const

/** Held in the scope, or told to somebody in it; of a member, what the own branch is asked to. A draft is its holder's alone. */
const within = (trx: Trx, { school, reach, path, pathEnd }: Scope) =>
  trx
    .selectFrom('activities as a')
    .where('a.school_id', '=', school)
    .where(eb => {
      const invited = sql<SqlBool>`exists (select from unnest(a.audience) as one where starts_with(${path}, one))`
      const told = eb('a.told', '=', true)
      if (reach === 'own') return eb.and([invited, told])
      return eb.or([
        eb.and([eb('a.held_path', '>=', path), eb('a.held_path', '<', pathEnd)]),
        eb.and([
          told,
          eb.or([invited, sql<SqlBool>`exists (select from unnest(a.audience) as one where one >= ${path} and one < ${pathEnd})`]),
        ]),
      ])
    })
    .select(columns)

export type ActivityRecord = NonNullable<Awaited<ReturnType<typeof activity>>>

export interface Filter {
  cohortId: string
  from?: Day | undefined
  until?: Day | undefined
  state?: ActivityState | undefined
  kind?: string | undefined
}

/** The latest first. */
export const page = (trx: Trx, scope: Scope, { cohortId, from, until, state, kind }: Filter, after: string | undefined, limit: number) =>
  listed(trx, scope, { cohortId, from, until, state, kind })
    .$if(after !== undefined, query =>
      query.where(
        sql<SqlBool>`(a.on_day, a.id) < (select b.on_day, b.id from activities b where b.school_id = ${scope.school} and b.id = ${after})`,
      ),
    )
    .orderBy('a.on_day', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()

const listed = (trx: Trx, scope: Scope, { cohortId, from, until, state, kind }: Filter) =>
  within(trx, scope)
    .where('a.cohort_id', '=', cohortId)
    .$if(from !== undefined, query => query.where('a.on_day', '>=', from!))
    .$if(until !== undefined, query => query.where('a.on_day', '<=', until!))
    .$if(state !== undefined, query => query.where('a.state', '=', state!))
    .$if(kind !== undefined, query => query.where('a.kind', '=', kind!))

/** What has begun or is over, the earliest first. */
export const heldIn = (trx: Trx, scope: Scope, cohortId: string) =>
  within(trx, scope)
    .where('a.cohort_id', '=', cohortId)
    .where('a.state', 'in', ['held', 'recorded'])
    .orderBy('a.on_day')
    .orderBy('a.begins')
    .orderBy('a.id')
    .execute()

export const total = async (trx: Trx, scope: Scope, filter: Filter): Promise<number> =>
  (await listed(trx, scope, filter).clearSelect().select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count

export const activity = (trx: Trx, scope: Scope, id: string, hold = false) =>
  within(trx, scope)
    .where('a.id', '=', id)
    .$if(hold, query => query.forUpdate())
    .executeTakeFirst()

/** What a member is asked to, the latest day first. */
export const ownActivities = (trx: Trx, scope: Scope, cohortId: string) =>
  within(trx, scope).where('a.cohort_id', '=', cohortId).orderBy('a.on_day', 'desc').orderBy('a.begins', 'desc').limit(200).execute()

type Later = 'state' | 'told' | 'opened_at' | 'cancel_reason' | 'version' | 'created_at' | `minutes${string}`
type NewActivity = Omit<Insertable<Tables['activities']>, Later>
export const addActivities = (trx: Trx, rows: readonly NewActivity[]) =>
  trx
    .insertInto('activities')
    .values([...rows])
    .execute()

export const saveActivity = (trx: Trx, school: string, id: string, change: Updateable<Tables['activities']>) =>
  trx
    .updateTable('activities')
    .set({ ...change, version: sql`version + 1` })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

/** Beside the activity's own version: who writes stands in nobody's way. */
export const saveMinutes = (trx: Trx, school: string, id: string, { text, at, by }: { text: RichText; at: Date; by: string }) =>
  trx
    .updateTable('activities')
    .set({ minutes: JSON.stringify(text), minutes_version: sql`minutes_version + 1`, minutes_at: at, minutes_name: by })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

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
