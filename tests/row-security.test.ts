/** R5: below the API, as the role of requests, straight SQL sees and writes nothing outside its scope. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoPeople } from '../seed/accounts.ts'
import { seedDemonstration } from '../seed/index.ts'
import { signedIn } from '../src/app/gate.ts'
import type { Scope } from '../src/capabilities/orgs/index.ts'
import { inScope, inSystem } from '../src/platform/database/index.ts'
import { enrol, openCohort } from './university/graduates.ts'
import { openServer, type Running } from './university/open.ts'
import { foundUniversity } from './university/people.ts'

let server: Running
let tables: { name: string; path: boolean; member: boolean }[]

beforeAll(async () => {
  server = await openServer()
  await seedDemonstration(server.services, 90)
  const other = await foundUniversity(server.services, 'other')
  await enrol(server.services, other, await openCohort(server.services, other), '英语第一党支部', [{ name: '外校一人' }], 'other')
  tables = await inSystem(server.services.database.system, async trx => {
    const { rows } = await sql<{ name: string; path: boolean; member: boolean }>`
      select c.relname as name,
        exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'path') as path,
        exists (select from pg_attribute m where m.attrelid = c.oid and m.attname = 'member_id') as member
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`.execute(trx)
    return rows
  })
})
afterAll(() => server.close())

async function scopeOf(login: string): Promise<Scope> {
  const response = await server.services.identity.api.signInUsername({ body: { username: `lnsf:${login}`, password: DEMO_PASSWORD } })
  return (await signedIn({ services: server.services, authUserId: response!.user.id }))!.scope
}

const asked = async <T>(scope: Scope, text: string): Promise<T[]> =>
  inScope(server.services.database.app, scope, async trx => (await sql.raw<T>(text).execute(trx)).rows)

/** Where a row of this table lies outside what the reach may see; null: the whole table is the school's. */
const outside = (table: { name: string; path: boolean; member: boolean }, scope: Scope): string => {
  const elsewhere = `school_id <> '${scope.school}'`
  if (table.name === 'org_units') return elsewhere // the tree is no secret inside the school
  if (scope.reach === 'unit' && table.path) return `${elsewhere} or not (path >= '${scope.path}' and path < '${scope.pathEnd}')`
  if (scope.reach === 'own' && table.member) return `${elsewhere} or member_id is distinct from '${scope.member}'`
  if (scope.reach === 'own' && table.name === 'members') return `${elsewhere} or id <> '${scope.member}'`
  return elsewhere
}

describe.each(demoPeople.map(({ login, role }) => ({ login, role })))('$role', ({ login }) => {
  test('reads and writes nothing outside its scope, in any table', async () => {
    const scope = await scopeOf(login)
    for (const table of tables) {
      const where = outside(table, scope)
      const [seen] = await asked<{ count: number }>(scope, `select count(*) as count from ${table.name} where ${where}`)
      expect(seen?.count, `${login} reads ${table.name} where ${where}`).toBe(0)
    }
  })

  test('cannot bring in a row of another school', async () => {
    const scope = await scopeOf(login)
    for (const { name } of tables.filter(table => !['letter_numbers', 'transfer_numbers'].includes(table.name))) {
      const copied = inSystem(server.services.database.system, async trx =>
        (
          await sql
            .raw<{ row: string }>(`select to_json(t)::text as row from ${name} t where school_id <> '${scope.school}' limit 1`)
            .execute(trx)
        ).rows.at(0),
      )
      const row = (await copied)?.row
      if (!row) continue
      await expect(
        asked(scope, `insert into ${name} select * from json_populate_record(null::${name}, '${row.replaceAll("'", "''")}'::json)`),
        `${login} inserts into ${name}`,
      ).rejects.toThrow(/row-level security|permission denied/)
    }
  })
})

describe('member data', () => {
  const people = ['members', 'graduates', 'member_numbers', 'transfers', 'letters', 'item_confirmations']
  test.each(['sys-admin', 'sec-admin', 'auditor', 'xcb-song'])('is not read by %s', async login => {
    const scope = await scopeOf(login)
    for (const name of people)
      expect((await asked<{ count: number }>(scope, `select count(*) as count from ${name}`))[0]!.count, name).toBe(0)
  })
  test('is read by the branch that holds it, and by the member', async () => {
    const branch = await asked<{ count: number }>(await scopeOf('yy1-zhou'), 'select count(*) as count from members')
    expect(branch[0]!.count).toBeGreaterThan(2)
    expect(await asked(await scopeOf('2019020901'), 'select name from members')).toEqual([{ name: '欧阳静怡' }])
  })
  test('is not read without a scope at all', async () => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from members`.execute(server.services.database.app)
    expect(rows[0]!.count).toBe(0)
  })
})
