import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { type Filled, type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.server.close())

const person = async (name: string): Promise<Enrolled> => (await journey.enrol('英语第一党支部', name))[0]!
const office = () => journey.transfers('office')
const item = async (who: Enrolled) => {
  const { id, version } = await journey.case('office', who)
  return { id: id!, version }
}
const refused = (reason: string) => ({ code: 'REFUSED', status: 409, data: { reason } })

const army: Filled = {
  type: 'D07',
  answers: { addressee: { name: '某部政治工作部' }, recruitmentOffice: '某县人民武装部', reportBy: '2023-09-10', duesPaidTo: '2023-06' },
}

/** Checked and reported, as far as the office. */
const atOffice = async (who: Enrolled, form: Filled) => {
  await journey.submit(who, form)
  await journey.step('teacher', who, 'check', 'branch-verify')
  await journey.step('secondary', who, 'check', 'secondary-verify')
  await journey.report('secondary', who)
  return journey.case('office', who)
}

describe('the army', () => {
  test('nothing is proposed that feedback would refuse: the office makes its exception, then the letter goes as proposed', async () => {
    const who = await person('秦川')
    const seen = await atOffice(who, army)
    expect(seen).toMatchObject({
      paper: { outcome: 'none', reason: 'by-exception-only', clause: 'C10' },
      attempts: [{ method: null }],
      choices: { methods: ['system', 'defer'] },
    })
    await expect(journey.step('office', who, 'feedback', 'pass')).rejects.toMatchObject(refused('method-missing'))
    await expect(journey.step('office', who, 'feedback', 'pass', { method: 'paper' })).rejects.toMatchObject(
      refused('paper-not-called-for'),
    )

    const decided = await (await office()).feedback.decidePaper({ ...(await item(who)), exception: '部队没有电子转接通道' })
    expect(decided).toMatchObject({
      paper: { reason: 'exception' },
      attempts: [{ method: 'paper' }],
      choices: { methods: ['system', 'paper', 'both', 'defer'] },
    })
    expect(await journey.step('office', who, 'feedback', 'pass')).toMatchObject({ state: 'to-issue' })
  })

  test('in a batch it is left out and named, and the others can go', async () => {
    const [soldier, worker] = [await person('卫国'), await person('温良')]
    await atOffice(soldier, army)
    await atOffice(worker, outsideOnPaper)
    const { feedback } = await office()
    const items = [await item(soldier), await item(worker)]
    const { rows } = await feedback.stepMany({ items, step: 'pass', given: {}, dryRun: true })
    expect(rows.find(({ name }) => name === '卫国')).toMatchObject({ allowed: false, reason: 'method-missing' })
    expect(rows.find(({ name }) => name === '温良')).toMatchObject({ allowed: true, to: 'to-issue' })
  })
})

describe('a letter voided before anybody has taken it', () => {
  test('says what is left of the paper; ledger and story keep it', async () => {
    const who = await person('夏晴')
    await journey.pass(who, outsideOnPaper)
    const { letters } = await office()
    await letters.issue({ items: [await item(who)] })
    const reason = '抬头写错一字'
    await expect(letters.void({ ...(await item(who)), reason })).rejects.toMatchObject(refused('needs-sheet'))

    await letters.void({ ...(await item(who)), reason, sheet: 'kept' })
    const { events } = await journey.case('office', who)
    expect(events[0]).toMatchObject({ step: 'void-letter', reason, note: '三联都已收回，留档' })
    const ledger = (await journey.server.as('office')).letters
    const { rows } = await ledger.list({ cohortId: journey.cohort.cohortId, search: '夏晴', limit: 10 })
    expect(await ledger.get({ id: rows[0]!.id })).toMatchObject({
      standing: 'voided',
      voidGround: 'issued-in-error',
      voidNote: '抬头写错一字；三联都已收回，留档',
    })
  })
})

describe('applications that wait for the office', () => {
  test('are counted by kind and found by it', async () => {
    const who = await person('谢安')
    await journey.pass(who, outsideOnPaper)
    const { mine } = await journey.transfers(who.studentNumber)
    const { version } = await mine.get()
    await mine.step({ version, step: 'apply', given: { application: 'change', reason: '换了单位' } })

    const { cohortId } = journey.cohort
    const { list, counts } = await office()
    const names = async (application: 'change' | 'lost' | 'any') =>
      (await list({ cohortId, application, limit: 50 })).rows.map(({ name }) => name)
    expect(await counts({ cohortId })).toMatchObject({ applications: { change: 1 } })
    expect([await names('any'), await names('change'), await names('lost')]).toEqual([['谢安'], ['谢安'], []])
    expect(await (await journey.transfers('sister-teacher')).counts({ cohortId })).toMatchObject({ applications: {} })

    await journey.step('office', who, 'feedback', 'decline', { reason: '理由不足' })
    expect(await names('any')).toEqual([])
    const told = (await (await journey.server.as(who.studentNumber)).inbox.list({ limit: 10 })).rows
    expect(told[0]).toMatchObject({ title: '你的重办申请没有同意', link: '/me', read: false })
  })
})

