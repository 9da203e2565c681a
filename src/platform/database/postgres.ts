import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database, Db, Tables } from './index.ts'
import { prepared } from './prepared.ts'

const INT8 = 20
const DATE = 1082
pg.types.setTypeParser(INT8, Number)
pg.types.setTypeParser(DATE, text => text)

/** A connection that dies while idle is replaced at its next use; one that dies while it is being closed is closed. */
const lasting = (pool: pg.Pool): pg.Pool =>
  pool
    .on('error', () => undefined)
    .on('connect', client => {
      client.on('error', () => undefined)
    })

const poolAs = (url: string, role: string, max: number) => lasting(new pg.Pool({ connectionString: url, max, options: `-c role=${role}` }))
const kyselyOn = (pool: pg.Pool): Db => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: prepared(pool) }) })

/** Few ask at once, and none of them may wait out the others. */
const RECEIPTS_AT_ONCE = 4

export type ReceiptsDatabase = { receipts: Db; close(): Promise<void> }

/** One pool, of the public page's role: all that a process of its own opens. Its login need be a member of no other role. */
export function openReceipts(url: string): ReceiptsDatabase {
  const pool = poolAs(url, 'qicheng_receipts', RECEIPTS_AT_ONCE)
  return { receipts: kyselyOn(pool), close: () => pool.end() }
}

/** A pool per database role: a statement that forgot its scope runs as `qicheng_app` and sees nothing. */
export async function openPostgres(url: string, connections = 10): Promise<Database> {
  const owner = lasting(new pg.Pool({ connectionString: url, max: 2 }))
  const pools: pg.Pool[] = [owner]
  const as = (role: string, max: number) => {
    const pool = poolAs(url, role, max)
    pools.push(pool)
    return kyselyOn(pool)
  }
  const app = as('qicheng_app', connections)
  return {
    kind: 'postgres',
    app,
    reading: app,
    long: app,
    receipts: as('qicheng_receipts', RECEIPTS_AT_ONCE),
    auth: as('qicheng_auth', Math.max(2, Math.ceil(connections / 2))),
    system: as('qicheng_system', Math.max(2, Math.ceil(connections / 2))),
    jobs: { connectionString: url },
    migrate: text => owner.query(text),
    async close() {
      await Promise.all(pools.map(pool => pool.end()))
    },
  }
}
