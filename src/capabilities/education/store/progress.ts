import '../tables.ts'
import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { graduatesIn } from '../../roster/index.ts'
import type { AskedItem } from '../rules.ts'
import { askedOf, itemsDone, standing } from './standing.ts'

/** Each branch of the scope: how many people, how many of them have all. */
export const unitTotals = (trx: Trx, scope: Scope, cohortId: string, items: readonly AskedItem[]) =>
  standing(trx, scope, cohortId, items)
    .select(({ fn }) => [
      'u.id as unitId',
      'u.name as unitName',
      'g.path as path',
      fn.countAll<number>().as('people'),
      fn
        .countAll<number>()
        .filterWhere(sql<boolean>`coalesce(p.complete, 0) = ${sql.lit(askedOf(items).length)}`)
        .as('complete'),
    ])
    .groupBy(['u.id', 'u.name', 'g.path'])
    .orderBy('g.path')
    .execute()

/** Each branch and item: how many have it complete. */
export const unitItems = (trx: Trx, scope: Scope, cohortId: string, items: readonly AskedItem[]) =>
  graduatesIn(trx, scope)
    .where('g.cohort_id', '=', cohortId)
    .where('g.reduction', 'is', null)
    .innerJoin(itemsDone(trx, scope, cohortId, items).as('n'), 'n.graduateId', 'g.id')
    .select(({ fn }) => ['u.id as unitId', 'n.item as item', fn.countAll<number>().as('count')])
    .where('n.enough', '=', true)
    .groupBy(['u.id', 'n.item'])
    .execute()

/** What took place, as the confirmations tell it: branch, day, item and evidence, and how many took part. */
export const activities = (trx: Trx, scope: Scope, cohortId: string) =>
  graduatesIn(trx, scope)
    .innerJoin('item_confirmations as c', join => join.onRef('c.school_id', '=', 'g.school_id').onRef('c.graduate_id', '=', 'g.id'))
    .select(({ fn }) => [
      'u.name as unitName',
      'c.path as path',
      'c.item as item',
      'c.done_on as doneOn',
      'c.evidence as evidence',
      fn.countAll<number>().as('people'),
    ])
    .where('c.cohort_id', '=', cohortId)
    .where('c.revoked_at', 'is', null)
    .groupBy(['u.name', 'c.path', 'c.item', 'c.done_on', 'c.evidence'])
    .orderBy('c.path')
    .orderBy('c.done_on')
    .orderBy('c.item')
    .orderBy('c.evidence')
    .execute()
