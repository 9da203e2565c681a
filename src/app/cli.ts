/** `npm run cli -- school add --code=…`: asks the running server; opens the folder itself only when nobody holds it. */
import { masterKey } from '../platform/crypto/index.ts'
import { openDatabase } from '../platform/database/index.ts'
import { holdFolder } from '../platform/lock/index.ts'
import { ask } from '../platform/socket/index.ts'
import { databaseFolder, filesFolder, readConfig } from './config.ts'
import { openLog } from './log.ts'
import { openServices } from './services.ts'
import { type Verb, verbNames, verbsOf } from './verbs.ts'

const words = process.argv.slice(2).filter(word => !word.startsWith('--'))
const input = Object.fromEntries(
  process.argv
    .slice(2)
    .filter(word => word.startsWith('--'))
    .map(word => {
      const [name, ...value] = word.slice(2).split('=')
      return [name!, value.join('=')]
    }),
)
const verb = words.join(' ')

async function answer(): Promise<unknown> {
  if (!verbNames.includes(verb as Verb)) throw new Error(`没有这个命令：${verb || '（空）'}。可用：${verbNames.join('、')}`)
  const config = readConfig(process.env)
  const running = await ask(config.dataFolder, verb, input)
  if (running?.problem) throw new Error(running.problem)
  if (running) return running.result
  const release = await holdFolder(config.dataFolder, 'cli')
  const database = await openDatabase(config.databaseUrl ? { url: config.databaseUrl } : { folder: databaseFolder(config) })
  try {
    const services = await openServices({
      database,
      masterKey: await masterKey(config.keyFile),
      filesFolder: filesFolder(config),
      url: config.url,
      log: openLog('error'),
    })
    return await verbsOf(services)[verb as Verb](input)
  } finally {
    await database.close()
    await release()
  }
}

await answer().then(
  result => {
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
    process.exit(0)
  },
  error => {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  },
)
