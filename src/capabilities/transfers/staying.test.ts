import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { abroad, inProvince, type Journey, openJourney } from '../../../tests/university/journey.ts'
import { day } from '../../kernel/day.ts'
import { inSystem } from '../../platform/database/index.ts'
import { addPlan, shippedPlan } from '../plans/index.ts'

let journey: Journey
let away: Enrolled
let leaves: Enrolled

beforeAll(async () => {
  journey = await openJourney()
  const body = { ...(await shippedPlan('2023')), leavingDay: day('2023-06-25') }
  await inSystem(journey.server.services.database.system, trx =>
    addPlan(trx, { school_id: journey.university.school, cohort_id: journey.cohort.cohortId, version: 2, body, saved_by: null }),
  )
  ;[away, leaves] = (await journey.enrol('英语第一党支部', '安宁', '白露')) as [Enrolled, Enrolled]
  await journey.pass(away, abroad, { method: 'retain' })
  await journey.submit(leaves, inProvince)
}, 60_000)
afterAll(() => journey.server.close())

const log = async (login: string, who: Enrolled, said: object = {}) => {
  const { id } = await journey.case('office', who)
  const { following } = await journey.transfers(login)
  return following.logContact({ id: id!, on: '2023-12-20', way: 'phone', spokenWith: '本人', note: '', ...said })
}
const on = (today: string) => journey.server.services.clock.setToday(day(today))
const lit = async () => (await journey.case('office', away)).lamps.includes('abroad-contact')
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })

describe('a contact with somebody abroad', () => {
  test('is missing half a year after the leaving day', async () => {
    on('2023-12-24')
    expect(await lit()).toBe(false)
    on('2023-12-25')
    expect(await lit()).toBe(true)
  })

  test('is refused where nobody stays, of a day to come, with a number in words', async () => {
    await expect(log('teacher', leaves)).rejects.toMatchObject(refused('not-staying'))
    await expect(log('teacher', away, { on: '2023-12-26' })).rejects.toMatchObject(refused('day-in-future'))
    await expect(log('teacher', away, { note: '打 19000009001' })).rejects.toMatchObject(refused('number-in-words'))
    await expect(log('sister-teacher', away)).rejects.toMatchObject({ status: 404 })
    await expect(log('counselor', away)).rejects.toMatchObject({ status: 403 })
    expect(await lit()).toBe(true)
  })

  test('puts the lamp out for half a year, and stands in the story', async () => {
    const view = await log('teacher', away, { note: '学业顺利' })
    expect(view.stay).toMatchObject({ mayLog: true, contacts: [{ on: '2023-12-20', way: 'phone', spokenWith: '本人', note: '学业顺利' }] })
    expect(view.events[0]).toMatchObject({ step: 'stay-contact', on: '2023-12-20', note: '电话，本人' })
    expect(await lit()).toBe(false)
    on('2024-06-19')
    expect(await lit()).toBe(false)
    on('2024-06-20')
    expect(await lit()).toBe(true)
  })

  test('entered late, an earlier one takes nothing back', async () => {
    await log('teacher', away, { on: '2024-06-20' })
    expect(await lit()).toBe(false)
    await log('secondary', away, { on: '2024-01-10', way: 'through-contact', spokenWith: '母亲' })
    expect(await lit()).toBe(false)
    on('2024-12-19')
    expect(await lit()).toBe(false)
    on('2024-12-20')
    expect(await lit()).toBe(true)
  })

  test('what was noted is the staff’s; the member sees the day', async () => {
    const { mine } = await journey.transfers(away.studentNumber)
    const own = await mine.get()
    expect(own.stay).toEqual({ contacts: [], mayLog: false })
    expect(own.events.some(({ step }) => step === 'stay-contact')).toBe(true)
    const { rows } = await (await journey.server.as('auditor')).audit.list({ verb: 'stay-contact.logged', limit: 50 })
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain('学业顺利')
  })
})
