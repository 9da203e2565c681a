import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { personColumns } from '../../roster/index.ts'
import type { AskedItem, Standing } from '../rules.ts'
import { askedOf, itemsDone, standing } from './standing.ts'

export interface MatrixFilter {
  cohortId: string
  search?: string | undefined
  standing?: Standing | undefined
  lacks?: string | undefined
}

const plain = (text: string) => text.replace(/[\\%_]/g, character => `\\${character}`)

/** Whom the search and the scope leave, before the views are taken apart. */
const found = (trx: Trx, scope: Scope, items: readonly AskedItem[], { cohortId, search }: MatrixFilter) => {
  const contains = `%${plain(search ?? '')}%`
  const people = standing(trx, scope, cohortId, items)
  return search
    ? people.where(({ eb, or }) =>
        or([eb('m.name', 'like', contains), eb('m.pinyin', 'ilike', contains), eb('m.student_number', 'like', contains)]),
      )
    : people
}

/** How many items such a member has complete. */
const completeIs = (view: Standing, items: readonly AskedItem[]) => {
  const all = askedOf(items).length
  if (view === 'nothing') return sql<boolean>`p.complete is null`
  return sql<boolean>`coalesce(p.complete, 0) = ${sql.lit(view === 'complete' ? all : all - 1)}`
}

const shown = (trx: Trx, scope: Scope, items: readonly AskedItem[], filter: MatrixFilter) =>
  found(trx, scope, items, filter)
    .$if(filter.standing !== undefined, query => query.where(completeIs(filter.standing!, items)))
    .$if(filter.lacks !== undefined, query =>
      query.where(
        'g.id',
        'not in',
        trx
          .selectFrom(itemsDone(trx, scope, filter.cohortId, items).as('l'))
          .select('l.graduateId')
          .where('l.item', '=', filter.lacks!)
          .where('l.enough', '=', true),
      ),
    )

/** In the order of branch and name; `after` is the id of the last row seen. */
export const matrixPage = (
  trx: Trx,
  scope: Scope,
  items: readonly AskedItem[],
  filter: MatrixFilter,
  after: string | undefined,
  limit: number,
) =>
  shown(trx, scope, items, filter)
    .select(personColumns)
    .select(({ fn }) => fn.coalesce('p.complete', sql.lit(0)).as('complete'))
    .$if(after !== undefined, query =>
      query.where(
        sql<boolean>`(g.path, g.pinyin, g.id) > (select a.path, a.pinyin, a.id from graduates a where a.school_id = ${scope.school} and a.id = ${after})`,
      ),
    )
    .orderBy('g.path')
    .orderBy('g.pinyin')
    .orderBy('g.id')
    .limit(limit)
    .execute()

export const shownCount = async (trx: Trx, scope: Scope, items: readonly AskedItem[], filter: MatrixFilter): Promise<number> =>
  (
    await shown(trx, scope, items, filter)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** The numbers on the views, under the same search. */
export const viewCounts = (trx: Trx, scope: Scope, items: readonly AskedItem[], filter: MatrixFilter) =>
  found(trx, scope, items, filter)
    .select(({ fn }) => {
      const where = (view: Standing) => fn.countAll<number>().filterWhere(completeIs(view, items))
      return [
        fn.countAll<number>().as('all'),
        where('one-left').as('one-left'),
        where('nothing').as('nothing'),
        where('complete').as('complete'),
      ]
    })
    .executeTakeFirstOrThrow()

/** How many of the found have each item complete. */
export const itemCounts = async (trx: Trx, scope: Scope, items: readonly AskedItem[], filter: MatrixFilter) =>
  new Map(
    (
      await found(trx, scope, items, filter)
        .innerJoin(itemsDone(trx, scope, filter.cohortId, items).as('n'), 'n.graduateId', 'g.id')
        .select(({ fn }) => ['n.item as item', fn.countAll<number>().as('count')])
        .where('n.enough', '=', true)
        .groupBy('n.item')
        .execute()
    ).map(({ item, count }) => [item, count]),
  )
