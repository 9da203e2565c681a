import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { abroad, type CarryRow, carrySheet, formerGraduate, studiesOn, unreturned } from '../../../tests/university/carryovers.ts'
import { type Cohort, type Enrolled, enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity, type University } from '../../../tests/university/people.ts'
import { workbookOf } from '../../../tests/university/sheets.ts'
import { inSystem } from '../../platform/database/index.ts'
import { seedAddressees } from '../letters/index.ts'

let server: Running
let university: University
let present: Cohort
let known: Enrolled
beforeAll(async () => {
  server = await openServer()
  university = await foundUniversity(server.services)
  await inSystem(server.services.database.system, trx => seedAddressees(trx, university.school))
  present = await openCohort(server.services, university)
  known = (await enrol(server.services, university, present, '英语第一党支部', [{ name: '安宁' }]))[0]!
}, 60_000)
afterAll(() => server.close())

const BRANCH = '英语第一党支部'
const office = () => server.as('office')
const wizard = async (login = 'office') => (await server.as(login)).carryover.imports
const upload = async (...rows: CarryRow[]) => (await wizard()).upload({ file: await carrySheet(...rows) })
const commit = async (...rows: CarryRow[]) => {
  const { id, version } = await upload(...rows)
  return (await wizard()).commit({ id, version })
}
const looked = async (...rows: CarryRow[]) => {
  const { id } = await upload(...rows)
  const page = await (await wizard()).preview({ id, limit: 200 })
  return page.rows.map(({ kind, problems }) => ({ kind, problems: problems.map(problem => `${problem.field} ${problem.kind}`) }))
}
const cohortOf = async (year: number) => (await (await office()).plans.cohorts()).find(cohort => cohort.year === year)!
const caseOf = async (year: number, name: string) => {
  const { id } = await cohortOf(year)
  const { rows } = await (await office()).transfers.list({ cohortId: id, limit: 200 })
  return rows.find(row => row.name === name)!
}
const equation = async (year: number) => {
  const { id } = await cohortOf(year)
  const { equation, work, lamps } = await (await office()).insights.today({ cohortId: id })
  const counted = Object.entries(equation.terms).filter(([, count]) => count > 0)
  return { whole: equation.whole, terms: Object.fromEntries(counted), work, lamps: lamps.map(({ lamp }) => lamp) }
}
const named = async (year: number, name: string) => {
  const { id } = await cohortOf(year)
  const { rows } = await (await office()).roster.list({ cohortId: id, limit: 200 })
  return rows.find(row => row.name === name)
}

const kept = formerGraduate('谢知行', BRANCH, abroad)
const late = formerGraduate('钱思远', BRANCH, studiesOn)
const out = formerGraduate('孙未归', '会计学党支部', unreturned('岭示组介〔2021〕0040号'))
const fresh = formerGraduate('李新去', BRANCH, {
  ...unreturned('2023-手-7', { 开具日期: '2023-06-01', 所在地: '浙江省杭州市滨江区', 方式: '系统+纸质', 去向类别: '就业（单位有党组织）' }),
  毕业年份: '2022届',
})

