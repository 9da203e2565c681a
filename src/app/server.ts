import { enableCompileCache } from 'node:module'
import { openDatabase } from '../platform/database/index.ts'
import { holdFolder } from '../platform/lock/index.ts'
import { compileFolder, databaseFolder, readConfig } from './config.ts'

/** The database opens in its own thread while this one reads the rest of the program. */
async function start() {
  const config = readConfig(process.env)
  if (config.only) return (await import('./serve-receipts.ts')).serveReceipts(config)
  const release = await holdFolder(config.dataFolder, config.url)
  enableCompileCache(compileFolder(config))
  const [database, { serve }] = await Promise.all([
    openDatabase(config.databaseUrl ? { url: config.databaseUrl } : { folder: databaseFolder(config) }),
    import('./serve.ts'),
  ])
  await serve(config, database, release)
}

await start().catch(error => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exit(1)
})
