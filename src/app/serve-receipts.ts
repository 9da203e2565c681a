import { setTimeout as wait } from 'node:timers/promises'
import { openClock } from '../platform/clock/index.ts'
import { answersAs, atReceipts, openReceipts } from '../platform/database/index.ts'
import type { Config } from './config.ts'
import { openReceiptsHttp } from './http-receipts.ts'
import { openLog } from './log.ts'

const STOP_WITHIN_MS = 20_000

/** The public page alone: one database role, no key, no folder. What it keeps, the server beside it takes up. */
export async function serveReceipts(config: Config): Promise<void> {
  const { receipts, close } = openReceipts(config.databaseUrl!)
  const clock = openClock(config.today)
  const app = await openReceiptsHttp(
    { url: config.url, log: openLog(process.env.QICHENG_LOG ?? 'warn') },
    { within: work => atReceipts(receipts, work), today: () => clock.today(), answered: async () => undefined },
    () => answersAs(receipts),
  )
  await app.listen({ host: config.host, port: config.port })
  process.stdout.write(`介绍信回执页已启动：${config.url}/r/…\n`)
  const stop = async () => {
    process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT')
    await Promise.race([app.close(), wait(STOP_WITHIN_MS)])
    await close()
    process.exit(0)
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
}