describe('a destination that was changed before it was handed in', () => {
  test('takes nothing of the other one along: no addressee, no contact', async () => {
    const who = await person('叶舟')
    const { mine } = await journey.transfers(who.studentNumber)
    const { version } = await mine.get()
    const first = await mine.save({ ...outsideOnPaper, version })
    const late = { delayReason: '学分未修满', expectedGraduation: '2024-06', placedBranch: '英语第一党支部' }
    const keeper = { name: '林老师', phone: '19000000009' }
    const answers = { ...outsideOnPaper.answers, ...late, keeper }
    const saved = await mine.save({ type: 'D11', answers, version: first.version })
    const handed = await mine.submit({ version: saved.version })
    expect(handed).toMatchObject({ attempts: [{ addressee: null, unitName: null, geography: null, method: 'retain' }] })
    expect(handed.form.answers).toEqual({ ...late, keeper })
  })
})

describe('a late degree', () => {
  test('says why and until when, and stays', async () => {
    const who = await person('严冬')
    const { mine } = await journey.transfers(who.studentNumber)
    const { version } = await mine.get()
    const begun = await mine.save({ type: 'D11', answers: {}, version })
    expect(begun.form).toMatchObject({
      missing: ['delayReason', 'expectedGraduation', 'placedBranch', 'keeper'],
      questions: [
        { field: 'delayReason' },
        { field: 'expectedGraduation' },
        { field: 'atSchool', required: false },
        { field: 'placedBranch', required: true },
        { field: 'keeper', required: true },
      ],
    })
    const keeper = { name: '林老师', phone: '19000000009' }
    const answers = { delayReason: '学分未修满', expectedGraduation: '2024-06', atSchool: true, placedBranch: '英语第一党支部', keeper }
    const saved = await mine.save({ type: 'D11', answers, version: begun.version })
    expect(saved.form).toMatchObject({ missing: [], answers })
    expect(await mine.submit({ version: saved.version })).toMatchObject({ state: 'branch-check' })
    const { roster } = await journey.server.as('teacher')
    expect(await roster.get({ id: who.graduateId })).toMatchObject({ outcome: 'on-time' })
    expect(await journey.step('teacher', who, 'check', 'branch-verify')).toMatchObject({ state: 'secondary-check', term: 'delayed' })
    expect(await roster.get({ id: who.graduateId })).toMatchObject({
      outcome: 'delayed',
      hasContactPhone: true,
      outcomeFacts: {
        reason: '学分未修满',
        expectedOn: '2024-06-30',
        placedBranch: '英语第一党支部',
        contactName: '林老师',
        handling: '组织关系保留，编入英语第一党支部',
      },
    })
  })

  test('with a branch that the school does not know is verified, and recorded by hand', async () => {
    const who = await person('殷红')
    const keeper = { name: '林老师', phone: '19000000009' }
    await journey.submit(who, {
      type: 'D11',
      answers: { delayReason: '学分未修满', expectedGraduation: '2024-06', placedBranch: '某某支部', keeper },
    })
    await journey.step('teacher', who, 'check', 'branch-verify')
    const { roster } = await journey.server.as('teacher')
    expect(await roster.get({ id: who.graduateId })).toMatchObject({ outcome: 'on-time' })
  })

  test('that the roster has recorded is not typed again: its branch and its teacher stand', async () => {
    const who = await person('尹川')
    const { roster } = await journey.server.as('teacher')
    const { version } = await roster.get({ id: who.graduateId })
    await roster.setOutcome({
      id: who.graduateId,
      version,
      outcome: 'delayed',
      facts: {
        reason: '论文未完成',
        expectedOn: '2024-06-30' as never,
        placedBranch: '英语第二党支部',
        contactName: '林老师',
        contactPhone: '19000000009',
        handling: '转入英语第二党支部',
      },
    })
    const { mine } = await journey.transfers(who.studentNumber)
    const begun = await mine.save({ type: 'D11', answers: { delayReason: '另一个原因' }, version: 0 })
    expect(begun.form).toMatchObject({
      missing: [],
      answers: {
        delayReason: '论文未完成',
        expectedGraduation: '2024-06',
        placedBranch: '英语第二党支部',
        keeper: { name: '林老师', phone: '' },
      },
      questions: [
        { field: 'delayReason', held: true },
        { field: 'expectedGraduation', held: true },
        { field: 'atSchool' },
        { field: 'placedBranch', held: true },
        { field: 'keeper', held: true },
      ],
    })
    expect(JSON.stringify(begun)).not.toContain('19000000009')
  })
})
