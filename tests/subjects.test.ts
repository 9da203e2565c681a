/** R4, second half: every procedure × every role that may call it × a subject of its own, of a sister unit, of another school. */
import { ORPCError } from '@orpc/client'
import { traverseContractProcedures } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../src/app/contract.ts'
import { permissionsOf, type Role, reachOf, roles } from '../src/capabilities/accounts/rules.ts'
import { accessOf } from '../src/kernel/contract.ts'
import { castOf, foreignMarks } from './subjects/casting.ts'
import type { List, None, One } from './subjects/row.ts'
import { table } from './subjects/table.ts'
import { openWorld, type Subject, type World } from './subjects/world.ts'

const procedures: { name: string; permission: string }[] = []
traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
  procedures.push({ name: path.join('.'), permission: accessOf(procedure).permission })
})

/** A row whose types were checked where it stands, by any name. */
type AnyRow = None | One<never> | List<never>
const rows = table as unknown as Partial<Record<string, AnyRow>>

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 180_000)
afterAll(() => world.server.close())

type Answer = { status: number; code?: string; output?: unknown }
type Asked = (input: unknown) => Promise<unknown>
type Build = (subject: Subject, own: Subject) => unknown

/** The procedure asked from this desk, over HTTP. */
async function ask({ desk }: Subject, name: string, input: unknown): Promise<Answer> {
  const client = await desk.client()
  const procedure = name.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], client) as Asked
  try {
    return { status: 200, output: await procedure(input) }
  } catch (error) {
    if (error instanceof ORPCError) return { status: error.status, code: error.code }
    throw error
  }
}

const foreigners = { sister: 'a sister’s', other: 'another school’s' } as const

/** The office's school is all its own; what is one account's is nobody else's. */
const foreignTo = (role: Role, { reach, whole }: One<never> | List<never>): (keyof typeof foreigners)[] => {
  if (reach === 'self') return []
  const all = role === 'committee-office' || whole?.includes(role)
  return reach === 'account' || (reach === 'unit' && !all) ? ['sister', 'other'] : ['other']
}

/** Foreign: as unknown as what does not exist. Own: done, or refused by a rule that has looked at it. */
function actsOn(name: string, row: One<never>, role: Role, done: Set<string>) {
  const cast = () => castOf(world, role, row)
  const lacks = row.lacking?.[role]
  for (const kind of foreignTo(role, row))
    test(`${role}: ${foreigners[kind]} is not found`, async () => {
      const { own, [kind]: foreign } = cast()
      for (const build of row.asks as readonly Build[]) {
        const { status, code } = await ask(own, name, await build(foreign, own))
        expect({ status, code }).toEqual({ status: 404, code: 'NOT_FOUND' })
      }
    })
  test(`${role}: ${lacks ?? 'its own is found'}`, async () => {
    const { own } = cast()
    for (const build of row.asks as readonly Build[]) {
      const { status, code } = await ask(own, name, await build(own, own))
      expect(lacks ? [404] : [200, 409], code).toContain(status)
      if (status === 200) done.add(role)
    }
  })
}

const plain: readonly Build[] = [() => undefined]

/** Own: listed. Whatever is asked for, nothing foreign stands anywhere in the answer. */
function lists(name: string, row: List<never>, role: Role, done: Set<string>) {
  const cast = () => castOf(world, role, row)
  const asks = (row.asks as readonly Build[] | undefined) ?? plain
  const marksOf = (subject: Subject, input: unknown) => row.of(subject, (input ?? {}) as never)
  const seenIn = async ({ output }: Answer) => {
    const seen = await row.seen(output as never)
    const text = JSON.stringify([seen, output])
    expect(foreignMarks(world, cast().own, row.reach).filter(mark => text.includes(mark))).toEqual([])
    return seen
  }
  for (const kind of row.asks ? foreignTo(role, row) : [])
    test(`${role}: asked for ${foreigners[kind]}, it lists nothing of it`, async () => {
      const { own, [kind]: foreign } = cast()
      for (const build of asks) {
        const input = await build(foreign, own)
        const answer = await ask(own, name, input)
        if (answer.status === 404) continue
        expect(answer.status, answer.code).toBe(200)
        // Where the foreign is not named this is the question about one's own, and a head count may be the same by chance.
        const named = JSON.stringify(input) !== JSON.stringify(await build(own, own))
        const marks = (await marksOf(foreign, input)).filter(mark => named || typeof mark === 'string')
        expect((await seenIn(answer)).filter(mark => marks.includes(mark!))).toEqual([])
      }
    })
  test(`${role}: ${row.lacking?.[role] ?? 'its own is listed'}, and nothing foreign`, async () => {
    const { own } = cast()
    for (const build of asks) {
      const input = await build(own, own)
      const answer = await ask(own, name, input)
      expect(answer.status, answer.code).toBe(200)
      const [seen, marks] = [await seenIn(answer), await marksOf(own, input)]
      expect(marks.length).toBeGreaterThan(0)
      if (row.lacking?.[role]) expect(seen.filter(mark => marks.includes(mark!))).toEqual([])
      else expect(seen).toEqual(expect.arrayContaining([...marks]))
    }
    done.add(role)
  })
}

test('every procedure has a row, and every row a procedure', () => {
  expect(procedures.length).toBeGreaterThan(80)
  expect(Object.keys(rows).sort()).toEqual(procedures.map(({ name }) => name).sort())
})

describe.each(procedures)('$name', ({ name, permission }) => {
  const row = rows[name]
  if (!row) return test('has a row', () => expect.fail(`${name} has no row in tests/subjects`))
  if (row.subject === 'none') return test(row.why, () => expect(row.why).toMatch(/^.{20,}\.$/))
  const done = new Set<string>()
  for (const role of roles.filter(role => permissionsOf[role].includes(permission as never))) {
    if (row.reach === 'unit' && !row.whole?.includes(role)) test(`${role} has a reach over units`, () => expect(reachOf[role]).toBe('unit'))
    if (row.subject === 'one') actsOn(name, row, role, done)
    else lists(name, row, role, done)
  }
  test('is done for somebody, not only refused', () => expect([...done]).not.toEqual([]))
})
