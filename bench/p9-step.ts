import { randomUUID } from 'node:crypto'
import { Agent, createServer, request } from 'node:http'
import pg from 'pg'
import { cookieOf } from './accounts.ts'
import type { Measure } from './measure.ts'
import { type Served, serve } from './served.ts'

const RUNS = 3
/** Cases of one run of one side. */
const CASES = 300
/** Those of one branch, of some thirty, are checked. */
const GRADUATES = RUNS * CASES * 2 * 32
const CONNECTIONS = 32
const BARE_PORT = 3913

type Case = { id: string; graduateId: string; memberId: string; path: string; version: number }
type Sent = { port: number; path: string; cookie: string; origin: string; body: unknown }

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

const post = ({ port, path, cookie, origin, body }: Sent) =>
  new Promise<string>((done, failed) => {
    const text = JSON.stringify(body)
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), cookie, origin }
    request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, answer => {
      let said = ''
      answer.setEncoding('utf8').on('data', part => (said += part))
      answer.once('end', () =>
        answer.statusCode === 200 ? done(said) : failed(new Error(`${path} answered ${answer.statusCode}: ${said.slice(0, 200)}`)),
      )
    })
      .once('error', failed)
      .end(text)
  })

async function eachOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<number> {
  const start = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (next < items.length) await work(items[next++]!)
    }),
  )
  return items.length / ((performance.now() - start) / 1_000)
}

const destination = {
  type: 'D01',
  stay: false,
  answers: {
    unitName: '测速科技有限公司',
    system: 'local',
    receiverPlace: '440304',
    confirmed: true,
    confirmedOn: '2023-06-01',
    addressee: { name: '中共测速科技有限公司委员会' },
    receivingBranch: '第一支部',
    reportBy: '2023-07-10',
    duesPaidTo: '2023-06',
    receiverContact: { name: '某老师', phone: '0755-00000000' },
  },
}

/** Everybody has handed in a destination, and waits for the branch's check. */
async function handedIn({ url, database }: Served, admin: pg.Client, cookie: string): Promise<Case[]> {
  const port = Number(new URL(url).port)
  const { rows } = await admin.query(
    'select id from graduates where path = (select path from posts where role = $1) order by id limit $2',
    ['branch-teacher', RUNS * CASES * 2],
  )
  const saved: { id: string; version: number }[] = []
  await eachOnce(rows as { id: string }[], async ({ id }) => {
    const body = { version: 0, ...destination }
    const answer = JSON.parse(await post({ port, path: `/api/v1/transfers/graduates/${id}/destination`, cookie, origin: url, body })) as {
      id: string
      version: number
    }
    saved.push({ id: answer.id, version: answer.version })
  })
  for (let from = 0; from < saved.length; from += 1_000)
    await post({
      port,
      path: '/api/v1/transfers/filling',
      cookie,
      origin: url,
      body: { items: saved.slice(from, from + 1_000), step: 'fill', given: {}, dryRun: false },
    })
  if (!database) throw new Error('P9 is measured on PostgreSQL')
  const held = await admin.query(
    `select t.id, t.graduate_id as "graduateId", t.member_id as "memberId", t.path, t.version from transfers t
     join attempts a on a.transfer_id = t.id and a.living where a.state = 'branch-check' order by t.id`,
  )
  return held.rows as Case[]
}

