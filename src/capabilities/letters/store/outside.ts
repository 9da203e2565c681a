/** Letters of before, and what keeps their numbers apart from those given here. */
import '../tables.ts'
import { type SqlBool, sql } from 'kysely'
import { insertRows, type Trx } from '../../../platform/database/index.ts'
import { meaning } from '../../../platform/database/violations.ts'
import type { Scope } from '../../orgs/index.ts'

// Looked for before anything is written: what still breaks these came from somebody else, just now.
meaning('letters_number_unique', 'held-meanwhile')
meaning('letters_number_text_unique', 'held-meanwhile')

type Row = Record<string, unknown>

/** The numbers of these years and whose letters they are: of the whole school, for a number is the school's. */
export const numbersOfYears = (trx: Trx, { school }: Pick<Scope, 'school'>, years: readonly number[]) =>
  trx
    .selectFrom('letters')
    .select(['year', 'number_text as numberText', 'member_name as memberName'])
    .where('school_id', '=', school)
    .where(({ eb }) => eb('year', '=', eb.fn.any(sql<number[]>`string_to_array(${years.join(',')}, ',')::int[]`)))
    .execute()

/** The lowest number below the series of each year. */
export const lowestOutside = async (trx: Trx, { school }: Pick<Scope, 'school'>): Promise<ReadonlyMap<number, number>> => {
  const rows = await trx
    .selectFrom('letters')
    .select(({ fn }) => ['year', fn.min<number>('number').as('lowest')])
    .where('school_id', '=', school)
    .where('outside', '=', true)
    .groupBy('year')
    .execute()
  return new Map(rows.map(({ year, lowest }) => [year, lowest]))
}

export const addOutside = (trx: Trx, rows: readonly Row[]) => insertRows(trx, 'letters', rows)

/** The next number that the series of this year would give. */
export const nextNumber = async (trx: Trx, { school }: Pick<Scope, 'school'>, year: number): Promise<number> =>
  (await trx.selectFrom('letter_numbers').select('next').where('school_id', '=', school).where('year', '=', year).executeTakeFirst())
    ?.next ?? 1

/** Those of these cases go as if they had never been entered; a letter of our own stays. */
export const dropOutside = (trx: Trx, { school, path, pathEnd }: Scope, transferIds: readonly string[]) =>
  trx
    .deleteFrom('letters')
    .where('school_id', '=', school)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
    .where('outside', '=', true)
    .where(sql<SqlBool>`transfer_id in (select value::uuid from json_array_elements_text(${JSON.stringify(transferIds)}::json))`)
    .returning('addressee_name as addresseeName')
    .execute()

/** Takes back what `countUse` counted. */
export const uncountUse = (trx: Trx, school: string, names: readonly string[]) =>
  sql`update addressees a set used = greatest(a.used - c.count, 0)
    from (select name, count(*)::int as count from json_array_elements_text(${JSON.stringify(names)}::json) as name group by name) c
    where a.school_id = ${school} and a.name = c.name`.execute(trx)
