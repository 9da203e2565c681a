import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { ask, newDatabase, postgresServer } from './university/postgres.ts'

describe('migrations', () => {
  test.skipIf(!postgresServer)('many databases of one cluster, migrated at once by a new owner, make their common roles once', async () => {
    const server = postgresServer!
    const owner = `qicheng_owner_${randomBytes(4).toString('hex')}`
    await ask(server, `create role ${owner} login superuser password '${owner}'`)
    const made = await Promise.all(Array.from({ length: 6 }, () => newDatabase(server)))
    try {
      const databases = await Promise.all(made.map(({ url }) => openDatabase({ url: asOwner(url, owner), connections: 2 })))
      const ends = await Promise.allSettled(databases.map(database => migrate(database)))
      await Promise.all(databases.map(database => database.close()))
      expect(ends.map(end => (end.status === 'rejected' ? String(end.reason) : 'migrated'))).toEqual(ends.map(() => 'migrated'))
    } finally {
      await Promise.all(made.map(({ drop }) => drop()))
      await ask(server, `drop role ${owner}`)
    }
  })

  test('run once, and a second start runs nothing', async () => {
    const database = await openDatabase({})
    const ran = await migrate(database)
    expect(ran[0]).toBe('0001_foundation.sql')
    expect(await migrate(database)).toEqual([])
    await database.close()
  })
})

function asOwner(url: string, owner: string): string {
  const theirs = new URL(url)
  theirs.username = owner
  theirs.password = owner
  return theirs.href
}