describe('what earlier years left open', () => {
  test('opens their cohorts, and each matter as it stands', async () => {
    expect((await upload(kept, late, out, fresh)).counts).toMatchObject({ total: 4, new: 4, wrong: 0 })
    expect((await commit(kept, late, out, fresh)).counts).toMatchObject({ new: 4, changed: 0, left: 0 })
    expect((await (await office()).plans.cohorts()).map(({ name }) => name)).toEqual(['2023届', '2022届', '2021届'])
    expect(await equation(2021)).toMatchObject({
      whole: 3,
      terms: { retained: 1, delayed: 1, 'in-school-process': 1 },
      // Nobody is asked again for returns, items or destinations of that year; what stays open has long come to the office.
      work: [
        { kind: 'expired', act: 'urge', count: 1 },
        { kind: 'escalated-committee', act: 'do', count: 2 },
      ],
    })
    expect(await equation(2022)).toMatchObject({
      whole: 1,
      terms: { 'in-transit': 1 },
      work: [{ kind: 'escalated-committee', count: 1 }],
    })
    expect(await equation(2023)).toMatchObject({ whole: 1, terms: { unreported: 1 } })
  })

  test('keeps a relation at the school with its period, and calls for the contact that is due', async () => {
    const { id, state, lamps } = await caseOf(2021, '谢知行')
    expect(state).toBe('retained')
    expect(lamps).toContain('abroad-contact')
    const { attempts, events } = await (await office()).transfers.get({ id: id! })
    expect(attempts[0]).toMatchObject({ method: 'retain', state: 'retained' })
    expect(events).toMatchObject([{ step: 'carry-over', on: '2021-07-01', note: expect.stringContaining('预计至 2024-06') }])
  })

  test('records who studies on as 附件3 asks', async () => {
    const { id } = (await named(2021, '钱思远'))!
    const page = await (await office()).roster.get({ id })
    expect(page).toMatchObject({
      outcome: 'delayed',
      outcomeFacts: { placedBranch: '日语党支部', expectedOn: '2024-06-30' },
      hasContactPhone: true,
    })
  })

  test('enters the letter in the ledger, outside the series, and lights what is due on it', async () => {
    const [past, running] = [await cohortOf(2021), await cohortOf(2022)]
    const { rows } = await (await office()).letters.list({ cohortId: past.id, limit: 50 })
    expect(rows).toMatchObject([
      {
        number: '岭示组介〔2021〕0040号',
        serial: '补录',
        outside: true,
        standing: 'expired',
        issuedOn: '2021-06-25',
        validUntil: '2021-09-23',
      },
    ])
    expect((await (await office()).letters.list({ cohortId: running.id, limit: 50 })).rows).toMatchObject([
      { number: '2023-手-7', standing: 'handed-over', validUntil: '2023-08-30' },
    ])
    expect((await (await office()).letters.list({ cohortId: past.id, search: '0040', limit: 50 })).total).toBe(1)
    const lit = (await caseOf(2021, '孙未归')).lamps
    expect(lit).toEqual(expect.arrayContaining(['letter-expired', 'receipt-missing', 'pocket-risk']))
    expect((await caseOf(2022, '李新去')).state).toBe('in-transit')
    const letter = await (await office()).letters.get({ id: rows[0]!.id })
    expect(letter).toMatchObject({ paper: null, can: [], pickedUpHow: 'courier' })
    await expect((await office()).letters.print({ ids: [rows[0]!.id] })).rejects.toMatchObject({ data: { reason: 'outside' } })
    expect(await (await office()).letters.series()).toMatchObject({ year: 2023, usedTo: null, missing: [] })
  })

  test('is counted by year, with what is still open', async () => {
    expect(await (await office()).carryover.years()).toMatchObject([
      { cohort: { name: '2022届' }, carried: { unreturned: 1 }, open: 1 },
      { cohort: { name: '2021届' }, carried: { retained: 1, delayed: 1, unreturned: 1 }, open: 3 },
    ])
  })

  test('says one thing of each in the log', async () => {
    const { rows } = await (await server.as('auditor')).audit.list({ verb: 'carryovers.imported', limit: 50 })
    const kinds = Object.entries(Object.groupBy(rows, ({ subjectKind }) => subjectKind)).map(([kind, all]) => `${kind} ${all!.length}`)
    expect(kinds.sort()).toEqual(['cohort 2', 'graduate 1', 'member 4', 'transfer 3'])
    expect(JSON.stringify(rows)).not.toContain(kept.公民身份号码)
    expect(JSON.stringify(rows)).not.toContain('13900000001')
  })

  test('and the same file again changes nothing', async () => {
    const { counts, id, version } = await upload(kept, late, out, fresh)
    expect(counts).toMatchObject({ new: 0, changed: 0, same: 4, wrong: 0 })
    expect((await (await wizard()).commit({ id, version })).counts).toMatchObject({ new: 0, changed: 0 })
    expect(await equation(2021)).toMatchObject({ whole: 3 })
  })
})

