import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, inScope, refusedAsReading, type Settings, stepAside, type Trx } from './index.ts'
import { openPglite } from './pglite.ts'
import { openParts } from './pglite-parts.ts'

const settings: Settings = {
  school: '01980000-0000-7000-8000-000000000001',
  reach: 'unit',
  path: '/',
  pathEnd: '0',
  member: '',
  account: '',
}

let database: Database
beforeAll(async () => {
  database = await openPglite()
  await database.migrate(`create role qicheng_app; create role qicheng_auth; create role qicheng_system;
    create table lines (at int primary key, school text default current_setting('app.school'));
    grant select, insert, update on lines to qicheng_app`)
})
afterAll(() => database.close())

const add = (trx: Trx, ...lines: number[]) => sql.raw(`insert into lines (at) values ${lines.map(at => `(${at})`).join()}`).execute(trx)
const seen = async (trx: Trx) => (await sql<{ at: number }>`select at from lines order by at`.execute(trx)).rows.map(({ at }) => at)
/** As another request would, which stands in no transaction. */
const elsewhere = AsyncLocalStorage.snapshot()
const read = () => elsewhere(() => inScope(database.reading, settings, seen))
const empty = () => database.migrate('truncate lines')

describe('a long transaction', () => {
  test('is unseen between its parts, and whole at its end', async () => {
    const between: number[][] = []
    await inScope(database.long, settings, async trx => {
      await add(trx, 1, 2)
      const reading = read()
      await stepAside(trx)
      between.push(await reading)
      await add(trx, 3)
      const again = read()
      await stepAside(trx)
      between.push(await again)
      await add(trx, 4)
    })
    expect(between).toEqual([[], []])
    expect(await read()).toEqual([1, 2, 3, 4])
    const { rows } = (await sql`select distinct school from lines`.execute(database.app)) as { rows: unknown[] }
    expect(rows, 'each part has the settings of the first').toEqual([{ school: settings.school }])
    await empty()
  })

  test('leaves nothing of any part where one fails', async () => {
    const failing = inScope(database.long, settings, async trx => {
      await add(trx, 1)
      await stepAside(trx)
      await add(trx, 2)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await read()).toEqual([])
  })

  test('lets nobody write beside it: whoever would waits, also who came as a reader', async () => {
    const order: string[] = []
    const writing = () => elsewhere(() => inScope(database.app, settings, trx => add(trx, 9))).then(() => order.push('written'))
    let writer: Promise<unknown> = Promise.resolve()
    let posing: Promise<unknown> = Promise.resolve()
    await inScope(database.long, settings, async trx => {
      await add(trx, 1)
      writer = writing()
      posing = elsewhere(() => inScope(database.reading, settings, reader => add(reader, 8))).catch(error => refusedAsReading(error))
      await stepAside(trx)
      expect(await posing).toBe(true)
      await stepAside(trx)
      order.push('ended')
    })
    await writer
    expect(order).toEqual(['ended', 'written'])
    expect(await read()).toEqual([1, 9])
    await empty()
  })

  test('single statements that only read pass it by', async () => {
    const count = () => sql<{ count: number }>`select count(*) as count from lines`.execute(database.app)
    await inScope(database.long, settings, async trx => {
      await add(trx, 1)
      const counting = count()
      await stepAside(trx)
      expect((await counting).rows).toEqual([{ count: 0 }])
    })
    expect((await count()).rows).toEqual([{ count: 1 }])
    await empty()
  })
})

describe('what a crash leaves of the parts', () => {
  const startParams = [...PGlite.defaultStartParams, '-c', 'max_prepared_transactions=9']
  const left = async (decided: boolean) => {
    const folder = await mkdtemp(join(tmpdir(), 'qicheng-parts-'))
    const before = await PGlite.create({ dataDir: folder, startParams })
    const parts = await openParts(before)
    await before.exec('create table lines (at int)')
    const id = parts.newId()
    for (const part of [1, 2]) {
      await before.exec(`begin; insert into lines values (${part})`)
      await parts.putAside(id, part)
    }
    if (decided) await before.exec(`begin; insert into lines values (3); insert into embedded.held values ('${id}'); commit`)
    await before.close()
    const after = await PGlite.create({ dataDir: folder, startParams })
    await openParts(after)
    const { rows } = await after.query<{ at: number }>('select at from lines order by at')
    const open = await after.query('select gid from pg_prepared_xacts union all select id from embedded.held')
    await after.close()
    await rm(folder, { recursive: true })
    expect(open.rows).toEqual([])
    return rows.map(({ at }) => at)
  }
  test('is given up where the last part was not reached', async () => expect(await left(false)).toEqual([]))
  test('is completed where it was', async () => expect(await left(true)).toEqual([1, 2, 3]))
})
