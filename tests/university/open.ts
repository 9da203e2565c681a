import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openHttp } from '../../src/app/http.ts'
import { openLog } from '../../src/app/log.ts'
import { openServices, type Services } from '../../src/app/services.ts'
import { registerWorkers } from '../../src/app/workers.ts'
import { type Day, day } from '../../src/kernel/day.ts'
import { openClock } from '../../src/platform/clock/index.ts'
import { newKey } from '../../src/platform/crypto/index.ts'
import { type Database, openDatabase } from '../../src/platform/database/index.ts'
import { type Client, clientOf } from './client.ts'
import { newDatabase, postgresServer } from './postgres.ts'

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
  }).catch(async error => {
    await database.close()
    await drop()
    throw error
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
  if (!postgresServer) return { database: await openDatabase({}), drop: async () => undefined }
  const { url, drop } = await newDatabase(postgresServer)
  return { database: await openDatabase({ url, connections: 5 }), drop }
}
