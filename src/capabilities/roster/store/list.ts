/** The roster as lists ask for it: filtered, counted, by key. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { Membership, Outcome } from '../rules.ts'
import { graduatesIn, personColumns } from '../store.ts'

export type Filter = {
  cohortId: string
  search?: { text: string; index?: { column: 'id_number_index' | 'phone_index'; value: Uint8Array } | undefined } | undefined
  outcome?: Outcome | undefined
  membership?: Membership | undefined
  relationAtSchool?: boolean | undefined
}
export type Key = readonly [path: string, pinyin: string, id: string]

/** LIKE's own signs stand for themselves. */
const part = (text: string) => `%${text.replace(/[\\%_]/g, sign => `\\${sign}`)}%`
/** zsy finds zeng shi yun. */
const initials = (text: string) => `(^| )${Array.from(text, letter => `${letter}[a-z]*`).join(' ')}`

const matches = ({ text, index }: NonNullable<Filter['search']>): Expression<SqlBool> => {
  if (index) return sql<SqlBool>`${sql.ref(`m.${index.column}`)} = ${index.value}`
  const letters = text.toLowerCase().replace(/\s/g, '')
  const spelled = /^[a-z]+$/.test(letters)
    ? sql`or replace(m.pinyin, ' ', '') like ${part(letters)} or m.pinyin ~ ${initials(letters.slice(0, 8))}`
    : sql``
  return sql<SqlBool>`(m.name like ${part(text)} or m.student_number like ${part(text)} ${spelled})`
}

const filtered = (trx: Trx, scope: Scope, { cohortId, search, outcome, membership, relationAtSchool }: Filter) =>
  graduatesIn(trx, scope)
    .where('g.cohort_id', '=', cohortId)
    .$if(search !== undefined, query => query.where(matches(search!)))
    .$if(outcome !== undefined, query => query.where('g.outcome', '=', outcome!))
    .$if(membership !== undefined, query => query.where('m.membership', '=', membership!))
    .$if(relationAtSchool !== undefined, query => query.where('m.relation_at_school', '=', relationAtSchool!))

export const page = (trx: Trx, scope: Scope, filter: Filter, limit: number, after?: Key) =>
  filtered(trx, scope, filter)
    .select(personColumns)
    .$if(after !== undefined, query =>
      query.where(sql<SqlBool>`(g.path, m.pinyin, g.id) > (${after![0]}, ${after![1]}, ${after![2]}::uuid)`),
    )
    .orderBy('g.path')
    .orderBy('m.pinyin')
    .orderBy('g.id')
    .limit(limit)
    .execute()

export const total = async (trx: Trx, scope: Scope, filter: Filter): Promise<number> =>
  Number(
    (
      await filtered(trx, scope, filter)
        .select(eb => eb.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

export const idsOf = async (trx: Trx, scope: Scope, filter: Filter): Promise<string[]> =>
  (await filtered(trx, scope, filter).select('g.id as id').execute()).map(row => row.id)

/** How many stand where: by branch, outcome and membership at once. */
export const counts = (trx: Trx, scope: Scope, cohortId: string) =>
  filtered(trx, scope, { cohortId })
    .select(eb => [
      'u.id as id',
      'u.name as name',
      'u.path as path',
      'g.outcome as outcome',
      'm.membership as membership',
      eb.fn.countAll().as('count'),
    ])
    .groupBy(['u.id', 'u.name', 'u.path', 'g.outcome', 'm.membership'])
    .orderBy('u.path')
    .execute()
