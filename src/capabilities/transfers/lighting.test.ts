/** The lamps of one person, rewritten by two at the same moment: the day's watch, and whoever takes a step. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { type Journey, openJourney } from '../../../tests/university/journey.ts'
import { type Day, day } from '../../kernel/day.ts'
import { inSystem } from '../../platform/database/index.ts'
import type { DatedLamp } from './rules.ts'
import type { CasePerson } from './store/cases.ts'
import { saveLamps } from './store/lamps.ts'

let journey: Journey
let who: Enrolled
beforeAll(async () => {
  journey = await openJourney()
  who = (await journey.enrol('英语第一党支部', '安宁'))[0]!
}, 60_000)
afterAll(() => journey.server.close())

const due: DatedLamp = { lamp: 'due-soon', from: day('2023-06-07'), until: day('2023-06-10') }
const overdue: DatedLamp = { lamp: 'overdue', from: day('2023-06-11'), until: null }

const light = (...lamps: DatedLamp[]) =>
  inSystem(journey.server.services.database.system, async trx => {
    const { school } = journey.university
    const { rows } = await sql<{ path: string; memberId: string }>`
      select path, member_id as "memberId" from graduates where school_id = ${school} and id = ${who.graduateId}`.execute(trx)
    const person = { id: who.graduateId, cohortId: journey.cohort.cohortId, ...rows[0]! } as CasePerson
    await saveLamps(trx, school, [{ person, lamps, escalations: [] }])
  })

const lit = () =>
  inSystem(journey.server.services.database.system, async trx => {
    const { rows } = await sql<{ lamp: string; from: Day; until: Day | null }>`
      select lamp, from_day as "from", until_day as "until" from lamps where graduate_id = ${who.graduateId} order by from_day`.execute(trx)
    return rows
  })

describe('lamps are rewritten', () => {
  test('to those that are given: one goes, one comes, one gets another last day', async () => {
    await light(due)
    expect(await lit()).toEqual([due])
    await light({ ...due, until: day('2023-06-12') }, overdue)
    expect(await lit()).toEqual([{ ...due, until: '2023-06-12' }, overdue])
    await light(overdue)
    expect(await lit()).toEqual([overdue])
    await light()
    expect(await lit()).toEqual([])
  })

  test('by many at the same moment without one that fails', async () => {
    await light()
    await Promise.all(Array.from({ length: 8 }, () => light(due, overdue)))
    expect(await lit()).toEqual([due, overdue])
  })
})
