import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { type Jobs, openJobs } from './index.ts'

let server: Running
let jobs: Jobs
const errors: Error[] = []
const done: string[] = []

beforeAll(async () => {
  server = await openServer()
  jobs = await openJobs(server.services.database.jobs, error => errors.push(error))
  await jobs.daily('daily-sweep', 3, async () => void done.push('swept'))
}, 60_000)
afterAll(async () => {
  await jobs.stop()
  await server.close()
})

/** As pg-boss itself reads: nobody else may. */
async function rows<Row>(text: string): Promise<Row[]> {
  const connection = server.services.database.jobs
  if ('pglite' in connection) return (await connection.pglite.query(text)).rows as Row[]
  const client = new pg.Client(connection)
  await client.connect()
  return (await client.query(text).finally(() => client.end())).rows
}

test('a daily job waits for its hour in Shanghai, and makes up for a night that was slept through', async () => {
  const schedules = await rows<{ name: string; cron: string; timezone: string; options: { missed: string } }>(
    `select name, cron, timezone, options from jobs.schedule`,
  )
  expect(schedules).toMatchObject([{ name: 'daily-sweep', cron: '0 3 * * *', timezone: 'Asia/Shanghai', options: { missed: 'once' } }])
})

test('is done when its time comes, and kept as a job', async () => {
  const before = done.length
  await jobs.send('daily-sweep', {})
  await vi.waitFor(() => expect(done.length).toBeGreaterThan(before), { timeout: 15_000, interval: 200 })
  await vi.waitFor(
    async () => expect(await rows(`select 1 from jobs.job where name = 'daily-sweep' and state = 'completed'`)).not.toEqual([]),
    {
      timeout: 15_000,
      interval: 200,
    },
  )
  expect(errors).toEqual([])
}, 40_000)

test('named again at the next start it is still one', async () => {
  await jobs.daily('daily-sweep', 4, async () => undefined)
  expect(await rows(`select cron from jobs.schedule`)).toEqual([{ cron: '0 4 * * *' }])
})
