import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { type Filled, inProvince, type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'
import { registerRows } from './index.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.server.close())

const person = async (name: string): Promise<Enrolled> => (await journey.enrol('英语第一党支部', name))[0]!
const mine = async ({ studentNumber }: Enrolled) => (await journey.transfers(studentNumber)).mine
const more = (form: Filled, answers: Partial<Filled['answers']>): Filled => ({ ...form, answers: { ...form.answers, ...answers } })
const entry = async (
  name: string,
  kind: 'talent-service' | 'university' | 'state-enterprise',
  orgCode: string | null,
  divisionCode: string,
) => (await journey.server.as('office')).addressees.create({ name, kind, divisionCode, orgCode })
const cells = (who: Enrolled) =>
  journey.as(
    'secondary',
    async context => (await registerRows(context, journey.cohort.cohortId)).find(({ graduateId }) => graduateId === who.graduateId)!.cells,
  )
const worklist = async (who: Enrolled) => {
  const found = await (await journey.transfers('secondary')).handle.worklist({ cohortId: journey.cohort.cohortId, reason: '在系统录入' })
  const { id } = await journey.case('secondary', who)
  return Object.fromEntries(found.find(row => row.id === id)!.fields.map(({ key, value }) => [key, value]))
}

describe('the organisation code', () => {
  test('is the dictionary’s where it has one: nobody types it, 附件2 and the worklist have it', async () => {
    await entry('中共岭海造船有限公司委员会', 'state-enterprise', '044000000123', '440304')
    const who = await person('陈晨')
    const form = more(inProvince, { addressee: { name: '中共岭海造船有限公司委员会' } })
    const saved = await (await mine(who)).save({ ...form, version: 0 })
    expect(saved.form.questions).toContainEqual({ field: 'orgCode', required: false, held: true })
    expect(saved.form.answers.orgCode).toBe('044000000123')
    await journey.pass(who, form)
    expect((await cells(who)).orgCode).toBe('044000000123')
    expect((await worklist(who)).orgCode).toBe('044000000123')
  })

  test('is asked, and may be left out, where it has none', async () => {
    const who = await person('邓林')
    const own = await mine(who)
    const saved = await own.save({ ...inProvince, version: 0 })
    expect(saved.form.questions).toContainEqual({ field: 'orgCode', required: false })
    expect(saved.form.missing).toEqual([])
    const wrong = await own.save({ ...more(inProvince, { orgCode: '1234' }), version: saved.version })
    expect(wrong.form.missing).toEqual(['orgCode'])
    await journey.pass(who, more(inProvince, { orgCode: '044000000456' }))
    expect((await cells(who)).orgCode).toBe('044000000456')
  })
})

describe('that the receiver has agreed', () => {
  test('is a day and whoever said so, in the case, 附件2 and the worklist; of no agreement nothing more is asked', async () => {
    const who = await person('方圆')
    const own = await mine(who)
    const undated = await own.save({ ...more(inProvince, { confirmed: true }), version: 0 })
    expect(undated.form.missing).toEqual(['confirmedOn'])
    const agreed = more(inProvince, {
      confirmed: true,
      confirmedOn: '2023-06-05' as never,
      confirmedWith: { name: '何科长', phone: '0755-00000008' },
    })
    await journey.pass(who, agreed)
    const seen = await journey.case('teacher', who)
    expect(seen.form.answers).toMatchObject({ confirmedOn: '2023-06-05', confirmedWith: { name: '何科长', phone: '*********0008' } })
    expect((await cells(who)).confirmed).toBe('是 2023-06-05 何科长 0755-00000008')
    expect((await worklist(who)).confirmed).toBe('已确认 2023-06-05 何科长 0755-00000008')
    const not = await person('高山')
    const saved = await (await mine(not)).save({ ...more(inProvince, { confirmed: false }), version: 0 })
    expect(saved.form).toMatchObject({ missing: [] })
    expect(saved.form.questions.map(({ field }) => field)).not.toContain('confirmedOn')
  })

  test('tomorrow is no agreement yet', async () => {
    const who = await person('顾盼')
    const tomorrow = more(inProvince, { confirmed: true, confirmedOn: '2023-06-09' as never })
    expect((await (await mine(who)).save({ ...tomorrow, version: 0 })).form.missing).toEqual(['confirmedOn'])
  })
})

describe('where the plan lets a relation go', () => {
  const unemployed = (addressee: string, receiverPlace: string): Filled => ({
    type: 'D10',
    answers: {
      collectiveHousehold: false,
      householdPlace: '430104',
      receiverPlace,
      addressee: { name: addressee },
      receivingBranch: '流动党员党支部',
      duesPaidTo: '2023-06',
    },
  })

  test('is said with its clause to the member and to the checkers; what the plan does not know is not handed in', async () => {
    await entry('中共湘江大学委员会', 'university', null, '430104')
    const who = await person('韩江')
    const own = await mine(who)
    const wrong = await own.save({ ...unemployed('中共湘江大学委员会', '430104'), version: 0 })
    expect(wrong).toMatchObject({
      form: { missing: ['addressee'] },
      route: { outcome: 'refuse', reason: 'kind-elsewhere', clause: 'C9', basis: '2023 通知 二（二）' },
    })
    await expect(own.submit({ version: wrong.version })).rejects.toMatchObject({ data: { reason: 'destination-incomplete' } })
    await entry('中共湘江市人才服务中心委员会', 'talent-service', null, '430100')
    const right = await own.save({ ...unemployed('中共湘江市人才服务中心委员会', '430104'), version: wrong.version })
    expect(right).toMatchObject({ form: { missing: [] }, route: { outcome: 'allow', route: 'household-talent-service' } })
    await own.submit({ version: right.version })
    expect((await journey.case('teacher', who)).route).toMatchObject({ outcome: 'allow', basis: '2023 通知 二（二）' })
  })

  test('a warning hinders nobody', async () => {
    const who = await person('贾平')
    const own = await mine(who)
    const saved = await own.save({ ...unemployed('中共某某委员会', '430104'), version: 0 })
    expect(saved).toMatchObject({ form: { missing: [] }, route: { outcome: 'warn', reason: 'kind-unknown' } })
    expect(await own.submit({ version: saved.version })).toMatchObject({ state: 'branch-check' })
  })

  test('a case that is with the checkers already goes on, though the dictionary has learned better since', async () => {
    const who = await person('江源')
    await journey.submit(who, unemployed('中共湘南市某某委员会', '430104'))
    await entry('中共湘南市某某委员会', 'university', null, '430104')
    expect(await journey.case('teacher', who)).toMatchObject({ route: { outcome: 'refuse' }, form: { missing: [] } })
    expect(await journey.step('teacher', who, 'check', 'branch-verify')).toMatchObject({ state: 'secondary-check' })
  })
})

describe('a validity that ends before the report', () => {
  const late = more(outsideOnPaper, { reportBy: '2023-10-01' as never })

  test('is said while it is filled in, while it is checked and before the letter is issued; it hinders nothing', async () => {
    const who = await person('柯南')
    const saved = await (await mine(who)).save({ ...late, version: 0 })
    const gap = { validUntil: '2023-09-06', reportBy: '2023-10-01', days: 25, sendFrom: '2023-07-03', sent: false }
    expect(saved.gap).toEqual(gap)
    await journey.pass(who, late)
    expect((await journey.case('office', who)).gap).toEqual(gap)
    const { id, version } = await journey.case('office', who)
    const { letters } = await journey.transfers('office')
    const items = [{ id: id!, version }]
    expect((await letters.issue({ items, dryRun: true })).rows).toMatchObject([{ allowed: true, gap }])
    expect(await letters.issue({ items })).toMatchObject({ applied: true })
    expect((await journey.case('office', who)).gap).toEqual({ ...gap, sent: true })
  })

  test('is not said of a report that comes in time', async () => {
    const who = await person('林立')
    const saved = await (await mine(who)).save({ ...more(outsideOnPaper, { reportBy: '2023-09-06' as never }), version: 0 })
    expect(saved.gap).toBeNull()
  })
})
