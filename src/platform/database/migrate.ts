import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database, Db } from './index.ts'

const folder = new URL('../../../migrations/', import.meta.url)

/** Up to and with a file's number: how a database of an earlier version stands. */
type Until = { upTo?: string }

/** Runs what has not run yet, in order, each file in one transaction. A file that changed after it ran stops the start. */
export async function migrate(database: Database, { upTo }: Until = {}): Promise<string[]> {
  await database.migrate(`
    create table if not exists migrations (name text primary key, sha256 text not null, ran_at timestamptz not null default now())`)
  const ran = new Map((await rowsOf(database)).map(row => [row.name, row.sha256]))
  const done: string[] = []
  for (const name of (await readdir(folder)).filter(file => file.endsWith('.sql')).sort()) {
    if (upTo !== undefined && name.slice(0, upTo.length) > upTo) break
    const text = await readFile(new URL(name, folder), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    if (ran.get(name) === sha256) continue
    if (ran.has(name)) throw new Error(`Migration ${name} has changed since it ran here. Migrations are forward-only: add a new file.`)
    // Several statements in one simple query are one transaction.
    await database.migrate(`${text}\n;insert into migrations (name, sha256) values ('${name}', '${sha256}')`).catch(error => {
      throw new Error(`Migration ${name}: ${(error as Error).message}`, { cause: error })
    })
    done.push(name)
  }
  return done
}

async function rowsOf(database: Database): Promise<{ name: string; sha256: string }[]> {
  const result = (await database.migrate('select name, sha256 from migrations')) as { rows: never[] } | { rows: never[] }[]
  return Array.isArray(result) ? (result.at(-1)?.rows ?? []) : result.rows
}

/** Whether the database answers; for `/readyz`. */
export const answers = (database: Pick<Database, 'system'>): Promise<boolean> => answersAs(database.system)

export const answersAs = (db: Db): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )

/** PGlite gathers no statistics by itself, and without them joins over many new rows go the slow way. After much was written. */
export const gatherStatistics = async (database: Database): Promise<void> => void (await database.migrate('analyze'))
