import '../tables.ts'
import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { insertRows, type Tables, type Trx, updateRows } from '../../../platform/database/index.ts'
import { meaning } from '../../../platform/database/violations.ts'
import type { AddresseeKind } from '../rules.ts'

meaning('addressees_name_unique', 'name-taken')

type School = { school: string }
export type AddresseeFilter = { search?: string | undefined; kind?: AddresseeKind | undefined }

const plain = (text: string) => text.replace(/[\\%_]/g, character => `\\${character}`)

/** Every word must occur: in the name, or in its pinyin or initials; or all of them in a former name. */
export const found = (trx: Trx, { school }: School, { search = '', kind }: AddresseeFilter) => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const start = trx
    .selectFrom('addressees')
    .where('school_id', '=', school)
    .$if(kind !== undefined, query => query.where('kind', '=', kind!))
  if (words.length === 0) return start
  const occurs = (table: 'addressees' | 'n') =>
    sql.join(
      words.map(word => {
        const like = `%${plain(word)}%`
        return sql`(${sql.ref(`${table}.name`)} like ${like} or ${sql.ref(`${table}.pinyin`)} like ${like})`
      }),
      sql` and `,
    )
  return start.where(
    sql<boolean>`(${occurs('addressees')} or id in (select n.addressee_id from addressee_names n where n.school_id = ${school} and ${occurs('n')}))`,
  )
}

const columns = [
  'id',
  'name',
  'kind',
  'name_reason as nameReason',
  'division_code as divisionCode',
  'org_code as orgCode',
  'needs_paper as needsPaper',
  'contact',
  'phone',
  'phone_by as phoneBy',
  'phone_on as phoneOn',
  'phone_verified as phoneVerified',
  'phone_doubted_on as phoneDoubtedOn',
  'verified_on as verifiedOn',
  'used',
  'accepted',
  'accepted_on as acceptedOn',
  'version',
] as const
export type AddresseeRow = Awaited<ReturnType<typeof addressees>>[number]

/** Most used first; `after` is the id of the last one seen. */
export const addressees = (trx: Trx, school: School, filter: AddresseeFilter, after: string | undefined, limit: number) =>
  found(trx, school, filter)
    .select(columns)
    .$if(after !== undefined, query =>
      query.where(
        sql<boolean>`(-used, name, id) > (select -a.used, a.name, a.id from addressees a where a.school_id = ${school.school} and a.id = ${after})`,
      ),
    )
    .orderBy(sql`-used`)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()

export const addresseeCount = async (trx: Trx, school: School, filter: AddresseeFilter): Promise<number> =>
  (
    await found(trx, school, filter)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

export const pinyinOf = async (trx: Trx, { school }: School, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await trx
    .selectFrom('addressees')
    .select(['id', 'pinyin'])
    .where('school_id', '=', school)
    .where('id', 'in', oneOf(ids))
    .execute()
  return new Map(rows.map(({ id, pinyin }) => [id, pinyin]))
}

export const heldAddressee = (trx: Trx, { school }: School, id: string) =>
  trx.selectFrom('addressees').select(columns).where('school_id', '=', school).where('id', '=', id).forUpdate().executeTakeFirst()

export const addressee = (trx: Trx, { school }: School, id: string) =>
  trx.selectFrom('addressees').select(columns).where('school_id', '=', school).where('id', '=', id).executeTakeFirst()

export type NewAddressee = Omit<Insertable<Tables['addressees']>, 'used' | 'accepted' | 'accepted_on' | 'version'>

export const addAddressees = (trx: Trx, rows: readonly NewAddressee[]) => insertRows(trx, 'addressees', rows)

export const saveAddressee = (
  trx: Trx,
  { school }: School,
  id: string,
  change: Partial<Omit<Insertable<Tables['addressees']>, 'version'>>,
) =>
  trx
    .updateTable('addressees')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

/** All of a school, least used first; `hold` keeps them so until the transaction ends. */
export const wholeDictionary = (trx: Trx, { school }: School, hold: boolean) =>
  trx
    .selectFrom('addressees')
    .select(columns)
    .where('school_id', '=', school)
    .orderBy('used')
    .orderBy('id')
    .$if(hold, query => query.forUpdate())
    .execute()

export const addresseesByIds = (trx: Trx, { school }: School, ids: readonly string[], hold: boolean) =>
  trx
    .selectFrom('addressees')
    .select(columns)
    .where('school_id', '=', school)
    .where('id', 'in', oneOf(ids))
    .$if(hold, query => query.forUpdate())
    .execute()

const oneOf = (ids: readonly string[]) => sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`

/** Each row names the same columns. */
export const rewriteAddressees = async (trx: Trx, { school }: School, rows: readonly Record<string, unknown>[]): Promise<void> => {
  if (rows.length === 0) return
  await updateRows(
    trx,
    'addressees',
    ['school_id', 'id'],
    rows.map(row => ({ ...row, school_id: school })),
  )
}

export const dropAddressees = (trx: Trx, { school }: School, ids: readonly string[]) =>
  trx.deleteFrom('addressees').where('school_id', '=', school).where('id', 'in', oneOf(ids)).execute()

/** What a call needs to know, by the name that was asked for: present names before former ones. */
export const numbersNamed = async (trx: Trx, { school }: School, names: readonly string[]) => {
  const { rows } = await sql<ReceiverNumber & { asked: string }>`
    with asked as (select value as name from json_array_elements_text(${JSON.stringify(names)}::json) as value)
    select q.name as asked, a.id as id, a.name as name, a.contact as contact, a.phone as phone, a.phone_by as "phoneBy",
      a.phone_verified as "phoneVerified", a.phone_doubted_on is not null as doubted, a.verified_on as "verifiedOn", a.version as version
    from asked q
    left join addressee_names n on n.school_id = ${school} and n.name = q.name
    join addressees a on a.school_id = ${school} and (a.name = q.name or a.id = n.addressee_id)`.execute(trx)
  return rows
}

export type ReceiverNumber = {
  id: string
  name: string
  contact: string | null
  phone: string | null
  phoneBy: string | null
  phoneVerified: boolean
  doubted: boolean
  verifiedOn: Day | null
  version: number
}

/** Counts the letters written to each. */
export const countUse = (trx: Trx, school: string, names: readonly string[]) =>
  sql`update addressees a set used = a.used + c.count
    from (select name, count(*)::int as count from json_array_elements_text(${JSON.stringify(names)}::json) as name group by name) c
    where a.school_id = ${school} and a.name = c.name`.execute(trx)
