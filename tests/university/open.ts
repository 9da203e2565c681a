import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { openHttp } from '../../src/app/http.ts'
import { openLog } from '../../src/app/log.ts'
import { openServices, type Services } from '../../src/app/services.ts'
import { registerWorkers } from '../../src/app/workers.ts'
import { type Day, day } from '../../src/kernel/day.ts'
import { openClock } from '../../src/platform/clock/index.ts'
import { newKey } from '../../src/platform/crypto/index.ts'
import { type Database, openDatabase } from '../../src/platform/database/index.ts'
import { type Client, clientOf } from './client.ts'

export interface Running {
  services: Services
  app: FastifyInstance
  /** Signs a demonstration or test login in and speaks to the API as that person, over HTTP. */
  as(login: string, school?: string, headers?: Record<string, string>): Promise<Client>
  anonymous: Client
  close(): Promise<void>
}

/** A whole server on a database of its own: PGlite in memory, or a new database of QICHENG_TEST_DATABASE_URL. */
export async function openServer(today: Day = day('2023-06-08')): Promise<Running> {
  const { database, drop } = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'qicheng-'))
  const services = await openServices({
    database,
    masterKey: newKey(),
    filesFolder: join(folder, 'files'),
    url: 'http://127.0.0.1:3000',
    log: openLog(process.env.QICHENG_LOG ?? 'error'),
    clock: openClock(today),
  })
  registerWorkers(services)
  const app = await openHttp(services)
  const cookies = new Map<string, string>()
  return {
    services,
    app,
    anonymous: clientOf(app),
    async as(login, school, headers) {
      const cookie = cookies.get(`${school}/${login}`) ?? (await signIn(app, login, school))
      cookies.set(`${school}/${login}`, cookie)
      return clientOf(app, cookie, headers)
    },
    async close() {
      await app.close()
      await services.typesetting.close()
      await database.close()
      await drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const TEST_PASSWORD = 'qicheng-2023'

async function signIn(app: FastifyInstance, username: string, school?: string): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password: TEST_PASSWORD, ...(school && { school }) },
  })
  if (response.statusCode !== 200) throw new Error(`${username} could not sign in: ${response.statusCode} ${response.body}`)
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

async function freshDatabase(): Promise<{ database: Database; drop: () => Promise<void> }> {
  const server = process.env.QICHENG_TEST_DATABASE_URL
  if (!server) return { database: await openDatabase({}), drop: async () => undefined }
  const name = `qicheng_test_${randomBytes(6).toString('hex')}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await run(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { database: await openDatabase({ url: url.href, connections: 5 }), drop: () => run(`drop database ${name} with (force)`) }
}
