import { join, resolve } from 'node:path'
import { type Day, day } from '../kernel/day.ts'
import { defaultKeyFile } from '../platform/crypto/index.ts'

/** Everything the environment decides, read once. README.md lists it. */
export interface Config {
  host: string
  port: number
  url: string
  dataFolder: string
  databaseUrl: string | undefined
  keyFile: string
  /** undefined: the demonstration exactly where the database is new and embedded. */
  demonstration: boolean | undefined
  today: Day | undefined
  /** `receipts`: this process serves the public page and nothing else. */
  only: 'receipts' | undefined
}

/** A process beside the server: it shares the database, never the folder. */
function onlyOf({ QICHENG_ONLY: only, DATABASE_URL: url }: NodeJS.ProcessEnv): Config['only'] {
  if (!only) return undefined
  if (only !== 'receipts') throw new Error(`QICHENG_ONLY 只能是 receipts，现在是“${only}”。`)
  if (!url) throw new Error('QICHENG_ONLY=receipts 要与主服务共用 PostgreSQL，请设 DATABASE_URL。内嵌数据库只有一个进程能打开。')
  return only
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const host = env.HOST || '127.0.0.1'
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT 应为 0 到 65535 的整数，现在是“${env.PORT}”。`)
  const url = env.QICHENG_URL || `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  if (!LOOPBACK.has(host) && !url.startsWith('https:') && env.QICHENG_INSECURE !== '1')
    throw new Error(
      `HOST=${host} 会对外开放，而 QICHENG_URL 不是 https。请在前面配置 https 并设置 QICHENG_URL；只在可信网络试用时可设 QICHENG_INSECURE=1。`,
    )
  return {
    host,
    port,
    url,
    dataFolder: resolve(env.QICHENG_DATA || 'data'),
    databaseUrl: env.DATABASE_URL || undefined,
    keyFile: resolve(env.QICHENG_KEY_FILE || defaultKeyFile()),
    demonstration: env.QICHENG_DEMO === undefined || env.QICHENG_DEMO === '' ? undefined : env.QICHENG_DEMO === '1',
    today: env.QICHENG_TODAY ? day(env.QICHENG_TODAY) : undefined,
    only: onlyOf(env),
  }
}

export const filesFolder = (config: Config) => join(config.dataFolder, 'files')
/** A school's own licensed fonts: put there by hand, found at the next start. */
export const fontsFolder = (config: Config) => join(config.dataFolder, 'fonts')
/** What Node has compiled of this program, so that the next start need not; may be deleted at any time. */
export const compileFolder = (config: Config) => join(config.dataFolder, 'compiled')
export const databaseFolder = (config: Config) => join(config.dataFolder, 'database')