test('a receipt that comes is entered by the letter’s number, as for any other', async () => {
  const { id } = await cohortOf(2022)
  const { receipts } = (await office()).transfers
  const file = await workbookOf('回执', ['介绍信编号', '姓名', '回执日期'], ['2023-手-7', '李新去', '2023-06-07'])
  const brought = await receipts.upload({ cohortId: id, file })
  await receipts.commit({ id: brought.id, version: brought.version })
  expect(await equation(2022)).toMatchObject({ whole: 1, terms: { received: 1 } })
  expect((await (await office()).letters.list({ cohortId: id, limit: 50 })).rows).toMatchObject([{ standing: 'received' }])
  expect((await (await office()).carryover.years())[0]).toMatchObject({ carried: { unreturned: 1 }, open: 0 })
})

test('letters of this year go on from the first number', async () => {
  const { rows } = await inSystem(server.services.database.system, async trx => ({
    rows: await trx.selectFrom('letter_numbers').selectAll().where('school_id', '=', university.school).execute(),
  }))
  expect(rows).toEqual([])
})

describe('who is known', () => {
  const self = () =>
    formerGraduate('安宁', BRANCH, {
      ...abroad,
      公民身份号码: known.idNumber,
      出生日期: bornOf(known.idNumber),
      性别: sexOf(known.idNumber),
    })
  const bornOf = (number: string) => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const sexOf = (number: string) => (Number(number[16]) % 2 === 1 ? '男' : '女')

  test('is joined by the ID number, with the earlier student number beside the present one, and never doubled', async () => {
    const row = self()
    expect(await looked(row)).toEqual([{ kind: 'new', problems: ['studentNumber joined'] }])
    await commit(row)
    const entry = (await named(2021, '安宁'))!
    expect(entry).toMatchObject({ memberId: known.memberId, studentNumber: known.studentNumber })
    expect(await looked(row)).toEqual([{ kind: 'same', problems: [] }])
    expect(await looked({ ...row, ...studiesOn })).toMatchObject([
      { kind: 'same', problems: expect.arrayContaining(['matter held-otherwise']) },
    ])
  })

  test('is not somebody else', async () => {
    const number = { 学号: known.studentNumber }
    expect(await looked(formerGraduate('安宁', BRANCH, { ...studiesOn, ...number, 毕业年份: '2020' }))).toEqual([
      { kind: 'wrong', problems: ['idNumber id-differs'] },
    ])
    expect(await looked({ ...self(), 学号: late.学号!, 毕业年份: '2020' })).toEqual([{ kind: 'wrong', problems: ['idNumber two-people'] }])
    expect(await looked({ ...self(), 姓名: '安静', 毕业年份: '2020' })).toMatchObject([
      { kind: 'wrong', problems: ['studentNumber joined', 'name name-differs'] },
    ])
  })
})

test.each<[string, () => CarryRow, string]>([
  ['a number that the ledger has', () => unreturned('岭示组介[2021]0040号'), 'letterNumber number-taken'],
  [
    'a number that this year will come to',
    () => unreturned('岭示组介〔2023〕0012号', { 开具日期: '2023-03-01' }),
    'letterNumber number-to-come',
  ],
  ['an addressee that the dictionary has not', () => unreturned('甲-1', { 抬头: '中共杭州滨江区委组织部' }), 'addressee unknown-addressee'],
  ['a branch that is none', () => ({ ...studiesOn, 党支部: '英语一支部' }), 'branch unknown-branch'],
  ['the present year', () => ({ ...studiesOn, 毕业年份: '2023' }), 'year not-earlier'],
])('is wrong: %s', async (_, row, problem) => {
  expect(await looked(formerGraduate('某人', BRANCH, row()))).toEqual([{ kind: 'wrong', problems: [problem] }])
})

