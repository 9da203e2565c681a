/** Former names of the dictionary's entries, and what was learnt of accepted cases. */
import '../tables.ts'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { insertRows, type Trx } from '../../../platform/database/index.ts'
import { type AddresseeFilter, type AddresseeRow, addressees, addresseesByIds, found } from './addressees.ts'

type School = { school: string }

export const addNames = (trx: Trx, rows: readonly { school_id: string; name: string; pinyin: string; addressee_id: string }[]) =>
  insertRows(trx, 'addressee_names', rows)

/** All, or those of some entries. */
export const formerNames = (trx: Trx, { school }: School, ids?: readonly string[]) =>
  trx
    .selectFrom('addressee_names')
    .select(['name', 'pinyin', 'addressee_id as addresseeId'])
    .where('school_id', '=', school)
    .$if(ids !== undefined, query => query.where('addressee_id', 'in', oneOf(ids!)))
    .orderBy('name')
    .execute()

/** Whether an entry had this name once, and is found by it. */
export const isFormer = async (trx: Trx, { school }: School, name: string): Promise<boolean> =>
  (await trx.selectFrom('addressee_names').select('name').where('school_id', '=', school).where('name', '=', name).executeTakeFirst()) !==
  undefined

const oneOf = (ids: readonly string[]) => sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`

export const moveNames = (trx: Trx, { school }: School, from: readonly string[], to: string) =>
  trx
    .updateTable('addressee_names')
    .set({ addressee_id: to })
    .where('school_id', '=', school)
    .where('addressee_id', 'in', oneOf(from))
    .execute()

export type Lesson = { addresseeId: string; employer: string; divisionCode: string; count: number }

/** Adds to what is known of each entry: how often it took somebody, of which employer, where. */
export async function addLessons(trx: Trx, { school }: School, lessons: readonly Lesson[], on: Day): Promise<void> {
  const rows = JSON.stringify(lessons)
  await sql`insert into addressee_lessons as held (school_id, addressee_id, employer, division_code, accepted, last_on)
    select ${school}, l."addresseeId", l.employer, l."divisionCode", sum(l.count), ${on}::date
    from json_to_recordset(${rows}::json) as l ("addresseeId" uuid, employer text, "divisionCode" text, count int)
    group by 2, 3, 4
    on conflict (school_id, addressee_id, employer, division_code)
    do update set accepted = held.accepted + excluded.accepted, last_on = greatest(held.last_on, excluded.last_on)`.execute(trx)
  await sql`update addressees a set accepted = a.accepted + l.count, accepted_on = greatest(a.accepted_on, ${on}::date)
    from (select l."addresseeId" as id, sum(l.count)::int as count
      from json_to_recordset(${rows}::json) as l ("addresseeId" uuid, count int) group by 1) l
    where a.school_id = ${school} and a.id = l.id`.execute(trx)
}

/** What the others taught is the kept one's from now on. */
export const moveLessons = (trx: Trx, { school }: School, from: readonly string[], to: string) =>
  sql`insert into addressee_lessons as held (school_id, addressee_id, employer, division_code, accepted, last_on)
    select school_id, ${to}::uuid, employer, division_code, sum(accepted), max(last_on) from addressee_lessons
    where school_id = ${school} and addressee_id in ${oneOf(from)} group by school_id, employer, division_code
    on conflict (school_id, addressee_id, employer, division_code)
    do update set accepted = held.accepted + excluded.accepted, last_on = greatest(held.last_on, excluded.last_on)`.execute(trx)

/** Where the relation is to go, as far as it is known. */
export type Near = { employer: string; divisionCode: string }
export type Offered = AddresseeRow & { sameEmployer: number; samePlace: boolean }

/** First who took people of this employer, then who is or took people in this place, then the most used. */
export async function offered(trx: Trx, school: School, filter: AddresseeFilter, near: Near, limit: number): Promise<Offered[]> {
  if (near.employer === '' && near.divisionCode === '')
    return (await addressees(trx, school, filter, undefined, limit)).map(row => ({ ...row, sameEmployer: 0, samePlace: false }))
  const { rows } = await sql<{ id: string; sameEmployer: number; samePlace: boolean }>`
    select a.id, coalesce(e.accepted, 0)::int as "sameEmployer", (a.division_code is not distinct from ${near.divisionCode} or p.id is not null) as "samePlace"
    from (${found(trx, school, filter).select(['id', 'name', 'used', 'division_code'])}) a
    left join (select addressee_id as id, sum(accepted) as accepted from addressee_lessons
      where school_id = ${school.school} and employer = ${near.employer} and employer <> '' group by 1) e on e.id = a.id
    left join (select distinct addressee_id as id from addressee_lessons
      where school_id = ${school.school} and division_code = ${near.divisionCode} and division_code <> '') p on p.id = a.id
    order by 2 desc, 3 desc, a.used desc, a.name, a.id limit ${limit}`.execute(trx)
  const order = new Map(rows.map((row, at) => [row.id, { ...row, at }]))
  const held = await addresseesByIds(trx, school, [...order.keys()], false)
  return held
    .map(row => ({ ...row, ...order.get(row.id)! }))
    .sort((a, b) => a.at - b.at)
    .map(({ at: _, ...row }) => row)
}
