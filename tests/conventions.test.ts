import { readdirSync, readFileSync } from 'node:fs'
import { traverseContractProcedures } from '@orpc/server'
import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tiers } from '../architecture.mjs'
import { contract } from '../src/app/contract.ts'
import { permissions, permissionsOf, roles } from '../src/capabilities/accounts/rules.ts'
import { accessOf } from '../src/kernel/contract.ts'
import { type Database, migrate, openDatabase } from '../src/platform/database/index.ts'
import { openIdentity } from '../src/platform/identity/index.ts'

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath}/${entry.name}`)
const capabilityOf = (file: string) => file.split('/')[2]!
const sources = filesBelow('src/capabilities').filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))

describe('the contract', () => {
  const procedures: { path: string; permission: string; audit?: string }[] = []
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
    procedures.push({ path: path.join('.'), ...accessOf(procedure) })
  })

  test('is read whole', () => expect(procedures.length).toBeGreaterThan(15))

  test.each(procedures)('$path declares a permission of the list, and an audit verb that is noun.past', ({ permission, audit }) => {
    expect(['public', ...permissions]).toContain(permission)
    if (audit) expect(audit).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)
  })

  test('uses every permission, and some role holds each', () => {
    const used = new Set(procedures.map(({ permission }) => permission))
    const held = new Set(roles.flatMap(role => permissionsOf[role]))
    expect(permissions.filter(permission => !used.has(permission))).toEqual([])
    expect(permissions.filter(permission => !held.has(permission))).toEqual([])
  })
})

describe('the house', () => {
  test('names every capability in its tiers, and nothing else', () => {
    expect([...new Set(sources.map(capabilityOf))].filter(name => !tiers.flat().includes(name))).toEqual([])
  })

  test('has no room for odds and ends', () => {
    const names = filesBelow('src').map(file => file.split('/').at(-1)!)
    expect(names.filter(name => /^(?:utils?|helpers?|common|misc|types)\.tsx?$/.test(name))).toEqual([])
  })

  test('lets a table be written only by the capability that declares it', () => {
    const owner = new Map(
      sources
        .filter(file => /\/tables(?:\/[^/]+)?\.ts$/.test(file))
        .flatMap(file =>
          [...readFileSync(file, 'utf8').matchAll(/^ {4}(\w+): (?:\w+ & )?\{/gm)].map(match => [match[1]!, capabilityOf(file)] as const),
        ),
    )
    expect(owner.size).toBeGreaterThan(15)
    const writes = /(?:insertInto|updateTable|deleteFrom)\('(\w+)|(?:insertRows|updateRows|patchRows|replaceRows)\(\s*\w+,\s*'(\w+)'/g
    const trespasses = sources.flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(writes)]
        .filter(match => owner.get(match[1] ?? match[2]!) !== capabilityOf(file))
        .map(match => `${file} writes ${match[1] ?? match[2]}`),
    )
    expect(trespasses).toEqual([])
  })

  test('reads the clock in one place only', () => {
    const clocks = filesBelow('src').filter(file => /\.tsx?$/.test(file) && !/\.test\.|\/platform\/|\/kernel\/ids/.test(file))
    expect(clocks.filter(file => /new Date\(\)|Date\.now\(\)|Temporal\.Now/.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

describe('a page', () => {
  const keyed: [name: string, key: { safeParse(value: unknown): { success: boolean } }][] = []
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
    const { after } = (procedure['~orpc'].inputSchema as { shape?: Record<string, never> } | undefined)?.shape ?? {}
    if (after) keyed.push([path.join('.'), after])
  })

  test('there are lists', () => expect(keyed.length).toBeGreaterThan(8))
  test.each(keyed)('%s takes no key that is none', (_name, key) => {
    for (const none of ['x', '1', '{}', '["a"]', '["a","b","c"]', "['1']", '[null,null]'])
      expect(key.safeParse(none).success, none).toBe(false)
  })
})

describe('the database', () => {
  let database: Database
  beforeAll(async () => {
    database = await openDatabase({})
    await migrate(database)
  })
  afterAll(() => database.close())
  const rows = async <T>(text: string) => (await sql.raw<T>(text).execute(database.system)).rows

  test('has the tables that better-auth wants, and no fewer', async () => {
    const { compileMigrations } = await getMigrations(
      openIdentity({ db: database.auth, url: 'http://localhost', secret: 'x'.repeat(32) }).options,
    )
    expect(await compileMigrations()).toBe(';')
  })

  test('puts the school first in every primary key', async () => {
    const keys = await rows<{ table: string; first: string }>(`
      select c.relname as table, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisprimary and c.relnamespace = 'public'::regnamespace`)
    expect(
      keys.filter(({ table, first }) => first !== 'school_id' && !/^auth_|^migrations$|^installation$|^receipt_tries$/.test(table)),
    ).toEqual([])
  })

  test('guards every table of a school, with a rule for every reach', async () => {
    const tables = await rows<{ name: string; guarded: boolean; rule: string | null }>(`
      select c.relname as name, c.relrowsecurity as guarded, pg_get_expr(p.polqual, p.polrelid) as rule
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id'
      left join pg_policy p on p.polrelid = c.oid and p.polname = 'reach'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`)
    expect(tables.length).toBeGreaterThan(25)
    for (const { name, guarded, rule } of tables) {
      expect(guarded, name).toBe(true)
      for (const reach of ['unit', 'own', 'news', 'code', 'none']) expect(rule, `${name}: ${reach}`).toContain(`'${reach}'`)
    }
  })

  test('never lets a request change what was written for good', async () => {
    const granted = await rows<{ table: string; what: string }>(`
      select table_name as table, privilege_type as what from information_schema.role_table_grants
      where grantee = 'qicheng_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
      and table_name in ('audit_entries', 'plans', 'member_changes', 'letter_prints', 'transfer_events', 'receipt_calls', 'receipt_answers', 'submission_rows', 'archives')`)
    expect(granted).toEqual([])
    const auth = await rows(
      `select 1 from information_schema.role_table_grants where grantee = 'qicheng_app' and table_name like 'auth\\_%'`,
    )
    expect(auth).toEqual([])
  })
})
