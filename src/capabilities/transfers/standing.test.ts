/** The SQL of terms and states against the rules; the lists of states in both places; lamps. */
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inProvince, type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'
import { addDays, day } from '../../kernel/day.ts'
import { inScope, inSystem } from '../../platform/database/index.ts'
import { scopeOf } from '../orgs/index.ts'
import { membershipCodes, outcomes, type Reduction } from '../roster/rules.ts'
import { lampCounts, openWork, peopleOfTerm, relightCohort, stateCounts, termCounts } from './index.ts'
import { expiresOn, isExpired, menders, noTracks, type State, shownState, states, type Tracks, termOf, terms } from './rules.ts'
import { shownSql, termSql } from './store.ts'

let journey: Journey
const today = day('2023-06-20')

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.server.close())

const cohort = () => journey.cohort.cohortId
const office = () => journey.transfers('office')

test('the database knows the states that the rules know', async () => {
  const migration = await readFile('migrations/0009_transfers.sql', 'utf8')
  const listed = migration.match(/constraint attempts_state_known check \(state in \(([^)]*)\)/)![1]!
  expect([...listed.matchAll(/'([a-z-]+)'/g)].map(match => match[1])).toEqual([...states])
})

describe('term and shown state in SQL', () => {
  const sent = (validUntil: string): Tracks => ({ ...noTracks, system: { at: 'out', validUntil: day(validUntil) } })
  const attempts = states.flatMap(state => {
    const backTo = state === 'sent-back' ? menders : ([null] as const)
    const tracks = [noTracks, sent('2023-06-19'), sent('2023-06-20')]
    return backTo.flatMap(to =>
      [null, 'change' as const].flatMap(application => tracks.map(track => ({ state, backTo: to, application, tracks: track }))),
    )
  })
  const reductions: readonly (Reduction | null)[] = [null, 'expelled']
  const standings = outcomes.flatMap(outcome =>
    membershipCodes.flatMap(membership =>
      reductions.flatMap(reduction => [null, ...attempts].map(transfer => ({ outcome, membership, reduction, transfer }))),
    ),
  )

  test('are the rules’, for every outcome, membership, end, state and day', async () => {
    const rows = standings.map(({ outcome, membership, reduction, transfer }, at) => ({
      at,
      outcome,
      membership,
      reduction,
      id: transfer ? at : null,
      state: transfer?.state ?? null,
      back_to: transfer?.backTo ?? null,
      application: transfer?.application ?? null,
      expires_on: transfer && expiresOn(transfer),
    }))
    const asked = await inSystem(journey.server.services.database.system, trx =>
      sql<{ term: string; shown: string | null }>`
        with given as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(
          at int, outcome text, membership text, reduction text, id int, state text, back_to text, application text, expires_on date))
        select ${termSql(today)} as term, ${shownSql(today)} as shown
        from given as g
        join given as m on m.at = g.at
        join given as a on a.at = g.at
        order by g.at`.execute(trx),
    )
    expect(asked.rows).toHaveLength(standings.length)
    for (const [at, standing] of standings.entries()) {
      const term = termOf(standing, today)
      const shown = standing.transfer ? shownState(standing.transfer, today) : term === 'unreported' ? 'to-fill' : null
      expect({ ...standing, ...asked.rows[at] }).toEqual({ ...standing, term, shown })
    }
  })

  test('过期 begins on the day after the last', () => {
    const facts = { state: 'in-transit' as State, tracks: sent('2023-06-20') }
    expect([isExpired(facts, today), isExpired(facts, addDays(today, 1))]).toEqual([false, true])
  })
})

