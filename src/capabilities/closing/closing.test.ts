import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney } from '../../../tests/university/journey.ts'

let journey: Journey
let first: Enrolled
let second: Enrolled

beforeAll(async () => {
  journey = await openJourney()
  const [one, other] = await journey.enrol('英语第一党支部', '阮一', '阮二')
  first = one!
  second = other!
})
afterAll(() => journey.server.close())

const closing = async (login: string) => (await journey.server.as(login)).closing
const cohortId = () => journey.cohort.cohortId
const units = async (login: string) => (await closing(login)).units({ cohortId: cohortId() })
const mine = async () => (await units('secondary'))[0]!
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })
const sign = async (login = 'secondary', unitId?: string) =>
  (await closing(login)).sign({ cohortId: cohortId(), unitId: unitId ?? (await mine()).unitId })

const receive = async (who: Enrolled) => {
  await journey.pass(who, inProvince, { method: 'system' })
  await journey.step('office', who, 'handle', 'start')
  await journey.step('office', who, 'handle', 'accept', { track: 'system', proof: { kind: 'external-system' } })
}

describe('who is still open', () => {
  test('stands there with whose turn it is and until when', async () => {
    await journey.submit(second, inProvince)
    const { rows, total } = await (await closing('teacher')).open({ cohortId: cohortId() })
    expect(total).toBe(2)
    expect(rows.map(({ name, term, state, owner }) => [name, term, state, owner]).sort()).toEqual([
      ['阮一', 'unreported', 'to-fill', 'member'],
      ['阮二', 'in-school-process', 'branch-check', 'branch'],
    ])
    expect(rows.every(({ dueOn }) => dueOn !== null)).toBe(true)
    expect((await (await closing('teacher')).open({ cohortId: cohortId(), term: 'unreported' })).rows.map(({ name }) => name)).toEqual([
      '阮一',
    ])
  })

  test('is seen by the units above, by nobody of another unit, and not by the members themselves', async () => {
    const open = async (login: string) => (await (await closing(login)).open({ cohortId: cohortId() })).total
    expect([await open('office'), await open('secondary'), await open('sister-secondary')]).toEqual([2, 2, 0])
    await expect(closing(first.studentNumber).then(client => client.units({ cohortId: cohortId() }))).rejects.toMatchObject({ status: 403 })
  })

  test('goes into a workbook as it is filtered, and into the log', async () => {
    const file = await (await closing('secondary')).export({ cohortId: cohortId(), term: 'unreported' })
    expect(file.size).toBeGreaterThan(1_000)
    const { rows } = await (await journey.server.as('auditor')).audit.list({ verb: 'closing.exported' })
    expect(rows[0]).toMatchObject({ after: { term: 'unreported', rows: 1 } })
  })
})

describe('the account of a unit', () => {
  test('adds up, with its branches', async () => {
    const unit = await mine()
    expect(unit).toMatchObject({ total: 2, open: 2, figures: { unreported: 1, 'in-school-process': 1 }, account: null, can: [] })
    expect(unit.branches.map(({ unitName, total, open }) => [unitName, total, open])).toEqual([['英语第一党支部', 2, 2]])
  })

  test('is not signed while anybody is open', async () => {
    await expect(sign()).rejects.toMatchObject(refused('still-open'))
    expect((await mine()).account).toBeNull()
  })

  test('is signed by the unit itself at zero, and by nobody for it', async () => {
    await journey.step('teacher', second, 'check', 'branch-send-back', { reason: '抬头请再核对', backTo: 'member' })
    for (const who of [first, second]) await receive(who)
    expect(await mine()).toMatchObject({ open: 0, can: ['sign'] })
    const { unitId } = await mine()
    for (const login of ['teacher', 'sister-secondary']) await expect(sign(login, unitId)).rejects.toMatchObject({ status: 404 })
    await expect(sign('office', unitId)).rejects.toMatchObject({ status: 403 })
    expect(await sign()).toMatchObject({ onDay: '2023-06-08', figures: { received: 2 }, changedSince: false })
    expect(await mine()).toMatchObject({ account: { changedSince: false }, can: [] })
    await expect(sign()).rejects.toMatchObject(refused('signed-already'))
    const { rows } = await (await journey.server.as('auditor')).audit.list({ verb: 'final-account.signed' })
    expect(rows).toHaveLength(1)
  })

  test('is a PDF of what was signed, whatever changes afterwards', async () => {
    const { account } = await mine()
    const before = await (await closing('office')).download({ id: account!.id })
    expect([before.type, new TextDecoder().decode((await before.arrayBuffer()).slice(0, 5))]).toEqual(['application/pdf', '%PDF-'])
    expect(before.name).toContain('最终账')
    await journey.enrol('英语第一党支部', '阮三')
    expect(await mine()).toMatchObject({ total: 3, open: 1, account: { changedSince: true, figures: { received: 2 } } })
    const after = await (await closing('office')).download({ id: account!.id })
    expect(after.size).toBe(before.size)
    await expect((await closing('sister-secondary')).download({ id: account!.id })).rejects.toMatchObject({ status: 404 })
  })
})