/** The same statements alone: session, post, hold, attempt, case, event, lamps, audit, in one transaction. */
function serveBare(url: string, school: string) {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const server = createServer((asked, response) => {
    let text = ''
    asked.setEncoding('utf8').on('data', part => (text += part))
    asked.once('end', async () => {
      const one = JSON.parse(text) as Case
      const client = await pool.connect()
      try {
        await client.query(
          `begin; set local role qicheng_app; set local app.school = '${school}'; set local app.reach = 'unit'; set local app.path = '/1/'; set local app.path_end = '/10'; set local app.member = ''; set local app.account = ''`,
        )
        await client.query('select 1 from posts where school_id = $1 limit 1', [school])
        await client.query('select id from transfers where school_id = $1 and id = $2 for update', [school, one.id])
        const { rows } = await client.query(
          `select a.id, a.state, m.name, u.name as branch from attempts a join members m on m.school_id = a.school_id and m.id = a.member_id
           join org_units u on u.school_id = m.school_id and u.id = m.unit_id where a.school_id = $1 and a.transfer_id = $2 and a.living`,
          [school, one.id],
        )
        await client.query(`update attempts set state = 'secondary-check', owner = 'secondary' where school_id = $1 and id = $2`, [
          school,
          rows[0].id,
        ])
        await client.query('update transfers set version = version + 1 where school_id = $1 and id = $2', [school, one.id])
        await client.query(
          `insert into transfer_events (school_id, id, transfer_id, attempt_id, member_id, path, on_day, step, from_state, to_state, actor_id, actor_name, role)
           values ($1, $2, $3, $4, $5, $6, '2023-06-08', 'branch-verify', 'branch-check', 'secondary-check', $2, '某老师', 'general-branch')`,
          [school, randomUUID(), one.id, rows[0].id, one.memberId, one.path],
        )
        await client.query('delete from lamps where school_id = $1 and graduate_id = $2', [school, one.graduateId])
        await client.query(
          `insert into lamps (school_id, cohort_id, graduate_id, member_id, path, lamp, from_day, until_day)
           select school_id, cohort_id, graduate_id, member_id, path, 'due-soon', '2023-06-07', '2023-06-10' from transfers where school_id = $1 and id = $2`,
          [school, one.id],
        )
        await client.query(
          `insert into audit_entries (school_id, id, actor_id, actor_name, role, verb, subject_kind, subject_id, path, before, after)
           values ($1, $2, $2, '某老师', 'general-branch', 'transfer.checked', 'transfer', $3, $4, '{"state":"branch-check"}', '{"state":"secondary-check"}')`,
          [school, randomUUID(), one.id, one.path],
        )
        await client.query('commit')
        response.end(JSON.stringify(rows[0]))
      } catch (error) {
        await client.query('rollback')
        response.writeHead(500).end((error as Error).message)
      } finally {
        client.release()
      }
    })
  })
  return {
    open: () => new Promise<void>(ready => server.listen(BARE_PORT, '127.0.0.1', () => ready())),
    async close() {
      server.close()
      await pool.end()
    },
  }
}

/** P9: one step of a transfer through the API, audited, on PostgreSQL. */
export const p9: Measure = {
  id: 'P9',
  what: `a branch's check of one transfer, audited, ${CONNECTIONS} connections, PostgreSQL (QICHENG_BENCH_DATABASE_URL)`,
  unit: 'requests/s',
  runs: RUNS,
  async open() {
    const admin = process.env.QICHENG_BENCH_DATABASE_URL
    if (!admin) throw new Error('set QICHENG_BENCH_DATABASE_URL to a PostgreSQL that may create databases')
    const served = await serve(GRADUATES, admin)
    const client = new pg.Client({ connectionString: served.database! })
    await client.connect()
    const cookie = await cookieOf(served.url, 'teacher')
    const cases = await handedIn(served, client, cookie)
    if (cases.length < RUNS * CASES * 2) throw new Error(`Only ${cases.length} wait for the check`)
    await client.query('vacuum analyze')
    const bare = serveBare(served.database!, served.bench.school)
    await bare.open()
    const port = Number(new URL(served.url).port)
    const part = () => cases.splice(0, CASES)
    return {
      ours: () =>
        eachOnce(part(), ({ id, version }) =>
          post({
            port,
            path: `/api/v1/transfers/${id}/checking`,
            cookie,
            origin: served.url,
            body: { version, step: 'branch-verify', given: {} },
          }),
        ),
      limit: () => eachOnce(part(), one => post({ port: BARE_PORT, path: '/', cookie: '', origin: served.url, body: one })),
      async close() {
        await bare.close()
        await client.end()
        agent.destroy()
        await served.close()
      },
    }
  },
}
