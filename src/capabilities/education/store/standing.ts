import '../tables.ts'
import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { graduatesIn } from '../../roster/index.ts'
import type { AskedItem } from '../rules.ts'

export const askedOf = (items: readonly AskedItem[]) => items.filter(({ required }) => required > 0)

/** The plan's asked items as rows, so that counts are compared where they are made. */
const asked = (items: readonly AskedItem[]) => {
  const rows = askedOf(items).map(({ key, required, minimum }) => ({ key, required, minimum }))
  return sql<{
    key: string
    required: number
    minimum: number | null
  }>`(select * from json_to_recordset(${JSON.stringify(rows)}::json) as plan (key text, required int, minimum numeric))`.as('i')
}

/** As `itemStanding` says it: hours add up where a time takes so many, and whoever is let off has enough. */
const enough = sql<boolean>`bool_or(c.basis = 'exempt') or case when i.minimum is null then count(*) >= i.required
  else sum(coalesce((c.details ->> 'hours')::numeric, i.minimum)) >= i.minimum * i.required end`

/** One row a member and item that has anything confirmed: whether that is enough. */
export const itemsDone = (trx: Trx, scope: Scope, cohortId: string, items: readonly AskedItem[]) =>
  trx
    .selectFrom('item_confirmations as c')
    .innerJoin(asked(items), 'i.key', 'c.item')
    .select(['c.graduate_id as graduateId', 'c.item as item', enough.as('enough')])
    .where('c.school_id', '=', scope.school)
    .where('c.cohort_id', '=', cohortId)
    .where('c.path', '>=', scope.path)
    .where('c.path', '<', scope.pathEnd)
    .where('c.revoked_at', 'is', null)
    .groupBy(['c.graduate_id', 'c.item', 'i.required', 'i.minimum'])

/** Members who stand on the rolls, each with how many items are complete; null for who has nothing yet. */
export const standing = (trx: Trx, scope: Scope, cohortId: string, items: readonly AskedItem[]) =>
  graduatesIn(trx, scope)
    .where('g.cohort_id', '=', cohortId)
    .where('g.reduction', 'is', null)
    .leftJoin(
      trx
        .selectFrom(itemsDone(trx, scope, cohortId, items).as('d'))
        .select(['d.graduateId', sql<number>`count(*) filter (where d.enough)`.as('complete')])
        .groupBy('d.graduateId')
        .as('p'),
      'p.graduateId',
      'g.id',
    )
