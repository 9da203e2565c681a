import '../tables.ts'
import type { Insertable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tables, Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

/** Accounts of the scope that were reminded on a day. */
export const nudgedOn = async (trx: Trx, { school, path, pathEnd }: Scope, onDay: Day): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await trx
        .selectFrom('item_nudges')
        .select('account_id as id')
        .where('school_id', '=', school)
        .where('path', '>=', path)
        .where('path', '<', pathEnd)
        .where('on_day', '=', onDay)
        .execute()
    ).map(({ id }) => id),
  )

const A_STATEMENT = 1000

/** The accounts written now: one that somebody else has reminded meanwhile is not among them. */
export async function addNudges(trx: Trx, rows: readonly Insertable<Tables['item_nudges']>[]): Promise<ReadonlySet<string>> {
  const added = new Set<string>()
  for (let at = 0; at < rows.length; at += A_STATEMENT) {
    const written = await trx
      .insertInto('item_nudges')
      .values(rows.slice(at, at + A_STATEMENT))
      .onConflict(conflict => conflict.doNothing())
      .returning('account_id as id')
      .execute()
    for (const { id } of written) added.add(id)
  }
  return added
}
