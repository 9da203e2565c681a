import { createServer } from 'node:http'
import pg from 'pg'
import { cookieOf } from './accounts.ts'
import type { Bench } from './data.ts'
import { load } from './load.ts'
import type { Measure } from './measure.ts'
import { serve } from './served.ts'

const GRADUATES = 50_000
const CONNECTIONS = 32
const SECONDS = 4
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
    const { url: ours, bench, database, close } = await serve(GRADUATES, admin)
    const cookie = await cookieOf(ours, 'office')
    const bare = serveBare(database!, bench)
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
        await close()
      },
    }
  },
}