describe('taken back', () => {
  test('everything goes that came, and the same file is new again', async () => {
    const rows = [
      formerGraduate('周复返', BRANCH, abroad),
      formerGraduate('吴复返', BRANCH, unreturned('复-1')),
      formerGraduate('郑复返', BRANCH, studiesOn),
    ]
    const before = await equation(2021)
    const { id, version } = await commit(...rows)
    expect((await (await wizard()).preview({ id, limit: 10 })).undo).toMatchObject({ removes: 3, restores: 0, refusal: null })
    await (await wizard()).undo({ id, version })
    expect(await equation(2021)).toEqual(before)
    expect(await named(2021, '周复返')).toBeUndefined()
    const { rows: letters } = await (await office()).letters.list({ cohortId: (await cohortOf(2021)).id, search: '复-1', limit: 5 })
    expect(letters).toEqual([])
    expect((await upload(...rows)).counts).toMatchObject({ new: 3, wrong: 0 })
  })

  test('leaves who was known before as they were', async () => {
    const [other] = await enrol(server.services, university, present, BRANCH, [{ name: '冯旧人' }])
    const row = formerGraduate('冯旧人', BRANCH, { ...studiesOn, 学号: other!.studentNumber, 公民身份号码: other!.idNumber })
    const sound = { ...row, 出生日期: `${other!.idNumber.slice(6, 10)}-${other!.idNumber.slice(10, 12)}-${other!.idNumber.slice(12, 14)}` }
    const { id, version } = await commit({ ...sound, 性别: Number(other!.idNumber[16]) % 2 === 1 ? '男' : '女' })
    expect(await named(2021, '冯旧人')).toBeDefined()
    await (await wizard()).undo({ id, version })
    expect(await named(2021, '冯旧人')).toBeUndefined()
    expect(await named(2023, '冯旧人')).toMatchObject({ memberId: other!.memberId })
  })

  test('is refused once somebody has worked on a case', async () => {
    const row = formerGraduate('陈已办', BRANCH, unreturned('已办-1'))
    const { id, version } = await commit(row)
    const { id: transfer, version: seen } = await caseOf(2021, '陈已办')
    await (await office()).transfers.feedback.step({
      id: transfer!,
      version: seen!,
      step: 'void',
      given: { reason: '改派后另行办理', oldLetter: 'loss-stated' },
    })
    await expect((await wizard()).undo({ id, version })).rejects.toMatchObject({ data: { reason: 'transfer', detail: '陈已办' } })
    expect(await named(2021, '陈已办')).toBeDefined()
  })

  test('is refused once the outcome was set anew', async () => {
    const { id, version } = await commit(formerGraduate('褚已改', BRANCH, studiesOn))
    const { id: graduateId, version: seen } = (await named(2021, '褚已改'))!
    await (await server.as('teacher')).roster.setOutcome({
      id: graduateId,
      version: seen,
      outcome: 'incomplete',
      facts: { reason: '学分不足', handling: '随去向转出' },
    })
    await expect((await wizard()).undo({ id, version })).rejects.toMatchObject({ data: { reason: 'changed-since', detail: '褚已改' } })
  })
})

test('is the office’s alone', async () => {
  const file = await carrySheet(formerGraduate('某人', BRANCH, studiesOn))
  for (const login of ['secondary', 'sister-secondary', 'direct', 'teacher', 'secretary', 'counselor', 'publicity', 'sys-admin', 'auditor'])
    await expect((await wizard(login)).upload({ file })).rejects.toMatchObject({ status: 403 })
})

test('a unit sees of an earlier year its own people alone', async () => {
  const { id } = await cohortOf(2021)
  const { rows } = await (await server.as('sister-secondary')).transfers.list({ cohortId: id, limit: 200 })
  expect(rows.map(({ name }) => name)).toEqual(['孙未归'])
  expect(await (await server.as('sister-secondary')).carryover.years()).toMatchObject([
    { cohort: { id }, carried: { retained: 0, delayed: 0, unreturned: 1 }, open: 1 },
  ])
  expect(await (await server.as('sister-teacher')).carryover.years()).toEqual([])
})

test('without a present cohort there is no plan to take', async () => {
  const other = await foundUniversity(server.services, 'other')
  expect(other.school).not.toBe(university.school)
  const there = (await server.as('office', 'other')).carryover.imports
  const { id } = await there.upload({ file: await carrySheet(formerGraduate('某人', BRANCH, studiesOn)) })
  const { rows } = await there.preview({ id, limit: 10 })
  expect(rows[0]!.problems).toMatchObject([{ field: 'year', kind: 'no-present-cohort' }])
})

test('the empty form has every column, the asked ones marked', async () => {
  const file = await (await wizard()).form()
  expect(file.name).toBe('往届未了（空表）.xlsx')
})
