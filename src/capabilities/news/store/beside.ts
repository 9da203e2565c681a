/** What stands beside a draft: its story, its links, its frozen versions. */
import '../tables.ts'
import { type Insertable, sql } from 'kysely'
import type { Tables, Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

export const addEvent = (trx: Trx, row: Insertable<Tables['news_events']>) => trx.insertInto('news_events').values(row).execute()

export const eventsOf = (trx: Trx, { school }: Scope, newsId: string) =>
  trx
    .selectFrom('news_events')
    .select(['id', 'step', 'on_day as onDay', 'actor_name as by', 'words'])
    .where('school_id', '=', school)
    .where('news_id', '=', newsId)
    .orderBy('id')
    .execute()

export const addLink = (trx: Trx, row: Insertable<Tables['news_links']>) => trx.insertInto('news_links').values(row).execute()

export const linksOf = (trx: Trx, { school }: Scope, newsIds: readonly string[]) =>
  newsIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('news_links')
        .select(['id', 'news_id as newsId', 'platform', 'url', 'on_day as onDay', 'by_name as by'])
        .where('school_id', '=', school)
        .where('news_id', 'in', newsIds)
        .orderBy('on_day')
        .orderBy('id')
        .execute()
export type LinkRecord = Awaited<ReturnType<typeof linksOf>>[number]

export const addVersion = (trx: Trx, row: Omit<Insertable<Tables['news_versions']>, 'number'>) =>
  trx
    .insertInto('news_versions')
    .values({
      ...row,
      number: sql<number>`(select coalesce(max(v.number), 0) + 1 from news_versions v where v.school_id = ${row.school_id} and v.news_id = ${row.news_id})`,
    })
    .execute()

/** The latest by which the words can be proved. */
export const lastVersion = (trx: Trx, { school }: Scope, newsId: string) =>
  trx
    .selectFrom('news_versions')
    .select(['number', 'sha256'])
    .where('school_id', '=', school)
    .where('news_id', '=', newsId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Accounts that hear of a step: at this place, or in the whole school. */
export const hearers = async (trx: Trx, path: string | null, roles: readonly string[], today: string): Promise<string[]> =>
  (
    await sql<{
      account_id: string
    }>`select account_id from news_hearers(${path}::text, ${sql.val(roles)}::text[], ${today}::date)`.execute(trx)
  ).rows.map(({ account_id }) => account_id)
