import './tables.ts'
import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { RichText } from '../../kernel/rich-text.ts'
import type { Tables, Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import type { ActivityState } from './rules.ts'

export * from './store/files.ts'
export * from './store/lists.ts'

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
