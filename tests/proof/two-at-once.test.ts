/** R6: two people write the same case at once, in every pair of steps open to two of them: one wins, the other is told, nothing is half done. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { answerCase, submitRegister } from '../../src/capabilities/transfers/index.ts'
import { decide, type Step, sides, states, stepCodes, type TransferFacts } from '../../src/capabilities/transfers/rules.ts'
import { day } from '../../src/kernel/day.ts'
import { inSystem } from '../../src/platform/database/index.ts'
import { type Journey, openJourney } from '../university/journey.ts'
import { type Deed, doorOf, inDatabase, type Pair, pairsOf, speakerOf } from './pairs.ts'
import { type Placed, place } from './placed.ts'

vi.setConfig({ testTimeout: 120_000 })

const today = day('2023-06-08')
const pairs = pairsOf(today)
let journey: Journey
let people: Placed[]

beforeAll(async () => {
  journey = await openJourney()
  // Each pair has facts of its own, so that each has a person of its own.
  for (const pair of pairs) pair.facts = { ...pair.facts }
  people = await place(
    journey,
    pairs.map(({ facts }) => facts),
  )
}, 120_000)
afterAll(() => journey.server.close())

type Row = { allowed: boolean }
const applied = ({ applied, rows }: { applied: boolean; rows: Row[] }) => applied && rows.every(({ allowed }) => allowed)

/** Prepared beforehand, so that nothing but the deed itself is left to do; true when it was done. */
async function prepared(who: Placed, { side, step, given }: Deed): Promise<() => Promise<boolean>> {
  const speaker = speakerOf(side, who.facts.direct)
  const item = { id: who.transferId, version: 1 }
  const { cohortId } = journey.cohort
  if (side === 'submission')
    return () => journey.as('secondary', async context => (await submitRegister(context, cohortId, [who.graduateId])).length === 1)
  if (side === 'receiver') return () => journey.as('office', context => answerCase(context, who.attemptId, '已接收'))
  const api = await journey.transfers(typeof speaker === 'string' ? who.studentNumber : speaker.login)
  if (side === 'member') {
    if (step === 'fill' || step === 'mend') return async () => !!(await api.mine.submit({ version: 1 }))
    return async () => !!(await api.mine.step({ version: 1, step: step as 'withdraw', given }))
  }
  if (step === 'issue') return async () => applied(await api.letters.issue({ items: [item] }))
  if (step === 'hand-out') return async () => applied(await api.letters.handOut({ items: [item], on: today, by: who.name, how: 'self' }))
  if (step === 'void-letter') return async () => !!(await api.letters.void({ ...item, reason: '抬头写错', sheet: 'kept' }))
  const take = api[doorOf(step)!.group as 'handle'].step
  return async () => !!(await take({ ...item, step: step as 'accept', given }))
}

type Stand = Pick<TransferFacts, 'state' | 'backTo' | 'application' | 'attempt'> & { system: string; paper: string }
type Found = Stand & { version: number; events: Step[]; audited: number; living: number; letters: string[] }

const stand = ({ state, backTo, application, attempt, tracks: { system, paper } }: TransferFacts): Stand => ({
  state,
  backTo,
  application,
  attempt,
  system: system.at,
  paper: paper.at,
})

const found = ({ transferId }: Placed): Promise<Found> =>
  inSystem(journey.server.services.database.system, async trx => {
    const { rows } = await sql<Found>`
      select a.state, a.back_to as "backTo", a.application, a.ordinal as attempt, a.system_at as system, a.paper_at as paper, t.version,
        (select count(*)::int from attempts o where o.transfer_id = t.id and o.living) as living,
        (select coalesce(json_agg(e.step order by e.id), '[]') from transfer_events e where e.transfer_id = t.id) as events,
        (select count(*)::int from audit_entries n where n.subject_id = t.id and n.subject_kind = 'transfer') as audited,
        (select coalesce(json_agg(l.state order by l.number), '[]') from letters l where l.transfer_id = t.id) as letters
      from transfers t join attempts a on a.transfer_id = t.id and a.living
      where t.id = ${transferId}`.execute(trx)
    return rows[0]!
  })

