/** R5 for the public page: straight SQL under its role, whatever settings it gives itself, reaches nothing but its two functions. */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, inSystem, openReceipts } from '../src/platform/database/index.ts'
import type { Settings } from '../src/platform/database/scope.ts'
import { type Journey, openJourney } from './university/journey.ts'
import { ask, newDatabase, postgresServer } from './university/postgres.ts'
import { letterOut, type Sent } from './university/receipts.ts'

let journey: Journey
let paper: Sent
let tables: string[]

beforeAll(async () => {
  journey = await openJourney()
  paper = await letterOut(journey, (await journey.enrol('英语第一党支部', '安宁'))[0]!)
  tables = (
    await system<{ name: string }>(`select c.relname as name from pg_class c where c.relkind in ('r', 'v', 'm', 'S')
      and c.relnamespace = 'public'::regnamespace order by 1`)
  ).map(({ name }) => name)
}, 60_000)
afterAll(() => journey.server.close())

const system = async <T>(text: string): Promise<T[]> =>
  inSystem(journey.server.services.database.system, async trx => (await sql.raw<T>(text).execute(trx)).rows)

/** The widest that a session can ask for: the whole school, as its office, and the letter's own id. */
const widest = (reach: Settings['reach']): Settings => ({
  school: journey.university.school,
  reach,
  path: '/',
  pathEnd: '0',
  member: '',
  account: '',
  code: paper.letterId,
})

const asked = <T>(text: string, reach: Settings['reach'] = 'unit'): Promise<T[]> =>
  inScope(journey.server.services.database.receipts, widest(reach), async trx => (await sql.raw<T>(text).execute(trx)).rows)

const reaches = ['unit', 'own', 'news', 'code', 'none'] as const
const denied = /permission denied/
const bytes = (...parts: string[]) => `'\\x${createHash('sha256').update(parts.join('\n')).digest('hex')}'::bytea`
const guess = () => `'\\x${randomBytes(32).toString('hex')}'::bytea`

describe('the role of the public page', () => {
  test.each(reaches)('reads and writes no table at all, with reach %s', async reach => {
    expect(tables.length).toBeGreaterThan(40)
    for (const name of tables) {
      await expect(asked(`select * from ${name} limit 1`, reach), `reads ${name}`).rejects.toThrow(denied)
      await expect(asked(`insert into ${name} default values`, reach), `writes ${name}`).rejects.toThrow(/permission denied|sequence/)
      await expect(asked(`delete from ${name}`, reach), `deletes from ${name}`).rejects.toThrow(/permission denied|sequence/)
    }
  })

  test('holds no privilege on any table, column or sequence of any schema', async () => {
    const held = await system(`select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' and c.relkind in ('r', 'v', 'm', 'p')
        and (has_table_privilege('qicheng_receipts', c.oid, 'select, insert, update, delete, truncate')
          or has_any_column_privilege('qicheng_receipts', c.oid, 'select, insert, update'))`)
    expect(held).toEqual([])
  })

  test('may call two functions that see more than itself, and is nobody else', async () => {
    const callable = await system<{ name: string }>(`select p.proname as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
        and has_function_privilege('qicheng_receipts', p.oid, 'execute') order by 1`)
    expect(callable.map(({ name }) => name)).toEqual(['answer_receipt', 'open_receipt'])
    for (const name of [
      "proven_letter('a', 'b', now()::date)",
      `receipt_standing('${journey.university.school}', '${paper.letterId}')`,
      "count_receipt_try('a')",
    ])
      await expect(asked(`select ${name}`), name).rejects.toThrow(denied)
    const member = await system(`select r.rolname from pg_roles r where r.rolname <> 'qicheng_receipts'
      and pg_has_role('qicheng_receipts', r.oid, 'member')`)
    expect(member).toEqual([])
  })

  test.each(reaches)('learns nothing from a function without code, number and last four; with reach %s', async reach => {
    const right = bytes('receipt proof', paper.code, paper.number.replace(/\D/g, ''), paper.last4)
    const code = bytes(paper.code)
    const open = async (one: string, other: string) =>
      (await asked<{ told: { standing: string } }>(`select open_receipt(${one}, ${other}, ${guess()}, '2023-06-08') as told`, reach))[0]!
        .told
    for (const [one, other] of [
      [guess(), right],
      [code, guess()],
      [guess(), guess()],
      ["''::bytea", "''::bytea"],
    ] as const)
      expect(await open(one, other)).toEqual({ standing: 'refused' })
    expect(await open(code, right)).toMatchObject({ standing: 'open', number: paper.number })
    const [answered] = await asked<{ told: object }>(
      `select answer_receipt(${code}, ${guess()}, ${guess()}, '2023-06-08', '{"id":"${paper.letterId}","answer":"received"}') as told`,
      reach,
    )
    expect(answered!.told).toEqual({ standing: 'refused' })
  })

  test('and at the school nobody writes an answer in the receiver’s place', async () => {
    const { app } = journey.server.services.database
    const as = (text: string) => inScope(app, widest('unit'), trx => sql.raw(text).execute(trx))
    await expect(as('insert into receipt_answers default values')).rejects.toThrow(denied)
    await expect(as("update receipt_answers set answer = 'received'")).rejects.toThrow(denied)
    await expect(as('delete from receipt_answers')).rejects.toThrow(denied)
    await expect(as('select * from receipt_tries')).rejects.toThrow(denied)
  })
})

describe.skipIf(!postgresServer)('a login that is a member of this role alone', () => {
  test('opens the page’s pool, and no other', async () => {
    const { url, drop } = await newDatabase(postgresServer!)
    const login = `qicheng_door_${randomBytes(4).toString('hex')}`
    await ask(postgresServer!, `create role ${login} login password '${login}' noinherit in role qicheng_receipts`)
    const theirs = new URL(url)
    theirs.username = login
    theirs.password = login
    const { receipts, close } = openReceipts(theirs.href)
    try {
      const { rows } = await sql<{ role: string }>`select current_user::text as role`.execute(receipts)
      expect(rows).toEqual([{ role: 'qicheng_receipts' }])
      await expect(sql`set role qicheng_app`.execute(receipts)).rejects.toThrow(denied)
      await expect(sql`set role qicheng_system`.execute(receipts)).rejects.toThrow(denied)
    } finally {
      await close()
      await drop()
      await ask(postgresServer!, `drop role ${login}`)
    }
  })
})
