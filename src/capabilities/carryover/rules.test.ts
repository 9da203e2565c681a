import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { abroad, type CarryRow, formerGraduate, studiesOn, unreturned } from '../../../tests/university/carryovers.ts'
import { day } from '../../kernel/day.ts'
import { ledgerFor, type Problem, readTable } from '../imports/rules.ts'
import type { Plan } from '../plans/rules.ts'
import { indexBranches } from '../roster/rules.ts'
import { retainedForm, unreturnedForm } from './rules/forms.ts'
import type { HeldCarry, KnownPerson } from './rules/held.ts'
import { type CarryEntry, type CarryFacts, carryEntry, carryFields, guesser, heldComplaints, together } from './rules.ts'

const plan = JSON.parse(readFileSync(new URL('../../../examples/2023/plan.json', import.meta.url), 'utf8')) as Plan
const binjiang = { id: 'a1', name: '中共杭州市滨江区委组织部', divisionCode: '330108' }
const facts: CarryFacts = {
  today: day('2023-06-08'),
  branches: indexBranches(['英语第一党支部', '日语党支部']),
  present: { year: 2023, name: '2023届', plan },
  addressees: { find: text => (text === binjiang.name ? binjiang : null), guess: guesser([binjiang.name]) },
  divisions: { find: text => (text === '330108' ? text : null) },
  series: { pattern: '{代字}组介〔{YYYY}〕{0000}号', daizi: '岭示', year: 2023, next: 41 },
}
const BRANCH = '英语第一党支部'

/** One row as the wizard reads it: the entry, and `field kind` of each complaint, warnings in brackets. */
function read(row: CarryRow, given: CarryFacts = facts): { entry: CarryEntry | null; said: string[] } {
  const columns = Object.keys(row)
  const sheet = { name: '表', hidden: false, merges: [], rows: [columns, columns.map(column => row[column] || null)] }
  const decision = readTable([sheet], carryFields, { context: given })
  if (!decision.allowed) throw new Error(decision.reason)
  const table = decision.value
  const problems: Problem[] = [...table.problems]
  const labels = new Map(carryFields.map(({ key, label }) => [key, label]))
  const ledger = ledgerFor(table, labels, { problems, repairs: [] })(table.rows[0]!)
  const entry = carryEntry(table.rows[0]!, given, ledger)
  return { entry, said: problems.map(({ field, kind, severity }) => (severity === 'error' ? `${field} ${kind}` : `(${field} ${kind})`)) }
}
const person = (more: CarryRow) => formerGraduate('谢知行', BRANCH, more)
const letter = (more: CarryRow = {}) => person(unreturned('岭示组介〔2021〕0040号', more))

describe('a row says', () => {
  test('who is kept at the school, since when, until when, and who is at home', () => {
    const { entry, said } = read(person(abroad))
    expect(said).toEqual([])
    expect(entry).toMatchObject({
      year: 2021,
      matter: 'retained',
      person: { name: '谢知行', branch: BRANCH, membership: 'full' },
      retained: { destination: 'D05', country: '英国', from: '2021-07-01', until: '2024-06', applied: true },
    })
    if (entry?.matter !== 'retained') throw new Error('not kept')
    const { form, sealed, on } = retainedForm(entry.retained)
    expect(on).toBe('2021-07-01')
    expect(form).toMatchObject({ type: 'D05', stay: true, answers: { abroadFrom: '2021-07', returnBy: '2024-06', country: '英国' } })
    // Names and phones of others stand apart from the answers.
    expect(JSON.stringify(form)).not.toContain('13900000001')
    expect(sealed.domesticContacts).toEqual([
      { name: '谢安', phone: '13900000001', relation: '父亲' },
      { name: '钱宁', phone: '13900000002', relation: '同学' },
    ])
  })

  test('who studies on, as 附件3 asks', () => {
    const { entry, said } = read(person(studiesOn))
    expect(said).toEqual([])
    expect(entry).toMatchObject({
      matter: 'delayed',
      delayed: {
        reason: '毕业论文未完成',
        document: '教字〔2021〕8号',
        expectedOn: '2024-06-30',
        placedBranch: '日语党支部',
        handling: '编入日语党支部',
      },
    })
  })

  test('whose letter never came back, and where it went', () => {
    const { entry, said } = read(letter())
    expect(said).toEqual([])
    if (entry?.matter !== 'unreturned') throw new Error('no letter')
    expect(entry.unreturned).toMatchObject({
      number: '岭示组介〔2021〕0040号',
      validDays: 90,
      addressee: binjiang,
      place: '330108',
      system: false,
    })
    // Nobody says what they went to do: nothing is guessed.
    expect(unreturnedForm(entry.unreturned).form).toMatchObject({
      type: 'D12',
      answers: { addressee: { id: 'a1', name: binjiang.name }, explanation: '往届已转出，回执未回；去往杭州某某软件公司' },
    })
  })
})

