import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { serverFlags } from '../scripts/bootstrap.mjs'
import { openLog } from '../src/app/log.ts'
import { openServices } from '../src/app/services.ts'
import { masterKey } from '../src/platform/crypto/index.ts'
import { openDatabase } from '../src/platform/database/index.ts'
import { type Bench, foundBench } from './data.ts'

export interface Served {
  url: string
  bench: Bench
  /** The database's address; of PGlite none. */
  database: string | undefined
  /** What the server's process holds in memory now, in MB. */
  resident(): Promise<number>
  close(): Promise<void>
}

const PORT = 3911
const MB = 1_024

async function newDatabase(admin: string) {
  const name = `qicheng_bench_${randomBytes(4).toString('hex')}`
  const run = async (url: string, ...words: string[]) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    for (const sql of words) await client.query(sql)
    await client.end()
  }
  await run(admin, `create database ${name}`)
  const target = new URL(admin)
  target.pathname = `/${name}`
  return {
    url: target.href,
    settle: () => run(target.href, `alter database ${name} set jit = off`, 'vacuum analyze'),
    drop: () => run(admin, `drop database ${name} with (force)`),
  }
}

/** The product as its own process over a school with so many graduates: on PGlite, or on a new database of `admin`. */
export async function serve(graduates: number, admin?: string): Promise<Served> {
  const postgres = admin === undefined ? undefined : await newDatabase(admin)
  const folder = await mkdtemp(join(tmpdir(), 'qicheng-bench-'))
  const keyFile = join(folder, 'key')
  const url = `http://127.0.0.1:${PORT}`
  if (await answers(url)) throw new Error(`Another server holds port ${PORT}: end it first`)
  const database = await openDatabase(postgres ? { url: postgres.url } : { folder: join(folder, 'database') })
  const services = await openServices({
    database,
    masterKey: await masterKey(keyFile),
    filesFolder: join(folder, 'files'),
    url,
    log: openLog('error'),
  })
  const bench = await foundBench(services, graduates)
  await services.typesetting.close()
  await database.close()
  await postgres?.settle()

  const env = {
    ...process.env,
    PORT: String(PORT),
    DATABASE_URL: postgres?.url ?? '',
    QICHENG_DEMO: '0',
    QICHENG_DATA: folder,
    QICHENG_KEY_FILE: keyFile,
    QICHENG_LOG: 'error',
  }
  const server = spawn(process.execPath, [...serverFlags, 'src/app/server.ts'], { env, stdio: 'ignore' })
  await ready(server, url)
  return {
    url,
    bench,
    database: postgres?.url,
    async resident() {
      const status = await readFile(`/proc/${server.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / MB
    },
    async close() {
      const ended = new Promise(done => server.once('exit', done))
      server.kill('SIGTERM')
      await ended
      await postgres?.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    answer => answer.ok,
    () => false,
  )

async function ready(server: ChildProcess, url: string): Promise<void> {
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new Error(`The server did not start: exit code ${server.exitCode}`)
    await wait(100)
  }
}
