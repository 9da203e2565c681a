import './tables.ts'
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tables, Trx } from '../../platform/database/index.ts'
import { meaning } from '../../platform/database/violations.ts'
import type { Scope } from '../orgs/index.ts'
import type { NewsKind, NewsState } from './rules.ts'

export * from './store/beside.ts'
export * from './store/photos.ts'

meaning('news_links_once', 'link-twice')

/** What the scope sees: of drafts one's own, of the rest what lies below; the publicity office has the whole school of what reached it. */
const within = (trx: Trx, { school, reach, path, pathEnd }: Scope) =>
  trx
    .selectFrom('news_drafts as n')
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'n.school_id').onRef('u.id', '=', 'n.unit_id'))
    .where('n.school_id', '=', school)
    .$if(reach === 'unit', query =>
      query
        .where('n.path', '>=', path)
        .where('n.path', '<', pathEnd)
        .where(({ or, eb }) => or([eb('n.state', '<>', 'draft'), eb('n.path', '=', path)])),
    )

const rows = (trx: Trx, scope: Scope) =>
  within(trx, scope).select([
    'n.id as id',
    'n.cohort_id as cohortId',
    'n.unit_id as unitId',
    'u.name as unitName',
    'n.path as path',
    'n.above_path as abovePath',
    'n.kind as kind',
    'n.title as title',
    'n.byline as byline',
    'n.body as text',
    'n.consent_on as consentOn',
    'n.state as state',
    'n.returned_from as returnedFrom',
    'n.times as times',
    'n.sent_on as sentOn',
    'n.version as version',
    'n.made_name as madeName',
    'n.made_at as madeAt',
  ])
export type NewsRecord = Awaited<ReturnType<typeof page>>[number]

export const draft = (trx: Trx, scope: Scope, id: string, hold = false): Promise<NewsRecord | undefined> =>
  rows(trx, scope)
    .where('n.id', '=', id)
    .$if(hold, query => query.forUpdate('n'))
    .executeTakeFirst()

export interface Filter {
  cohortId: string
  unitPath?: string | undefined
  kind?: NewsKind | undefined
  states?: readonly NewsState[] | undefined
  from?: string | undefined
  to?: string | undefined
  /** Only what has reached the publicity office, whatever became of it. */
  reached?: boolean
}

const filtered = (trx: Trx, scope: Scope, { cohortId, unitPath, kind, states, from, to, reached }: Filter) => {
  let query = rows(trx, scope).where('n.cohort_id', '=', cohortId)
  if (unitPath !== undefined) query = query.where(sql<boolean>`starts_with(n.path, ${unitPath})`)
  if (kind !== undefined) query = query.where('n.kind', '=', kind)
  if (states !== undefined) query = query.where('n.state', 'in', states)
  if (from !== undefined) query = query.where(sql<boolean>`n.sent_on >= ${from}::date`)
  if (to !== undefined) query = query.where(sql<boolean>`n.sent_on <= ${to}::date`)
  if (reached) query = query.where('n.sent_on', 'is not', null).where(sql<boolean>`n.returned_from is distinct from 'above'`)
  return query
}

/** The latest first. */
export const page = (trx: Trx, scope: Scope, filter: Filter, after: string | undefined, limit: number) =>
  filtered(trx, scope, filter)
    .$if(after !== undefined, query => query.where('n.id', '<', after!))
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute()

export const total = async (trx: Trx, scope: Scope, filter: Filter): Promise<number> =>
  (
    await trx
      .selectFrom(filtered(trx, scope, filter).as('found'))
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
  ).count

export const everyOne = (trx: Trx, scope: Scope, filter: Filter) => filtered(trx, scope, filter).orderBy('n.id').execute()

export const addDraft = (trx: Trx, row: Insertable<Tables['news_drafts']>) => trx.insertInto('news_drafts').values(row).execute()

export const saveDraft = (trx: Trx, school: string, id: string, change: Updateable<Tables['news_drafts']>) =>
  trx
    .updateTable('news_drafts')
    .set({ ...change, version: sql`version + 1` })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

export const dropDraft = (trx: Trx, school: string, id: string) =>
  trx.deleteFrom('news_drafts').where('school_id', '=', school).where('id', '=', id).execute()