describe('each matter asks for its own', () => {
  const blank = (of: CarryRow, ...columns: string[]) => ({ ...of, ...Object.fromEntries(columns.map(column => [column, ''])) })
  test.each<[string, CarryRow, string[]]>([
    [
      'a retention',
      blank(abroad, '去向类别', '保留起始日期', '预计期限', '书面申请'),
      ['destination', 'retainedFrom', 'until', 'application'],
    ],
    ['a retention abroad', blank(abroad, '国家（地区）', '境内联系人二', '联系人二电话'), ['country', 'contact2Name', 'contact2Phone']],
    [
      'a study',
      blank(studiesOn, '延期原因', '预计毕业时间', '现编入支部', '专人', '专人电话'),
      ['reason', 'expectedOn', 'placedBranch', 'keeperName', 'keeperPhone'],
    ],
    [
      'a letter',
      blank(unreturned(''), '介绍信编号', '开具日期', '有效期（天）', '抬头'),
      ['letterNumber', 'issuedOn', 'validDays', 'addressee'],
    ],
  ])('%s', (_, row, fields) => {
    const { said } = read(person(row))
    expect(said).toEqual(fields.map(field => `${field} missing`))
  })

  test('and has no use for another’s: what was left out is said', () => {
    const { entry, said } = read(person({ ...studiesOn, 介绍信编号: '甲-1', 书面申请: '有' }))
    expect(said).toEqual(['(application not-for-this)', '(letterNumber not-for-this)'])
    expect(entry).toMatchObject({ matter: 'delayed' })
  })
})

test.each<[string, CarryRow, string[]]>([
  ['the present year', { ...studiesOn, 毕业年份: '2023' }, ['year not-earlier']],
  ['the year before', { ...studiesOn, 毕业年份: '2022届' }, []],
  ['no year', { ...studiesOn, 毕业年份: '去年' }, ['year year-form']],
  ['a matter that is none', { ...studiesOn, 未了事项: '失联' }, ['matter unknown-code']],
  ['a matter in loose words', { ...abroad, 未了事项: '保留' }, []],
  ['kept from a day to come', { ...abroad, 保留起始日期: '2023-06-09' }, ['retainedFrom in-future']],
  ['kept from today', { ...abroad, 保留起始日期: '2023-06-08' }, []],
  ['kept until before it began', { ...abroad, 预计期限: '2021-06' }, ['until before-start']],
  ['kept until last month', { ...abroad, 预计期限: '2023-05' }, ['(until period-over)']],
  ['kept until this month', { ...abroad, 预计期限: '2023-06' }, []],
  ['kept without a written word', { ...abroad, 书面申请: '无' }, ['(application not-applied)']],
  ['kept though the plan lets nobody stay', { ...abroad, 去向类别: '待就业' }, ['destination may-not-stay']],
  ['kept as who studies on', { ...abroad, 去向类别: '延期毕业' }, ['destination is-delayed']],
  ['a phone at home that is none', { ...abroad, 联系人一电话: '1390000' }, ['contact1Phone phone']],
  ['to graduate on a day gone by', { ...studiesOn, 预计毕业时间: '2023-06-08' }, ['expectedOn expected-day-past']],
  ['to graduate tomorrow', { ...studiesOn, 预计毕业时间: '2023-06-09' }, []],
  ['approved on a day to come', { ...studiesOn, 批准日期: '2023-06-09' }, ['documentOn document-day-in-future']],
  ['placed in a branch that is none', { ...studiesOn, 现编入支部: '日语支部' }, ['placedBranch unknown-branch']],
  ['a letter of tomorrow', unreturned('手-1', { 开具日期: '2023-06-09' }), ['issuedOn in-future']],
  ['a letter of 91 days', unreturned('手-1', { '有效期（天）': '91' }), ['validDays valid-days']],
  ['a letter of 90 days', unreturned('手-1', { '有效期（天）': '90天' }), []],
  ['a letter of no day', unreturned('手-1', { '有效期（天）': '长期' }), ['validDays valid-days']],
  ['a letter by the system alone', unreturned('手-1', { 方式: '系统' }), ['way no-paper']],
  ['a letter for who only stays', unreturned('手-1', { 去向类别: '出国（境）学习' }), ['destination needs-no-letter']],
  ['a letter to a place that is none', unreturned('手-1', { 所在地: '某市' }), ['place no-such-division']],
  ['a letter to nobody known', unreturned('手-1', { 抬头: '中共杭州滨江区委组织部' }), ['addressee unknown-addressee']],
  [
    'a number that this year will come to',
    unreturned('岭示组介〔2023〕0041号', { 开具日期: '2023-03-01' }),
    ['letterNumber number-to-come'],
  ],
  ['a number of this year’s paper ledger', unreturned('岭示组介〔2023〕0040号', { 开具日期: '2023-03-01' }), []],
  ['a number of another series', unreturned('校组介2023-0099', { 开具日期: '2023-03-01' }), []],
])('%s', (_, row, problems) => {
  expect(read(person(row)).said).toEqual(problems)
})

