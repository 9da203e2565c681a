import { fromPglite, PgBoss } from 'pg-boss'
import { OFFICE_ZONE } from '../../kernel/day.ts'
import type { JobsConnection } from '../database/index.ts'

/** Work off the request path, kept in the same database: what was sent survives a stop. */
export interface Jobs {
  send(queue: string, data: Record<string, string>): Promise<void>
  work(queue: string, handler: (data: Record<string, string>) => Promise<void>): Promise<void>
  /** Each day at this hour of the office's time zone; once for any number of days on which nothing ran. */
  daily(queue: string, hour: number, handler: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

export async function openJobs(connection: JobsConnection, onError: (error: Error) => void): Promise<Jobs> {
  const boss =
    'pglite' in connection
      ? new PgBoss({ db: fromPglite(connection.pglite as never), backend: 'pglite', schema: 'jobs' } as never)
      : new PgBoss({ connectionString: connection.connectionString, schema: 'jobs', max: 3 })
  boss.on('error', onError)
  await boss.start()
  const known = new Set<string>()
  const ensure = async (queue: string) => {
    if (known.has(queue)) return
    known.add(queue)
    await boss.createQueue(queue, { retryLimit: 2, retryDelay: 5 })
  }
  return {
    async send(queue, data) {
      await ensure(queue)
      await boss.send(queue, data)
    },
    async work(queue, handler) {
      await ensure(queue)
      await boss.work(queue, { pollingIntervalSeconds: 0.5 }, async ([job]) => handler(job!.data as Record<string, string>))
    },
    async daily(queue, hour, handler) {
      await ensure(queue)
      await boss.work(queue, async () => handler())
      await boss.schedule(queue, `0 ${hour} * * *`, {}, { tz: OFFICE_ZONE, missed: 'once' })
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
