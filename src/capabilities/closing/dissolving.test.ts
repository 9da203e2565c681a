import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney } from '../../../tests/university/journey.ts'
import { SEASON } from '../../app/season.ts'
import { day } from '../../kernel/day.ts'
import { inSystem } from '../../platform/database/index.ts'
import { addPlan, shippedPlan } from '../plans/index.ts'

let journey: Journey
let begun: Enrolled
let unbegun: Enrolled
let sister: Enrolled

beforeAll(async () => {
  journey = await openJourney()
  const { services } = journey.server
  const body = { ...(await shippedPlan('2023')), leavingDay: day('2023-06-25') }
  await inSystem(services.database.system, trx =>
    addPlan(trx, { school_id: journey.university.school, cohort_id: journey.cohort.cohortId, version: 2, body, saved_by: null }),
  )
  ;[begun, unbegun] = (await journey.enrol('英语第一党支部', '安宁', '白露')) as [Enrolled, Enrolled]
  ;[sister] = (await journey.enrol('英语第二党支部', '丁一')) as [Enrolled]
  await journey.submit(begun, inProvince)
}, 60_000)
afterAll(() => journey.server.close())

const cohortId = () => journey.cohort.cohortId
const closing = async (login: string) => (await journey.server.as(login)).closing
const branches = async (login: string) => (await closing(login)).dissolving({ cohortId: cohortId() })
const branch = async (login: string, name = '英语第一党支部') => (await branches(login)).find(({ unitName }) => unitName === name)!
const on = async (today: string) => {
  journey.server.services.clock.setToday(day(today))
  await journey.server.services.daily.run(SEASON)
}
const keeper = async (who: Enrolled) => (await journey.case('office', who)).keeper
const told = async (login: string, title: RegExp) =>
  (await (await journey.server.as(login)).inbox.list({ limit: 100 })).rows.filter(row => title.test(row.title))
const name = async (login: string, change: object) => {
  const { unitId, version } = await branch('secondary')
  return (await closing(login)).name({ cohortId: cohortId(), unitId, version, dissolves: true, accountId: null, phone: '', ...change })
}
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })

describe('a branch that dissolves after the leaving day', () => {
  test('is marked by its 总支, which may name the teacher later', async () => {
    expect(await branch('secondary')).toMatchObject({
      dissolves: false,
      byName: true,
      teacher: null,
      leavingDay: '2023-06-25',
      can: ['name'],
    })
    expect(await name('secondary', {})).toMatchObject({ dissolves: true, byName: false, teacher: null, passed: false, version: 1 })
    expect((await branch('office')).can).toEqual([])
  })

  test('is marked by nobody else, and of its own 总支’s teachers', async () => {
    await expect(name('office', {})).rejects.toMatchObject({ status: 403 })
    await expect(name('sister-secondary', {})).rejects.toMatchObject({ status: 404 })
    await expect(name('teacher', {})).rejects.toMatchObject(refused('branch-itself'))
    const { teachers } = await branch('secondary')
    const [teacher] = teachers
    await expect(name('secondary', { accountId: teacher!.id })).rejects.toMatchObject(refused('needs-phone'))
    const stranger = (await (await journey.server.as('sister-secondary')).accounts.session()).accountId
    await expect(name('secondary', { accountId: stranger, phone: '020-00000001' })).rejects.toMatchObject(refused('not-that-teacher'))
    await expect(name('secondary', { version: 0 })).rejects.toMatchObject({ status: 409, data: { version: 1 } })
  })

  test('keeps its cases until the day before', async () => {
    await on('2023-06-24')
    expect([await keeper(begun), await keeper(unbegun)]).toEqual([null, null])
  })

  test('on the day they pass to the 总支 itself where nobody is named, and 组织部 sees the gap', async () => {
    await on('2023-06-25')
    for (const who of [begun, unbegun])
      expect(await keeper(who)).toEqual({ unitName: '外国语学院党总支', name: null, phone: null, since: '2023-06-25' })
    expect(await keeper(sister)).toBeNull()
    expect(await told('office', /没有指定/)).toHaveLength(1)
    expect(await told('secondary', /交给总支跟进/)).toHaveLength(1)
    expect(await branch('office')).toMatchObject({ passed: true, open: 2, teacher: null })
    await on('2023-06-26')
    expect(await told('office', /没有指定/)).toHaveLength(1)
  })

  test('named late, they pass to the teacher at once; teacher and members are told', async () => {
    const counselor = (await (await journey.server.as('counselor')).accounts.session()).accountId
    const phone = '020-00000001'
    const named = await name('secondary', { accountId: counselor, phone })
    expect(named).toMatchObject({ teacher: { accountId: counselor, phone }, passed: true })
    expect(await keeper(begun)).toMatchObject({ name: named.teacher!.name, phone, since: '2023-06-25' })
    expect(await told('counselor', /交给您跟进/)).toHaveLength(1)
    const [letter] = await told(unbegun.studentNumber, /跟进/)
    expect(letter!.body).toContain(phone)
    const { mine } = await journey.transfers(unbegun.studentNumber)
    expect((await mine.get()).keeper).toMatchObject({ name: named.teacher!.name, phone })
  })

  test('the list of who is still open names whom they pass to, and the 总支 does the branch’s part', async () => {
    const { rows } = await (await closing('office')).open({ cohortId: cohortId(), limit: 50 })
    const row = rows.find(({ name }) => name === '安宁')!
    expect(row).toMatchObject({ owner: 'secondary', keptBy: '外国语学院党总支' })
    expect(row.responsible).toContain('counselor')
    expect((await journey.case('secondary', begun)).can).toContain('branch-verify')
    await journey.step('secondary', begun, 'check', 'branch-verify')
    expect((await journey.case('office', begun)).state).toBe('secondary-check')
    await expect(journey.step('secondary', sister, 'check', 'branch-verify')).rejects.toMatchObject({ status: expect.any(Number) })
  })

  test('that stays after all has its cases back', async () => {
    await name('secondary', { dissolves: false })
    expect([await keeper(begun), await keeper(unbegun)]).toEqual([null, null])
    await on('2023-06-27')
    expect(await keeper(begun)).toBeNull()
  })

  test('all of it is in the log', async () => {
    const { audit } = await journey.server.as('auditor')
    expect((await audit.list({ verb: 'keeper.named', limit: 50 })).rows.length).toBeGreaterThanOrEqual(3)
    expect((await audit.list({ verb: 'case.followed-up', limit: 50 })).rows).toHaveLength(2)
  })
})
