import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Tables, Trx } from './index.ts'

/** So many rows travel as one JSON parameter: few enough to keep the text small, many enough to be one statement. */
const ROWS_A_STATEMENT = 2_000

type Row = Record<string, unknown>

/** bytea goes as PostgreSQL reads it from JSON; everything else is JSON already. */
const encode = (rows: readonly Row[]) =>
  JSON.stringify(
    rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
        ]),
      ),
    ),
  )

/**
 * What stands for these owners (`among` the values of one column) becomes these rows, in one statement: the others go, and one that stands
 * unchanged is not written. Whoever does the same at the same moment waits, and neither fails. `keys` is the table's primary key.
 */
export async function replaceRows<T extends keyof Tables & string>(
  trx: Trx,
  table: T,
  { school, column, among, keys }: { school: string; column: string; among: readonly string[]; keys: readonly string[] },
  rows: readonly Row[],
): Promise<void> {
  const theirs = sql`${sql.ref(`${table}.school_id`)} = ${school} and ${sql.ref(`${table}.${column}`)} = any(${among}::uuid[])`
  if (rows.length === 0) return void (await sql`delete from ${sql.table(table)} where ${theirs}`.execute(trx))
  const names = Object.keys(rows[0]!)
  const rest = names.filter(name => !keys.includes(name))
  const pairs = (list: readonly string[], left: string, right: string, word: RawBuilder<unknown>) =>
    sql.join(
      list.map(name => sql`${sql.ref(`${left}.${name}`)} = ${sql.ref(`${right}.${name}`)}`),
      word,
    )
  await sql`with incoming as materialized (select ${columns(names)} from ${source(table, rows)}),
    gone as (
      delete from ${sql.table(table)}
      where ${theirs} and not exists (select from incoming where ${pairs(keys, 'incoming', table, sql` and `)})
    )
    insert into ${sql.table(table)} (${columns(names)}) select ${columns(names)} from incoming
    on conflict (${columns(keys)}) do update set ${sql.join(rest.map(name => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))}
    where (${columns(rest, `${table}.`)}) is distinct from (${columns(rest, 'excluded.')})`.execute(trx)
}

const chunks = function* (rows: readonly Row[]) {
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) yield rows.slice(at, at + ROWS_A_STATEMENT)
}

const columns = (names: readonly string[], prefix = ''): RawBuilder<unknown> => sql.join(names.map(name => sql.ref(prefix + name)))
const source = (table: string, rows: readonly Row[]) => sql`json_populate_recordset(null::${sql.table(table)}, ${encode(rows)}::json)`

/** Inserts any number of rows of one shape, set-based. A column that a row leaves out takes the table's default only if all leave it out. */
export async function insertRows<T extends keyof Tables & string>(trx: Trx, table: T, rows: readonly Row[]): Promise<void> {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))]
  for (const part of chunks(rows))
    await sql`insert into ${sql.table(table)} (${columns(names)}) select ${columns(names)} from ${source(table, part)}`.execute(trx)
}

/** Updates rows by key, set-based; every row names the keys and the same columns. Returns how many rows were found. */
export async function updateRows<T extends keyof Tables & string>(
  trx: Trx,
  table: T,
  keys: readonly string[],
  rows: readonly Row[],
): Promise<number> {
  const names = Object.keys(rows[0] ?? {}).filter(name => !keys.includes(name))
  let found = 0
  for (const part of chunks(rows)) {
    const set = sql.join(names.map(name => sql`${sql.ref(name)} = ${sql.ref(`incoming.${name}`)}`))
    const same = sql.join(
      keys.map(key => sql`${sql.ref(`${table}.${key}`)} = ${sql.ref(`incoming.${key}`)}`),
      sql` and `,
    )
    const { numAffectedRows } =
      await sql`update ${sql.table(table)} set ${set} from ${source(table, part)} as incoming where ${same}`.execute(trx)
    found += Number(numAffectedRows ?? 0)
  }
  return found
}

/**
 * The same, where each row names only the columns that change with it: the others stay as they are. One statement for any mixture, and no
 * more travels than is new.
 */
export async function patchRows<T extends keyof Tables & string>(
  trx: Trx,
  table: T,
  keys: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))].filter(name => !keys.includes(name))
  const of = (alias: string, list: readonly string[]) => sql.join(list.map(name => sql.ref(`${alias}.${name}`)))
  const same = keys.map(key => sql`${sql.ref(`${table}.${key}`)} = ${sql.ref(`incoming.${key}`)}`)
  for (const part of chunks(rows))
    await sql`update ${sql.table(table)}
      set (${columns(names)}) = (select ${of('patched', names)} from json_populate_record(${sql.table(table)}, incoming.change) as patched)
      from (
        select ${of('named', keys)}, change
        from json_array_elements(${encode(part)}::json) as change, json_populate_record(null::${sql.table(table)}, change) as named
      ) as incoming
      where ${sql.join(same, sql` and `)}`.execute(trx)
}

/**
 * Rows by the ten thousand as one JSON text: a third of the time of ten thousand times thirty cells. Dates come as text, as always;
 * the columns named in `bytes` as bytes; an instant would come as text.
 */
export async function readMany<Row>(
  trx: Trx,
  query: SelectQueryBuilder<Tables, never, Row>,
  bytes: readonly (keyof Row)[],
): Promise<Row[]> {
  const found = await sql<{ rows: string | null }>`select json_agg(r)::text as rows from (${query}) as r`.execute(trx)
  const rows = JSON.parse(found.rows[0]?.rows ?? '[]') as Row[]
  for (const row of rows)
    for (const name of bytes) {
      const value = row[name]
      if (typeof value === 'string') row[name] = Buffer.from(value.slice(2), 'hex') as Row[keyof Row]
    }
  return rows
}

/**
 * Which of these stand in `column` of a row whose `id` was made after the id `since`: ids are UUIDv7, so they stand in the order of
 * their making.
 */
export async function namedSince<T extends keyof Tables & string>(
  trx: Trx,
  table: T,
  { school, column, among, id = 'id', since }: { school: string; column: string; among: readonly string[]; id?: string; since: string },
): Promise<string[]> {
  const { rows } = await sql<{ named: string }>`select distinct ${sql.ref(column)} as named from ${sql.table(table)}
    where school_id = ${school} and ${sql.ref(column)} in (select value::uuid from json_array_elements_text(${JSON.stringify(among)}::json))
    and ${sql.ref(id)} > ${since}::uuid`.execute(trx)
  return rows.map(row => row.named)
}