test.each([
  ['may-not-stay', { ...abroad, 去向类别: '待就业' }],
  ['valid-days', unreturned('手-1', { '有效期（天）': '120' })],
])('%s can be let stand with a reason', (_, row) => expect(read(person(row)).entry).not.toBeNull())

test('before the first year there is no plan to take', () => {
  expect(read(person(studiesOn), { ...facts, present: null, series: null }).said).toEqual(['year no-present-cohort'])
})

describe('rows together', () => {
  const entryOf = (row: CarryRow) => read(row).entry!
  const said = (...rows: CarryRow[]) =>
    together(rows.map((row, at) => ({ row: at + 2, entry: entryOf(row) }))).map(
      ({ row, field, complaint }) => `${row} ${field} ${complaint.kind}`,
    )
  const [one, other] = [person(studiesOn), person(studiesOn)]

  test('name a person once', () => {
    expect(said(one, other)).toEqual([])
    expect(said(one, { ...one, 毕业年份: '2020' })).toEqual(['3 studentNumber two-years', '3 idNumber duplicate-id-number'])
    expect(said(one, { ...other, 公民身份号码: one.公民身份号码!, 出生日期: one.出生日期! })).toEqual(['3 idNumber duplicate-id-number'])
  })
  test('name a letter once in a year, whatever its brackets', () => {
    expect(said(letter(), person(unreturned('岭示组介[2021]0040号')))).toEqual(['3 letterNumber duplicate-letter'])
    expect(said(letter(), person(unreturned('岭示组介〔2021〕0040号', { 开具日期: '2022-03-01' })))).toEqual([])
  })
})

describe('a row against what is held', () => {
  const entry = read(person(studiesOn)).entry!
  const nobody: HeldCarry = {
    byNumber: null,
    byId: null,
    idIndex: 'aa',
    cohortId: 'c21',
    present: { id: 'c23', name: '2023届' },
    carried: null,
    letterOf: null,
  }
  const same: KnownPerson = {
    memberId: 'm1',
    name: '谢知行',
    studentNumber: entry.person.studentNumber,
    numbers: [entry.person.studentNumber],
    idIndex: 'aa',
    branch: BRANCH,
    cohortIds: [],
  }
  const other: KnownPerson = { ...same, memberId: 'm2', name: '别人', studentNumber: '2019000001', numbers: ['2019000001'], idIndex: 'bb' }

  test.each<[string, Partial<HeldCarry>, string[]]>([
    ['nobody', {}, []],
    ['the same person by both numbers', { byNumber: same, byId: same }, ['(studentNumber joined)']],
    ['the same person under another student number', { byId: { ...same, studentNumber: '2021000001' } }, ['(studentNumber joined)']],
    ['somebody whose ID number was never entered', { byNumber: { ...same, idIndex: null } }, ['(studentNumber joined)']],
    ['a student number of another', { byNumber: other }, ['idNumber id-differs']],
    ['two people', { byNumber: same, byId: other }, ['idNumber two-people']],
    [
      'another name',
      { byNumber: { ...same, name: '谢行' }, byId: { ...same, name: '谢行' } },
      ['name name-differs', '(studentNumber joined)'],
    ],
    ['somebody of that year’s roster', { byNumber: { ...same, cohortIds: ['c21'] }, byId: same }, ['studentNumber in-that-year']],
    ['carried over already', { byNumber: same, byId: same, carried: 'delayed' }, []],
    ['carried over otherwise', { byNumber: same, byId: same, carried: 'retained' }, ['(matter held-otherwise)']],
  ])('%s', (_, held, problems) => {
    const found = heldComplaints(entry, { ...nobody, ...held })
    expect(
      found.map(({ field, complaint: { kind, severity } }) => (severity === 'error' ? `${field} ${kind}` : `(${field} ${kind})`)),
    ).toEqual(problems)
  })

  test('a letter whose number the ledger has, but for its own', () => {
    const lettered = read(letter()).entry!
    expect(heldComplaints(lettered, { ...nobody, letterOf: '孙未归' })).toMatchObject([
      { field: 'letterNumber', complaint: { kind: 'number-taken' } },
    ])
    expect(heldComplaints(lettered, { ...nobody, carried: 'unreturned', letterOf: '谢知行' })).toEqual([])
  })

  test('who stands in this year too is told so', () => {
    const [said] = heldComplaints(entry, { ...nobody, byNumber: { ...same, cohortIds: ['c23'] }, byId: same })
    expect(said!.complaint.text).toContain('也在2023届名册里')
  })
})
