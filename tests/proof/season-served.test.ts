/** R1 through the API: a small school plays random seasons, and after every move all pages count the same people. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTerms } from '../../src/capabilities/closing/rules.ts'
import { type Term, terms } from '../../src/capabilities/transfers/rules.ts'
import { addDays, day } from '../../src/kernel/day.ts'
import type { Client } from '../university/client.ts'
import { enrol } from '../university/graduates.ts'
import { inProvince, type Journey, openJourney, outsideOnPaper } from '../university/journey.ts'
import { type Resident, throwOnce } from './season-played.ts'

const nightly = process.env.QICHENG_PROOF === '1'
const seed = process.env.QICHENG_SEED ? Number(process.env.QICHENG_SEED) : undefined
vi.setConfig({ testTimeout: nightly ? 3_600_000 : 120_000 })

let journey: Journey
let office: Client
const people: Resident[] = []
let issued = 0
const received = new Set<string>()

beforeAll(async () => {
  journey = await openJourney()
  office = await journey.server.as('office')
})
afterAll(() => journey.server.close())

const branches: [branch: string, teacher: string, above: string, count: number][] = [
  ['英语第一党支部', 'teacher', 'secondary', 6],
  ['英语第二党支部', 'sister-teacher', 'secondary', 3],
  ['研究生院直属党支部', 'direct', 'direct', 3],
]

async function twelve(): Promise<Resident[]> {
  const { server, university, cohort } = journey
  const found: Resident[] = []
  for (const [branch, teacher, above, count] of branches) {
    const names = Array.from({ length: count }, (_, at) => ({ name: '张同', outcome: at === 2 ? 'completed' : 'on-time' }))
    const enrolled = await enrol(server.services, university, cohort, branch, names)
    found.push(...enrolled.map(who => ({ ...who, branch, teacher, above })))
  }
  people.push(...found)
  return found
}

/** The first branch is well under way when the chance begins: its cases are passed, most of them for a letter. */
async function underWay(ours: readonly Resident[]): Promise<void> {
  const first = ours.filter(({ teacher }) => teacher === 'teacher')
  const [branch, above] = [await journey.transfers('teacher'), await journey.transfers('secondary')]
  for (const [at, { graduateId }] of first.entries())
    await branch.fill.save({ ...(at === 0 ? inProvince : outsideOnPaper), graduateId, version: 0 })
  const items = async () =>
    (await everybody(journey.cohort.cohortId)).flatMap(({ graduateId, id, version }) =>
      id && first.some(who => who.graduateId === graduateId) ? [{ id, version }] : [],
    )
  await branch.fill.stepMany({ items: await items(), step: 'fill' })
  await branch.check.stepMany({ items: await items(), step: 'branch-verify' })
  await above.check.stepMany({ items: await items(), step: 'secondary-verify' })
  await journey.report('secondary', ...first)
  expect((await office.transfers.feedback.stepMany({ items: await items(), step: 'pass' })).applied).toBe(true)
}

type Terms = Record<Term, number>
const sumOf = (rows: readonly { terms: Record<string, number> }[]): Terms =>
  Object.fromEntries(terms.map(term => [term, rows.reduce((sum, row) => sum + (row.terms[term] ?? 0), 0)])) as Terms
const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0)
const counted = (rows: readonly { term: Term }[]): Terms =>
  Object.fromEntries(terms.map(term => [term, rows.filter(row => row.term === term).length])) as Terms

async function everybody(cohortId: string) {
  const rows: Awaited<ReturnType<Client['transfers']['list']>>['rows'] = []
  let after: string | undefined
  do {
    const page = await office.transfers.list({ cohortId, limit: 200, ...(after && { after }) } as never)
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after)
  return rows
}

