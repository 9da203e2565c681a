import './tables.ts'
import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Tables, Trx } from '../../platform/database/index.ts'
import { meaning } from '../../platform/database/violations.ts'
import type { Scope } from '../orgs/index.ts'
import type { NoticeState } from './rules.ts'

export * from './store/chasing.ts'
export * from './store/duties.ts'
export * from './store/files.ts'
export * from './store/receipts.ts'

meaning('notices_number_once', 'number-taken')

const columns = [
  'n.id as id',
  'n.cohort_id as cohortId',
  'n.held_path as heldPath',
  'n.state as state',
  'n.title as title',
  'n.number as number',
  'n.issuer as issuer',
  'n.contact_name as contactName',
  'n.contact_phone as contactPhone',
  'n.body as text',
  'n.audience as audience',
  'n.duties as planned',
  'n.amends as amends',
  'n.version as version',
  'n.made_name as madeName',
  'n.issued_on as issuedOn',
  'n.issued_name as issuedName',
  'n.sha256 as sha256',
  'n.withdrawn_on as withdrawnOn',
  'n.withdrawn_name as withdrawnName',
  'n.withdrawn_reason as withdrawnReason',
] as const

/** The office's own, or what has reached a unit of the scope; the publicity office reads whatever was issued. */
const within = (trx: Trx, { school, reach, path, pathEnd }: Scope) =>
  trx
    .selectFrom('notices as n')
    .where('n.school_id', '=', school)
    .$if(reach === 'news', query => query.where('n.state', '<>', 'draft'))
    .$if(reach === 'unit', query =>
      query.where(({ and, or, eb, exists, selectFrom }) =>
        or([
          and([eb('n.held_path', '>=', path), eb('n.held_path', '<', pathEnd)]),
          exists(
            selectFrom('notice_receipts as r')
              .select('r.unit_id')
              .whereRef('r.school_id', '=', 'n.school_id')
              .whereRef('r.notice_id', '=', 'n.id')
              .where('r.path', '>=', path)
              .where('r.path', '<', pathEnd),
          ),
        ]),
      ),
    )

const rows = (trx: Trx, scope: Scope) => within(trx, scope).select(columns)
export type NoticeRecord = Awaited<ReturnType<typeof page>>[number]

export const notice = (trx: Trx, scope: Scope, id: string, hold = false): Promise<NoticeRecord | undefined> =>
  rows(trx, scope)
    .where('n.id', '=', id)
    .$if(hold, query => query.forUpdate('n'))
    .executeTakeFirst()

export interface Filter {
  cohortId: string
  state?: NoticeState | undefined
  todo: boolean
  /** The reader's own unit. */
  unitId: string
}

const listed = (trx: Trx, scope: Scope, { cohortId, state, todo, unitId }: Filter) =>
  within(trx, scope)
    .where('n.cohort_id', '=', cohortId)
    .$if(state !== undefined, query => query.where('n.state', '=', state!))
    .$if(todo, query =>
      query.where('n.state', '=', 'issued').where(
        sql<SqlBool>`exists (select from notice_receipts r where r.school_id = n.school_id and r.notice_id = n.id and r.unit_id = ${unitId}
          and (r.acknowledged_at is null or exists (
            select from notice_works w join notice_duties d on d.school_id = w.school_id and d.id = w.duty_id and d.withdrawn_on is null
            where w.school_id = n.school_id and w.notice_id = n.id and w.unit_id = r.unit_id and w.state = 'open')))`,
      ),
    )

const NEVER = '9999-12-31'
const order = sql`(coalesce(n.issued_on, ${sql.lit(NEVER)}::date), n.id)`

/** Drafts, then the latest first. */
export const page = (trx: Trx, scope: Scope, filter: Filter, after: string | undefined, limit: number) =>
  listed(trx, scope, filter)
    .select(columns)
    .$if(after !== undefined, query =>
      query.where(
        sql<SqlBool>`${order} < (select coalesce(b.issued_on, ${sql.lit(NEVER)}::date), b.id from notices b
          where b.school_id = ${scope.school} and b.id = ${after})`,
      ),
    )
    .orderBy(sql`coalesce(n.issued_on, ${sql.lit(NEVER)}::date)`, 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute()

export const total = async (trx: Trx, scope: Scope, filter: Filter): Promise<number> =>
  (await listed(trx, scope, filter).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count

/** Everything issued in a year, the earliest first. */
export const issuedIn = (trx: Trx, scope: Scope, cohortId: string) =>
  rows(trx, scope).where('n.cohort_id', '=', cohortId).where('n.state', '<>', 'draft').orderBy('n.issued_on').orderBy('n.id').execute()

/** What puts these right; of drafts only the office knows. */
export const amending = (trx: Trx, scope: Scope, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : rows(trx, scope).where('n.amends', 'in', ids).where('n.state', '<>', 'draft').orderBy('n.id').execute()

export const addNotice = (trx: Trx, row: Insertable<Tables['notices']>) => trx.insertInto('notices').values(row).execute()

export const saveNotice = (trx: Trx, school: string, id: string, change: Updateable<Tables['notices']>) =>
  trx
    .updateTable('notices')
    .set({ ...change, version: sql`version + 1` })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

export const dropNotice = (trx: Trx, school: string, id: string) =>
  trx.deleteFrom('notices').where('school_id', '=', school).where('id', '=', id).where('state', '=', 'draft').execute()
