/** Statements that are prepared: which, and what happens when the tables change meanwhile (decision 0015). */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openNaming, prepared } from '../src/platform/database/prepared.ts'
import { newDatabase, postgresServer } from './university/postgres.ts'

const often = (text: string) => {
  const nameOf = openNaming()
  return [nameOf(text), nameOf(text), nameOf(text), nameOf(text)]
}

describe('a statement is prepared', () => {
  test('from the third time on', () => {
    expect(often('select id from schools where code = $1')).toEqual([undefined, undefined, 'q1', 'q1'])
  })

  test.each([
    ['rows of a unit', 'select * from graduates as g where g.school_id = $1 and "g"."path" >= $2 and "g"."path" < $3 limit $4'],
    ['written plainly', 'select count(*) from graduates g where g.path >= $1 and g.path < $2'],
  ])('but not %s, for it may be a branch or the school', (_, text) => {
    expect(often(text)).toEqual([undefined, undefined, undefined, undefined])
  })

  test.each([
    ['one id', 'select * from transfers where "path" >= $2 and "path" < $3 and "id" = $4'],
    ['some ids', 'select * from graduates where "path" >= $2 and "path" < $3 and "g"."id" in ($4, $5)'],
  ])('where it asks for %s', (_, text) => {
    expect(often(text)).toEqual([undefined, undefined, 'q1', 'q1'])
  })

  test('as one of 250 at most', () => {
    const nameOf = openNaming()
    const ask = (at: number) => [0, 1, 2].map(() => nameOf(`select ${at}, $1`)).at(-1)
    const names = Array.from({ length: 260 }, (_, at) => ask(at))
    expect(new Set(names.filter(Boolean)).size).toBe(250)
    expect(ask(3), 'those that have a name keep it').toBe('q4')
  })
})

describe.skipIf(!postgresServer)('on PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof newDatabase>>
  let pool: pg.Pool
  beforeAll(async () => {
    database = await newDatabase(postgresServer!)
    pool = new pg.Pool({ connectionString: database.url, max: 1 })
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })

  test('one that has changed its answer fails once, and not again', async () => {
    await pool.query('create table lines (at int); insert into lines values (1), (2)')
    const asking = prepared(pool)
    const ask = async () => {
      const client = await asking.connect()
      try {
        return (await client.query('select * from lines where at = $1', [1])).rows
      } finally {
        client.release()
      }
    }
    for (let times = 0; times < 4; times++) expect(await ask()).toEqual([{ at: 1 }])
    const held = await pool.query('select name from pg_prepared_statements')
    expect(held.rows).toEqual([{ name: 'q1' }])
    await pool.query("alter table lines add column says text default 'new'")
    await expect(ask()).rejects.toMatchObject({ code: '0A000' })
    expect(await ask()).toEqual([{ at: 1, says: 'new' }])
  })
})
