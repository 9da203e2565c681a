import './tables.ts'
import { type SqlBool, sql } from 'kysely'
import { insertRows, type Trx } from '../../platform/database/index.ts'
import { meaning } from '../../platform/database/violations.ts'
import type { Scope } from '../orgs/index.ts'
import type { ViewScreen } from './rules.ts'

meaning('saved_views_name', 'name-taken')

const own = (trx: Trx, { school, account }: Scope, screen: ViewScreen) =>
  trx
    .selectFrom('saved_views')
    .select(['id', 'name', 'version', 'search', 'shared_path as sharedPath'])
    .where('school_id', '=', school)
    .where('account_id', '=', account)
    .where('screen', '=', screen)

/** The own ones first, then those that units above share. */
export const viewsOf = (trx: Trx, scope: Scope, screen: ViewScreen) =>
  trx
    .selectFrom('saved_views as v')
    .select(['v.id as id', 'v.name as name', 'v.search as search', 'v.shared_path as sharedPath', 'v.version as version'])
    .select(['v.account_id as accountId', 'v.owner_name as owner'])
    .where('v.school_id', '=', scope.school)
    .where('v.screen', '=', screen)
    .where(({ or, eb }) =>
      or([eb('v.account_id', '=', scope.account), sql<SqlBool>`v.shared_path is not null and starts_with(${scope.path}, v.shared_path)`]),
    )
    .orderBy(sql`v.account_id = ${scope.account} desc`)
    .orderBy('v.name')
    .execute()

export const countOwn = async (trx: Trx, scope: Scope, screen: ViewScreen): Promise<number> =>
  (await own(trx, scope, screen).execute()).length

export const holdView = (trx: Trx, scope: Scope, screen: ViewScreen, id: string) =>
  own(trx, scope, screen).where('id', '=', id).forUpdate().executeTakeFirst()

export const addView = (trx: Trx, row: Record<string, unknown>) => insertRows(trx, 'saved_views', [row])

type Change = { name: string; search: Record<string, string>; sharedPath: string | null; version: number }

export const saveView = (trx: Trx, { school, account }: Scope, id: string, { name, search, sharedPath, version }: Change) =>
  trx
    .updateTable('saved_views')
    .set({ name, search: JSON.stringify(search) as never, shared_path: sharedPath, version })
    .where('school_id', '=', school)
    .where('account_id', '=', account)
    .where('id', '=', id)
    .execute()

export const removeView = async (trx: Trx, { school, account }: Scope, screen: ViewScreen, id: string): Promise<boolean> =>
  (await trx
    .deleteFrom('saved_views')
    .where('school_id', '=', school)
    .where('account_id', '=', account)
    .where('screen', '=', screen)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()) !== undefined