async function assertTheBooksAgree(): Promise<void> {
  const { cohortId } = journey.cohort
  const equation = await office.transfers.equation({ cohortId })
  const rows = await everybody(cohortId)

  // Everybody is in the list once, and the equation counts each of them in one term.
  expect(rows.map(({ graduateId }) => graduateId).toSorted()).toEqual(people.map(({ graduateId }) => graduateId).toSorted())
  for (const unit of equation) {
    const own = rows.filter(({ path }) => path === unit.path)
    expect(unit).toMatchObject({ total: own.length, beside: 0 })
    expect(sumOf([unit])).toEqual(counted(own))
    expect(total(unit.terms)).toBe(own.length)
  }
  const sums = sumOf(equation)
  expect(total(sums)).toBe(people.length)

  // Nobody without an owner but who is accounted for; whoever was received stays so.
  const ownerless = rows.filter(({ owner, state, term }) => owner === null && state !== 'closed' && !['reduced', 'delayed'].includes(term))
  expect(ownerless).toEqual([])
  for (const { graduateId, state } of rows) if (state === 'received' || state === 'closed') received.add(graduateId)
  expect(rows.filter(({ graduateId, state }) => received.has(graduateId) && state !== 'received' && state !== 'closed')).toEqual([])

  const [units, open, today] = [
    await office.closing.units({ cohortId }),
    await office.closing.open({ cohortId, limit: 1 }),
    await office.insights.today({ cohortId }),
  ]
  expect(sumOf(units.map(({ figures }) => ({ terms: figures })))).toEqual(sums)
  expect(sumOf(units.flatMap(unit => unit.branches.map(({ figures }) => ({ terms: figures }))))).toEqual(sums)
  expect(open.total).toBe(rows.filter(({ term }) => openTerms.some(one => one === term)).length)
  expect([today.equation.whole, sumOf([today.equation])]).toEqual([people.length, sums])

  // Each number once, none left out but what the ledger shows as void, on its ground.
  const ledger = await office.letters.list({ cohortId, limit: 200 })
  expect(ledger.rows.map(({ serial }) => Number(serial)).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: issued }, (_, at) => at + 1),
  )
  const voided = ledger.rows.filter(({ standing }) => standing === 'voided')
  expect(voided.filter(({ voidGround, voidedOn }) => !voidGround || !voidedOn)).toEqual([])
  const series = await office.letters.series()
  if (issued > 0) expect(series).toMatchObject({ missing: [], voided: voided.length, usedTo: String(issued).padStart(4, '0') })
  // What was withdrawn or voided still names the letter that it had.
  const running = rows.filter(({ state }) => state !== 'withdrawn' && state !== 'void')
  const named = running.flatMap(({ letterNumber }) => (letterNumber ? [letterNumber] : []))
  expect(new Set(named).size).toBe(named.length)
  const standing = new Map(ledger.rows.map(row => [row.number, row.standing]))
  expect(named.filter(number => standing.get(number) === 'voided' || !standing.has(number))).toEqual([])
}

const chance = (max: number) => fc.noBias(fc.nat(max))
const thrown = fc.record({ who: chance(11), pick: chance(1000), luck: chance(5000), wait: fc.constantFrom(0, 0, 0, 0, 1, 9) })
const season = fc.array(thrown, { minLength: nightly ? 60 : 45, maxLength: nightly ? 120 : 45, size: 'max' })

test('after every move of random seasons the equation, the pages and the ledger agree', async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(season, async throws => {
      const { clock } = journey.server.services
      clock.setToday(day('2023-06-08'))
      const ours = await twelve()
      await underWay(ours)
      await assertTheBooksAgree()
      for (const one of throws) {
        clock.setToday(addDays(clock.today(), one.wait))
        const played = await throwOnce(journey, ours[one.who]!, one)
        issued += played.issued
        if (played.done) done.set(played.deed, (done.get(played.deed) ?? 0) + 1)
        if (played.done || one.wait > 0) await assertTheBooksAgree()
      }
    }),
    // A failure names its seed and its path; a shorter history would need a fresh school.
    { numRuns: nightly ? 12 : 2, endOnFailure: true, ...(seed !== undefined && { seed }) },
  )
  if (process.env.QICHENG_SHOW) console.log(Object.fromEntries(done))
  // The property would hold of a school where nothing happens.
  expect(total(Object.fromEntries(done))).toBeGreaterThan(30)
  expect(issued).toBeGreaterThan(2)
})
