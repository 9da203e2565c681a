/** The clock is moved across boundary days: what each day asks for by itself, once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney } from '../../tests/university/journey.ts'
import { letterOut } from '../../tests/university/receipts.ts'
import { day } from '../kernel/day.ts'
import { inSystem } from '../platform/database/index.ts'
import { SEASON, watchSeasons } from './season.ts'

let journey: Journey
let out: Enrolled
let fetched: string
let idle: Enrolled

beforeAll(async () => {
  journey = await openJourney()
  const [one, other] = await journey.enrol('英语第一党支部', '安宁', '白露')
  out = one!
  idle = other!
  fetched = (await letterOut(journey, out)).transferId
  await journey.submit(idle, inProvince)
}, 60_000)
afterAll(() => journey.server.close())

const system = <T>(work: Parameters<typeof inSystem<T>>[1]) => inSystem(journey.server.services.database.system, work)
const on = async (today: string) => {
  journey.server.services.clock.setToday(day(today))
  await journey.server.services.daily.run(SEASON)
}
const messages = async (login: string, title: RegExp) =>
  (await (await journey.server.as(login)).inbox.list({ limit: 100 })).rows.filter(row => title.test(row.title))
const count = async (login: string, title: RegExp) => (await messages(login, title)).length
const lampsOf = async (who: Enrolled) => (await journey.case('office', who)).lamps

describe('a letter that runs out on September 6', () => {
  const soon = /快到期/
  const past = /过期/

  test('is told of to the member and the branch ten days before, and not a day earlier', async () => {
    await on('2023-08-26')
    expect([await count(out.studentNumber, soon), await count('teacher', soon)]).toEqual([0, 0])
    await on('2023-08-27')
    expect([await count(out.studentNumber, soon), await count('teacher', soon)]).toEqual([1, 1])
    const [told] = await messages('teacher', soon)
    expect(told).toMatchObject({ link: '/transfers?lamp=letter-ending' })
    expect(told!.body).toMatch(/安宁[\s\S]*可以复制到群里：\n请以下同志注意：安宁/)
  })

  test('once, however often the day’s work is done, or the clock set back', async () => {
    await journey.server.services.daily.run(SEASON)
    await on('2023-08-20')
    await on('2023-08-28')
    expect([await count(out.studentNumber, soon), await count('teacher', soon)]).toEqual([1, 1])
  })

  test('again in its last three days, though the server was down on the first of them, and when it has passed', async () => {
    await on('2023-09-05')
    expect(await count(out.studentNumber, soon)).toBe(2)
    expect(await count(out.studentNumber, past)).toBe(0)
    await on('2023-09-06')
    expect(await count(out.studentNumber, past)).toBe(0)
    await on('2023-09-07')
    expect([await count(out.studentNumber, past), await count('teacher', past)]).toEqual([1, 1])
    await on('2023-09-08')
    expect([await count(out.studentNumber, past), await count('teacher', past)]).toEqual([1, 1])
  })

  test('of a sister unit’s letters nobody is told', async () => expect(await count('sister-teacher', /信/)).toBe(0))
})

describe('what nobody acts on', () => {
  const reached = async (login: string, level: 'secondary' | 'committee') =>
    (await (await journey.transfers(login)).list({ cohortId: journey.cohort.cohortId, escalated: level, limit: 50 })).rows.map(
      ({ name }) => name,
    )

  test('passes to the 总支 after three days and to 组织部 after seven', async () => {
    // 待支部核: due on June 10, overdue from June 11.
    await on('2023-06-13')
    expect((await journey.case('teacher', idle)).escalation).toBeNull()
    await on('2023-06-14')
    expect((await journey.case('teacher', idle)).escalation).toEqual({ level: 'secondary', lamp: 'overdue', from: '2023-06-14' })
    expect(await reached('secondary', 'secondary')).toEqual(['白露'])
    expect(await reached('office', 'committee')).toEqual([])
    await on('2023-06-17')
    expect(await reached('secondary', 'secondary')).toEqual(['白露'])
    await on('2023-06-18')
    expect([await reached('secondary', 'secondary'), await reached('office', 'committee')]).toEqual([[], ['白露']])
    const { escalated } = await (await journey.transfers('office')).counts({ cohortId: journey.cohort.cohortId })
    expect(escalated).toEqual({ secondary: 0, committee: 1 })
  })

  test('is told to that level once, with the names', async () => {
    const told = (await messages('office', /升级/)).filter(({ body }) => body.includes('白露'))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ link: '/transfers?escalated=committee', body: expect.stringContaining('逾期') })
    expect((await messages('secondary', /升级/)).filter(({ body }) => body.includes('白露'))).toHaveLength(1)
    expect(await count('sister-secondary', /升级/)).toBe(0)
  })

  test('is not shown to the member', async () => {
    const { mine } = await journey.transfers(idle.studentNumber)
    expect((await mine.get()).escalation).toBeNull()
  })

  test('comes back to the branch as soon as somebody acts', async () => {
    await journey.step('teacher', idle, 'check', 'branch-verify')
    expect((await journey.case('teacher', idle)).escalation).toBeNull()
    expect([await reached('secondary', 'secondary'), await reached('office', 'committee')]).toEqual([[], []])
    await on('2023-06-20')
    expect((await journey.case('teacher', idle)).escalation).toBeNull()
    await on('2023-06-21')
    expect((await journey.case('teacher', idle)).escalation).toMatchObject({ level: 'secondary', from: '2023-06-21' })
  })
})

describe('the day’s work', () => {
  test('writes the lamps anew where something went by unseen', async () => {
    await system(trx => trx.deleteFrom('lamps').execute())
    expect(await lampsOf(idle)).toEqual([])
    await on('2023-06-22')
    expect(await lampsOf(idle)).toContain('overdue')
  })

  test('is kept per day, and made up for at a start that finds it missing', async () => {
    const { services } = journey.server
    services.clock.setToday(day('2023-06-23'))
    await watchSeasons(services, { missing: true })
    const days = () =>
      system(trx =>
        trx
          .selectFrom('season_days')
          .select('on_day as on')
          .where('on_day', '>=', day('2023-06-22'))
          .where('on_day', '<=', day('2023-06-23'))
          .orderBy('on_day')
          .execute(),
      )
    expect(await days()).toEqual([{ on: '2023-06-22' }, { on: '2023-06-23' }])
    await system(trx => trx.deleteFrom('lamps').execute())
    await watchSeasons(services, { missing: true })
    expect(await lampsOf(idle)).toEqual([])
    await watchSeasons(services)
    expect(await lampsOf(idle)).toContain('overdue')
  })
})

describe('the text for the group chat', () => {
  const text = async (login: string, lamp: 'overdue' | 'letter-expired' = 'overdue') =>
    (await journey.transfers(login)).following.groupText({ cohortId: journey.cohort.cohortId, lamp })

  test('names those whom the list shows, of the own unit', async () => {
    expect(await text('teacher')).toEqual({ names: ['白露'], text: expect.stringMatching(/^请以下同志注意：白露。\n/) })
    expect(await text('sister-teacher')).toEqual({ names: [], text: null })
    await expect(text(out.studentNumber)).rejects.toMatchObject({ status: 403 })
  })
})

test('nothing of this moves the case', async () => {
  expect((await (await journey.transfers('office')).get({ id: fetched })).events.map(({ role }) => role)).not.toContain('system')
})
