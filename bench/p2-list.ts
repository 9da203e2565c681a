import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openLog } from '../src/app/log.ts'
import { openServices } from '../src/app/services.ts'
import { masterKey } from '../src/platform/crypto/index.ts'
import { openDatabase } from '../src/platform/database/index.ts'
import { cookieOf } from './accounts.ts'
import { type Bench, foundBench } from './data.ts'
import { load } from './load.ts'
import type { Measure } from './measure.ts'

const GRADUATES = 50_000
const CONNECTIONS = 32
const SECONDS = 4
const OUR_PORT = 3911
const BARE_PORT = 3912

/** node:http and pg alone: begin, set local, session, page of 20 with the branch's name, count, commit. */
function serveBare(url: string, { school, cohortId }: Bench) {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const server = createServer(async (request, response) => {
    const client = await pool.connect()
    try {
      await client.query(
        `begin; set local role qicheng_app; set local app.school = '${school}'; set local app.reach = 'unit'; set local app.path = '/1/'; set local app.path_end = '/10'; set local app.member = ''; set local app.account = ''`,
      )
      await client.query('select 1 from posts where school_id = $1 limit 1', [school])
      const page = await client.query(
        `select g.id, m.student_number, m.name, g.membership, m.id_number_last4, m.phone_last4, m.major, u.name as branch
         from graduates g join members m on m.school_id = g.school_id and m.id = g.member_id join org_units u on u.school_id = m.school_id and u.id = m.unit_id
         where g.school_id = $1 and g.cohort_id = $2 and g.path >= '/1/' and g.path < '/10' and g.membership = 'full' order by g.path, g.pinyin, g.id limit 20`,
        [school, cohortId],
      )
      const { rows } = await client.query(
        `select sum(difference) as count from graduate_tallies
         where school_id = $1 and cohort_id = $2 and path >= '/1/' and path < '/10' and membership = 'full'`,
        [school, cohortId],
      )
      await client.query('commit')
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ rows: page.rows, total: rows[0].count, asked: request.url }))
    } catch (error) {
      response.writeHead(500).end((error as Error).message)
    } finally {
      client.release()
    }
  })
  return {
    open: () => new Promise<void>(ready => server.listen(BARE_PORT, '127.0.0.1', () => ready())),
    async close() {
      server.close()
      await pool.end()
    },
  }
}

/** P2: list of 20 of a school's 50,000, as the office, on PostgreSQL; the p99 over p50 of ours is printed beside it. */
export const p2: Measure = {
  id: 'P2',
  what: `list of 20 of ${GRADUATES} graduates, ${CONNECTIONS} connections, PostgreSQL (QICHENG_BENCH_DATABASE_URL)`,
  unit: 'requests/s',
  runs: 3,
  async open() {
    const admin = process.env.QICHENG_BENCH_DATABASE_URL
    if (!admin) throw new Error('set QICHENG_BENCH_DATABASE_URL to a PostgreSQL that may create databases')
    const name = `qicheng_bench_${randomBytes(4).toString('hex')}`
    const run = async (sql: string) => {
      const client = new pg.Client({ connectionString: admin })
      await client.connect()
      await client.query(sql).finally(() => client.end())
    }
    await run(`create database ${name}`)
    const target = new URL(admin)
    target.pathname = `/${name}`
    const folder = await mkdtemp(join(tmpdir(), 'qicheng-bench-'))
    const keyFile = join(folder, 'key')
    const database = await openDatabase({ url: target.href })
    const services = await openServices({
      database,
      masterKey: await masterKey(keyFile),
      filesFolder: join(folder, 'files'),
      url: `http://127.0.0.1:${OUR_PORT}`,
      log: openLog('error'),
    })
    const bench = await foundBench(services, GRADUATES)
    await database.close()
    await run(`alter database ${name} set jit = off`)
    const maintenance = new pg.Client({ connectionString: target.href })
    await maintenance.connect()
    await maintenance.query('vacuum analyze')
    await maintenance.end()

    const env = {
      ...process.env,
      PORT: String(OUR_PORT),
      DATABASE_URL: target.href,
      QICHENG_DEMO: '0',
      QICHENG_DATA: folder,
      QICHENG_KEY_FILE: keyFile,
      QICHENG_LOG: 'error',
    }
    const server = spawn(process.execPath, ['src/app/server.ts'], { env, stdio: 'ignore' })
    const ours = `http://127.0.0.1:${OUR_PORT}`
    while (
      !(await fetch(`${ours}/readyz`).then(
        answer => answer.ok,
        () => false,
      ))
    ) {
      if (server.exitCode !== null) throw new Error(`The server did not start: exit code ${server.exitCode}`)
      await wait(100)
    }
    const cookie = await cookieOf(ours, 'office')
    const bare = serveBare(target.href, bench)
    await bare.open()
    const options = { connections: CONNECTIONS, forSeconds: SECONDS }
    return {
      async ours() {
        const { perSecond, p50, p99 } = await load(
          `${ours}/api/v1/cohorts/${bench.cohortId}/graduates?membership=full&limit=20`,
          cookie,
          options,
        )
        process.stderr.write(`P2 ours: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, p99/p50 ${(p99 / p50).toFixed(2)}\n`)
        return perSecond
      },
      limit: async () => (await load(`http://127.0.0.1:${BARE_PORT}/?membership=full`, '', options)).perSecond,
      async close() {
        await bare.close()
        const ended = new Promise(done => server.once('exit', done))
        server.kill('SIGTERM')
        await ended
        await run(`drop database ${name} with (force)`)
        await rm(folder, { recursive: true, force: true })
      },
    }
  },
}
