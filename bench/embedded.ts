import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { openLog } from '../src/app/log.ts'
import { openServices } from '../src/app/services.ts'
import { day } from '../src/kernel/day.ts'
import { openClock } from '../src/platform/clock/index.ts'
import { newKey } from '../src/platform/crypto/index.ts'
import { openDatabase } from '../src/platform/database/index.ts'
import { seconds } from './measure.ts'

/** The product on an embedded database of its own, in memory. */
export async function openEmbedded() {
  const folder = await mkdtemp(join(tmpdir(), 'qicheng-bench-'))
  const database = await openDatabase({})
  const services = await openServices({
    database,
    masterKey: newKey(),
    filesFolder: join(folder, 'files'),
    url: 'http://127.0.0.1:3000',
    log: openLog('error'),
    clock: openClock(day('2023-06-08')),
  })
  return {
    services,
    async close() {
      await services.typesetting.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Seconds that one statement takes to insert these rows of texts into a plain table of a new embedded database, which has seen the statement once before. */
export async function bareInsert(rows: readonly (readonly string[])[]): Promise<number> {
  const database = await PGlite.create()
  const columns = (rows[0] ?? []).map((_, at) => `c${at}`)
  await database.exec(`create table bare (${columns.map(name => `${name} text`).join(', ')})`)
  const insert = (part: typeof rows) =>
    database.query('insert into bare select * from json_populate_recordset(null::bare, $1::json)', [
      JSON.stringify(part.map(row => Object.fromEntries(row.map((text, at) => [columns[at], text])))),
    ])
  await insert(rows.slice(0, 1))
  const took = await seconds(() => insert(rows))
  await database.close()
  return took
}