describe('a season', () => {
  beforeAll(async () => {
    const [first, second, third] = await journey.enrol('英语第一党支部', '安宁', '白杨', '陈可')
    await journey.enrol('英语第一党支部', '邓清', '方圆', '高远')
    await journey.enrol('会计学党支部', '何晓')
    await journey.pass(first!, outsideOnPaper)
    await journey.submit(second!, inProvince)
    await journey.submit(third!, inProvince)
    const change = (name: string, work: (id: string) => ReturnType<typeof sql>) =>
      inSystem(journey.server.services.database.system, async trx => {
        const { rows } = await sql<{ id: string }>`select id from members where name = ${name}`.execute(trx)
        await work(rows[0]!.id).execute(trx)
      })
    await change('邓清', id => sql`update graduates set outcome = 'deceased' where member_id = ${id}`)
    await change('方圆', id => sql`update graduates set outcome = 'delayed' where member_id = ${id}`)
    await change('高远', id => sql`update members set relation_at_school = false where id = ${id}`)
    await journey.as('office', context => relightCohort(context, cohort()))
  })

  const scope = () => scopeOf({ school: journey.university.school, reach: 'unit', path: '/1/', member: '', account: '' })
  const ask = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(journey.server.services.database.app, scope(), work)

  test('the equation closes in every branch, and 流入 stands beside it', async () => {
    const units = await ask(trx => termCounts(trx, scope(), cohort(), today))
    expect(units.map(({ unitName, total, beside }) => [unitName, total, beside])).toEqual([
      ['英语第一党支部', 5, 1],
      ['会计学党支部', 1, 0],
    ])
    for (const { total, terms } of units) expect(Object.values(terms).reduce((sum, count) => sum + count, 0)).toBe(total)
    expect(units[0]!.terms).toMatchObject({ 'in-school-process': 3, reduced: 1, delayed: 1 })
  })

  test('every number opens to its people', async () => {
    const { list } = await office()
    const counts = await (await office()).counts({ cohortId: cohort() })
    for (const term of [...terms, 'beside'] as const) {
      const { rows, total } = await list({ cohortId: cohort(), term, limit: 50 })
      expect(total).toBe(term === 'beside' ? counts.beside : counts.terms[term])
      expect(rows).toHaveLength(total)
      if (term !== 'beside') expect(rows.every(row => row.term === term)).toBe(true)
      const people = await journey.as('office', context => peopleOfTerm(context, { cohortId: cohort(), term }))
      expect(people.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name).sort())
    }
    for (const [state, count] of Object.entries(counts.states)) {
      const { rows } = await list({ cohortId: cohort(), state: state as State, limit: 50 })
      expect(rows.map(row => row.state)).toEqual(Array.from({ length: count }, () => state))
    }
  })

  test('the list comes by need, page by page, and finds by name and number', async () => {
    const { list } = await office()
    const all = await list({ cohortId: cohort(), limit: 50 })
    const days = all.rows.map(({ dueOn }) => dueOn ?? '9999')
    expect(days).toEqual(days.toSorted())
    const names: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const page = await list({ cohortId: cohort(), limit: 2, ...(after && { after }) })
      names.push(...page.rows.map(({ name }) => name))
      more = page.next !== null
      after = page.next ?? undefined
    }
    expect(names).toEqual(all.rows.map(({ name }) => name))
    expect((await list({ cohortId: cohort(), search: '安' })).rows.map(({ name }) => name)).toEqual(['安宁'])
    expect((await list({ cohortId: cohort(), search: '100%' })).rows).toEqual([])
    expect((await list({ cohortId: cohort(), geography: 'outside', method: 'paper', destinationType: 'D01' })).total).toBe(1)
  })

  test('open work is counted by whose turn it is, with its earliest day', async () => {
    const work = await ask(trx => openWork(trx, scope(), cohort(), day('2023-06-11')))
    expect(work).toContainEqual({ owner: 'branch', state: 'branch-check', count: 2, overdue: 2, dueOn: '2023-06-10' })
    expect(work).toContainEqual({ owner: 'office', state: 'to-issue', count: 1, overdue: 0, dueOn: '2023-06-25' })
    expect(await ask(trx => stateCounts(trx, scope(), cohort(), today))).toEqual({ 'branch-check': 2, 'to-issue': 1, 'to-fill': 1 })
  })

  test.each([
    ['2023-06-10', { 'due-soon': 3, overdue: 0, stranded: 0 }],
    ['2023-06-11', { overdue: 3, stranded: 1 }],
    ['2023-09-25', { silent: 4 }],
  ])('lamps are dated facts: on %s', async (on, lit) => {
    expect(await ask(trx => lampCounts(trx, scope(), cohort(), day(on)))).toMatchObject(lit)
  })

  test('a lamp opens to its people', async () => {
    const { rows } = await (await office()).list({ cohortId: cohort(), lamp: 'due-soon' })
    expect(rows.map(({ name }) => name).sort()).toEqual(['何晓', '白杨', '陈可'].sort())
    expect(rows.every(({ lamps }) => lamps.includes('due-soon'))).toBe(true)
  })
})
