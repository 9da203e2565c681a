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
  tag?: string | undefined
  /** A staff account, or nobody. */
  responsible?: string | null | undefined
}
export type Key = readonly [path: string, pinyin: string, id: string]

/** LIKE's own signs stand for themselves. */
const part = (text: string) => `%${text.replace(/[\\%_]/g, sign => `\\${sign}`)}%`
/** zsy finds zeng shi yun. */
const initials = (text: string) => `(^| )${Array.from(text, letter => `${letter}[a-z]*`).join(' ')}`

/** The end of an ID number, as every list shows it. */
const isLast4 = (text: string) => /^\d{3}[\dXx]$/.test(text)

/** Another number of the same person, earlier or later: asked for whole. */
const formerly = (text: string) =>
  /^[\dA-Za-z]*\d{4}[\dA-Za-z]*$/.test(text)
    ? sql`or exists (select from member_numbers as n where n.school_id = m.school_id and n.number = ${text} and n.member_id = m.id)`
    : sql``

export const matches = ({ text, index }: NonNullable<Filter['search']>): Expression<SqlBool> => {
  // Some universities' student numbers read like a phone.
  if (index) return sql<SqlBool>`(${sql.ref(`m.${index.column}`)} = ${index.value} or m.student_number = ${text} ${formerly(text)})`
  const letters = text.toLowerCase().replace(/\s/g, '')
  const spelled = /^[a-z]+$/.test(letters)
    ? sql`or replace(m.pinyin, ' ', '') like ${part(letters)} or m.pinyin ~ ${initials(letters.slice(0, 8))}`
    : sql``
  const last4 = isLast4(text) ? sql`or m.id_number_last4 = ${text.toUpperCase()}` : sql``
  return sql<SqlBool>`(m.name like ${part(text)} or m.student_number like ${part(text)} ${spelled} ${last4} ${formerly(text)})`
}

const filtered = (trx: Trx, scope: Scope, { cohortId, search, outcome, membership, relationAtSchool, tag, responsible }: Filter) =>
  graduatesIn(trx, scope)
    .where('g.cohort_id', '=', cohortId)
    .$if(search !== undefined, query => query.where(matches(search!)))
    .$if(outcome !== undefined, query => query.where('g.outcome', '=', outcome!))
    .$if(membership !== undefined, query => query.where('g.membership', '=', membership!))
    .$if(relationAtSchool !== undefined, query => query.where('g.relation_at_school', '=', relationAtSchool!))
    .$if(tag !== undefined, query => query.where(sql<SqlBool>`g.tags @> array[${tag}]::text[]`))
    .$if(responsible !== undefined, query => query.where('g.responsible_id', responsible === null ? 'is' : '=', responsible as never))

/** What the list can show beside the person of a case. */
const ledgerColumns = [
  'm.education as education',
  'm.degree as degree',
  'm.native_place as nativePlace',
  'm.party_post as partyPost',
  'm.introducers as introducers',
  'm.remark as remark',
] as const

/** The key of the row before the `from`th: read from the index alone where nothing filters by the person. */
async function keyBefore(trx: Trx, scope: Scope, filter: Filter, from: number): Promise<Key | undefined> {
  const found = await filtered(trx, scope, filter)
    .select(['g.path', 'g.pinyin', 'g.id'])
    .orderBy('g.path')
    .orderBy('g.pinyin')
    .orderBy('g.id')
    .offset(from - 1)
    .limit(1)
    .executeTakeFirst()
  return found && [found.path, found.pinyin, found.id]
}

/** `from` rows are skipped: a jump into the middle of a long list. */
export async function pageAt(trx: Trx, scope: Scope, filter: Filter, limit: number, from: number) {
  if (from === 0) return page(trx, scope, filter, limit)
  const key = await keyBefore(trx, scope, filter, from)
  return key ? page(trx, scope, filter, limit, key) : []
}

export type LedgerRow = Awaited<ReturnType<typeof page>>[number]

export const page = (trx: Trx, scope: Scope, filter: Filter, limit: number, after?: Key) =>
  filtered(trx, scope, filter)
    .select(personColumns)
    .select(ledgerColumns)
    .$if(after !== undefined, query =>
      query.where(sql<SqlBool>`(g.path, g.pinyin, g.id) > (${after![0]}, ${after![1]}, ${after![2]}::uuid)`),
    )
    .orderBy('g.path')
    .orderBy('g.pinyin')
    .orderBy('g.id')
    .limit(limit)
    .execute()

/** Counted from the tallies: some hundred lines stand for any number of graduates. */
const tallied = (trx: Trx, scope: Scope, { cohortId, outcome, membership, relationAtSchool }: Filter) =>
  trx
    .selectFrom('graduate_tallies as t')
    .where('t.school_id', '=', scope.school)
    .where('t.cohort_id', '=', cohortId)
    .where('t.path', '>=', scope.path)
    .where('t.path', '<', scope.pathEnd)
    .$if(outcome !== undefined, query => query.where('t.outcome', '=', outcome!))
    .$if(membership !== undefined, query => query.where('t.membership', '=', membership!))
    .$if(relationAtSchool !== undefined, query => query.where('t.relation_at_school', '=', relationAtSchool!))

/** What the tallies do not know, and who sees only the own line, is counted line by line. */
export const total = async (trx: Trx, scope: Scope, filter: Filter): Promise<number> => {
  const untallied = filter.search ?? filter.tag ?? filter.responsible
  const byTally = untallied === undefined && scope.reach === 'unit'
  const found = byTally
    ? await tallied(trx, scope, filter)
        .select(eb => eb.fn.coalesce(eb.fn.sum<number>('t.difference'), eb.lit(0)).as('count'))
        .executeTakeFirstOrThrow()
    : await filtered(trx, scope, filter)
        .select(eb => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
  return Number(found.count)
}

/** Nobody of the cohort is left out. */
export const isWhole = ({ search, outcome, membership, relationAtSchool, tag, responsible }: Filter): boolean =>
  [search, outcome, membership, relationAtSchool, tag, responsible].every(chosen => chosen === undefined)

export const idsOf = async (trx: Trx, scope: Scope, filter: Filter): Promise<string[]> =>
  (await filtered(trx, scope, filter).select('g.id as id').execute()).map(row => row.id)

/** How many stand where: by branch, outcome and membership at once. */
export const counts = (trx: Trx, scope: Scope, cohortId: string) =>
  tallied(trx, scope, { cohortId })
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 't.school_id').onRef('u.path', '=', 't.path'))
    .select(eb => [
      'u.id as id',
      'u.name as name',
      'u.path as path',
      't.outcome as outcome',
      't.membership as membership',
      eb.fn.sum<number>('t.difference').as('count'),
    ])
    .groupBy(['u.id', 'u.name', 'u.path', 't.outcome', 't.membership'])
    .having(eb => eb.fn.sum('t.difference'), '<>', 0)
    .orderBy('u.path')
    .execute()

/** Makes one line of each place's differences; the sums stay what they were. */
export const foldTallies = (trx: Trx, school: string) =>
  sql`with gone as (delete from graduate_tallies where school_id = ${school} returning *)
    insert into graduate_tallies (school_id, cohort_id, path, outcome, membership, relation_at_school, difference)
    select school_id, cohort_id, path, outcome, membership, relation_at_school, sum(difference) from gone
    group by 1, 2, 3, 4, 5, 6 having sum(difference) <> 0`.execute(trx)