/** The case as the rules say it stands after these deeds in this order; null when one of them is then refused. */
const after = (facts: TransferFacts, deeds: readonly Deed[]): TransferFacts | null =>
  deeds.reduce<TransferFacts | null>((now, { side, step, given }) => {
    const decision = now && decide(inDatabase(now), step, side, today, given)
    return decision?.allowed ? decision.value : null
  }, facts)

/** These see no version: whoever reports the unit, and whoever answers on the public page. */
const unseeing = ({ side }: Deed) => side === 'submission' || side === 'receiver'

const lettersAfter = (before: string, facts: TransferFacts) =>
  [before, facts.tracks.paper.at].map(at => (at === 'issued' || at === 'out' ? 1 : 0))

async function race({ facts, one, other }: Pair, who: Placed) {
  const deeds = [one, other]
  const acts = await Promise.all(deeds.map(deed => prepared(who, deed)))
  const results = await Promise.allSettled(acts.map(act => act()))
  const done = deeds.filter((_, at) => results[at]!.status === 'fulfilled' && (results[at] as { value: boolean }).value)
  const now = await found(who)
  const name = `${facts.state}: ${deeds.map(({ side, step }) => `${side} ${step}`).join(' | ')}`

  // One wins. Only a deed that sees no version may come after the other, and then only where the rules leave it open.
  if (done.length !== 1) {
    const [last] = done.filter(unseeing)
    expect.soft([done.length, last !== undefined], name).toEqual([2, true])
    const first = done.find(deed => deed !== last)!
    expect.soft(after(facts, [first, last!]), name).not.toBeNull()
    expect.soft(now.events, name).toEqual([first.step, last!.step])
  } else expect.soft(now.events, name).toEqual([done[0]!.step])

  // The other is told: what the version and the state are by now, or why not.
  for (const result of results) {
    if (result.status === 'fulfilled') continue
    const { code, status, data } = result.reason
    if (code === 'CONFLICT') expect.soft(data, name).toMatchObject({ version: 2, rows: [{ id: who.transferId, state: now.state }] })
    else
      expect
        .soft({ code, status, data }, name)
        .toMatchObject({ code: 'REFUSED', status: 409, data: { reason: expect.any(String), state: now.state } })
  }

  // Nothing is half done: the whole of the winner's step, one event, one audit entry, one version, one living attempt.
  const order = now.events.map(step => done.find(deed => deed.step === step)!)
  const expected = after(facts, order)
  expect.soft(now, name).toMatchObject({
    ...(expected && stand(expected)),
    version: 1 + done.length,
    audited: done.length,
    living: 1,
  })
  if (expected) {
    const [held, holds] = lettersAfter(facts.tracks.paper.at, expected)
    const kept = now.letters.filter(state => state === 'issued').length
    const given = now.events.includes('issue') ? 1 : 0
    expect.soft(now.letters.length, name).toBe(held! + given)
    // A letter that came back with a rejection or settled with an acceptance stays in the ledger as issued.
    if (!now.events.some(step => ['reject', 'accept', 'accept-other'].includes(step))) expect.soft(kept, name).toBe(holds)
  }
  return { name, results: results.map(({ status }) => status) }
}

describe('two at once, in every pair of steps open in a state', () => {
  test('the pairs come from the table: every step, every side, and every state is among them', () => {
    const both = pairs.flatMap(({ one, other }) => [one, other])
    expect(new Set(both.map(({ step }) => step))).toEqual(new Set(stepCodes))
    expect(new Set(both.map(({ side }) => side))).toEqual(new Set(sides.filter(side => side !== 'receiving-school')))
    expect(states.filter(state => !pairs.some(({ facts }) => facts.state === state))).toEqual([])
    expect(pairs.length).toBeGreaterThan(200)
  })

  test.each([...new Set(pairs.map(({ facts }) => facts.state))])('%s', async state => {
    for (const [at, pair] of pairs.entries()) if (pair.facts.state === state) await race(pair, people[at]!)
  })
})
