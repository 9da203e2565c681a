import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Where the suites run on PostgreSQL instead of PGlite: a server, as a role that may create databases and roles. */
export const postgresServer = process.env.QICHENG_TEST_DATABASE_URL

export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** An empty database of the server, and its end. */
export async function newDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `qicheng_test_${randomBytes(6).toString('hex')}`
  await ask(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: async () => void (await ask(server, `drop database ${name} with (force)`)) }
}
