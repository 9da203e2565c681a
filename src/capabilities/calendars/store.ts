import './tables.ts'
import type { Day } from '../../kernel/day.ts'
import type { Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'

export const feedOf = (trx: Trx, { school, account }: Scope) =>
  trx
    .selectFrom('calendar_feeds')
    .select(['made_at as madeAt', 'read_on as readOn'])
    .where('school_id', '=', school)
    .where('account_id', '=', account)
    .executeTakeFirst()

/** In the place of the one before, whose address is no more. */
export const putFeed = (trx: Trx, { school, account }: Scope, code_hash: Uint8Array, made_at: Date) =>
  trx
    .insertInto('calendar_feeds')
    .values({ school_id: school, account_id: account, code_hash, made_at, read_on: null })
    .onConflict(conflict => conflict.columns(['school_id', 'account_id']).doUpdateSet({ code_hash, made_at, read_on: null }))
    .execute()

export const dropFeed = async (trx: Trx, { school, account }: Scope): Promise<boolean> =>
  (await trx
    .deleteFrom('calendar_feeds')
    .where('school_id', '=', school)
    .where('account_id', '=', account)
    .returning('account_id')
    .executeTakeFirst()) !== undefined

/** Whose address this is, of any school; notes that it was asked for. */
export const readFeed = (trx: Trx, code_hash: Uint8Array, today: Day) =>
  trx
    .updateTable('calendar_feeds')
    .set({ read_on: today })
    .where('code_hash', '=', code_hash)
    .returning(['school_id as school', 'account_id as account'])
    .executeTakeFirst()
