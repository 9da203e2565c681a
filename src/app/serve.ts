import { setTimeout as wait } from 'node:timers/promises'
import { installation, schools } from '../capabilities/orgs/index.ts'
import { openClock } from '../platform/clock/index.ts'
import { masterKey } from '../platform/crypto/index.ts'
import { type Database, inSystem } from '../platform/database/index.ts'
import { listen } from '../platform/socket/index.ts'
import { type Config, filesFolder, fontsFolder } from './config.ts'
import { chaseAllDuties } from './duties.ts'
import { openHttp } from './http.ts'
import { openLog } from './log.ts'
import { takeAnswers } from './receipts.ts'
import { hearArrivals, tellArrivals, unattended, watchSeasons } from './season.ts'
import { openServices, type Services } from './services.ts'
import { verbsOf } from './verbs.ts'
import { registerWorkers } from './workers.ts'

const STOP_WITHIN_MS = 20_000
/** What a page in a process of its own has kept is looked for so often; it cannot tell. */
const LOOK_EVERY_MS = 15_000
const CATCH_UP_AFTER_MS = 3_000

/** Everything behind the opened database: services, HTTP, background work, and the way to stop. */
export async function serve(config: Config, database: Database, release: () => Promise<unknown>) {
  const services = await openServices({
    database,
    masterKey: await masterKey(config.keyFile),
    filesFolder: filesFolder(config),
    fontsFolder: fontsFolder(config),
    url: config.url,
    log: openLog(process.env.QICHENG_LOG ?? 'warn'),
    clock: openClock(config.today),
  })
  await demonstrate(services, config.demonstration ?? !config.databaseUrl, config.today === undefined)
  registerWorkers(services)
  const app = await openHttp(services)
  await app.listen({ host: config.host, port: config.port })
  await services.tasks.start()
  await takeAnswers(services)
  const catching = setTimeout(() => void catchUp(services), CATCH_UP_AFTER_MS)
  const looking = database.kind === 'postgres' ? setInterval(() => void takeAnswers(services), LOOK_EVERY_MS) : undefined
  const deaf = await listen(config.dataFolder, verbsOf(services))
  await greet(services)

  const stop = async () => {
    process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT')
    await Promise.race([app.close(), wait(STOP_WITHIN_MS)])
    clearInterval(looking)
    clearTimeout(catching)
    await services.tasks.stop()
    await services.typesetting.close()
    await deaf()
    await database.close()
    await release()
    process.exit(0)
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
}

/** The hour of this day may have passed while the server was down; the first who ask are not held up by it. */
async function catchUp(services: Services) {
  await unattended(services, 'hear of arrivals', hearArrivals(services))
  await unattended(services, 'tell of arrivals', tellArrivals(services))
  await unattended(services, 'watch over cases', watchSeasons(services, { missing: true }))
  await unattended(services, 'chase duties', chaseAllDuties(services))
}

/** An empty installation becomes the demonstration where that is wanted; an existing one keeps the day it was moved to. */
async function demonstrate(services: Services, wanted: boolean, dayIsFree: boolean) {
  const empty = await inSystem(services.database.system, async trx => (await schools(trx)).length === 0)
  if (empty && wanted) {
    process.stdout.write('首次启动，正在建立演示大学（约 600 名毕业生党员）……\n')
    const { seedDemonstration } = await import('../../seed/index.ts')
    await seedDemonstration(services)
  }
  const held = await inSystem(services.database.system, installation)
  if (held?.demonstration && held.demo_day && dayIsFree) services.clock.setToday(held.demo_day)
}

async function greet(services: Services) {
  const { demonstration, accounts, today, schools: known } = await services.entrance.facts()
  const lines = [`启程已启动：${services.url}`]
  if (demonstration) {
    lines.push(`演示日期 ${today}。演示账号（密码都是 ${accounts[0]?.password}）：`)
    for (const { login, name, roleName, does } of accounts) lines.push(`  ${login.padEnd(12)} ${name}  ${roleName}：${does}`)
  } else if (known.length === 0) lines.push(`还没有学校。请在浏览器打开 ${services.url}/setup，填上口令：${services.setup.token}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}
