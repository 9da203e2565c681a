import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import {
  answersFor,
  canonicalText,
  type DecideFacts,
  differenceOf,
  gapsOf,
  type Handed,
  levelFor,
  mayDecide,
  maySubmit,
  notYetReported,
  partCells,
  type ReturnState,
  type SubmitFacts,
  standingOf,
  stepsFor,
} from './rules.ts'

describe('who submits what', () => {
  test.each([
    ['branch-teacher', 'branch', 'branch'],
    ['general-branch', 'secondary', 'secondary'],
    ['direct-branch', 'secondary', 'secondary'],
    ['branch-teacher', 'secondary', null],
    ['general-branch', 'branch', null],
    ['branch-secretary', 'branch', null],
    ['counselor', 'secondary', null],
    ['committee-office', 'committee', null],
  ] as const)('%s at a unit of level %s submits at level %s', (role, unit, level) => expect(levelFor(role, unit)).toBe(level))

  test('the nearest secondary unit answers for a branch', () => {
    const units = [
      { path: '/1/', level: 'committee' },
      { path: '/1/2/', level: 'secondary' },
      { path: '/1/2/3/', level: 'secondary' },
      { path: '/1/2/3/4/', level: 'branch' },
      { path: '/1/20/', level: 'secondary' },
    ] as const
    expect(answersFor(units, '/1/2/3/4/')?.path).toBe('/1/2/3/')
    expect(answersFor(units, '/1/2/9/')?.path).toBe('/1/2/')
    expect(answersFor(units, '/1/9/')).toBeUndefined()
  })
})

const one = (ordinal: number, state: ReturnState, supplementOf: string | null = null) => ({
  id: `no-${ordinal}`,
  ordinal,
  state,
  supplementOf,
})
const facts = (over: Partial<SubmitFacts>): SubmitFacts => ({
  task: 'roster',
  level: 'secondary',
  earlier: [],
  supplement: null,
  zero: false,
  rows: 12,
  leftOut: 0,
  ...over,
})

describe('handing in', () => {
  test.each<[string, Partial<SubmitFacts>, object]>([
    ['the first', {}, { ordinal: 1, supplementOf: null }],
    ['again after it was sent back', { earlier: [one(1, 'returned')] }, { ordinal: 2, supplementOf: null }],
    [
      'a supplement of what stands',
      { earlier: [one(2, 'accepted'), one(1, 'returned')], supplement: ' 五月新接收预备党员 ' },
      { ordinal: 3, supplementOf: 'no-2', supplementReason: '五月新接收预备党员' },
    ],
    [
      'a later batch of 附件2',
      { task: 'register', earlier: [one(1, 'accepted'), one(2, 'submitted')], leftOut: 4 },
      { ordinal: 3, supplementOf: null },
    ],
    ['nobody, said in so many words', { task: 'delayed', rows: 0, zero: true }, { ordinal: 1 }],
  ])('%s', (_, over, value) => expect(maySubmit(facts(over))).toMatchObject({ allowed: true, value }))

  test.each<[string, Partial<SubmitFacts>, string]>([
    ['a post that submits nothing', { level: null }, 'not-your-level'],
    ['附件1 twice', { earlier: [one(1, 'submitted')] }, 'already-submitted'],
    ['附件3 twice', { task: 'delayed', earlier: [one(1, 'accepted')] }, 'already-submitted'],
    ['a supplement of nothing', { supplement: '新接收的党员' }, 'supplement-needs-original'],
    ['a supplement of what was sent back', { earlier: [one(1, 'returned')], supplement: '新接收的党员' }, 'supplement-needs-original'],
    ['a supplement without a reason', { earlier: [one(1, 'accepted')], supplement: '  补 ' }, 'needs-reason'],
    [
      'a supplement of 附件2, which goes in batches',
      { task: 'register', earlier: [one(1, 'accepted')], supplement: '新接收的党员' },
      'batch-is-no-supplement',
    ],
    ['an empty form without saying so', { rows: 0 }, 'nothing-to-submit'],
    ['a second zero return of 附件2', { task: 'register', rows: 0, zero: true, earlier: [one(1, 'accepted')] }, 'nothing-to-submit'],
    ['附件2 while nothing is verified', { task: 'register', rows: 0, leftOut: 3 }, 'cases-not-verified'],
    ['“本单位无” while cases are under way', { task: 'register', rows: 0, leftOut: 3, zero: true }, 'cases-not-verified'],
    ['“本单位无” with people on the form', { zero: true }, 'not-empty'],
  ])('%s is refused', (_, over, reason) => expect(maySubmit(facts(over))).toEqual({ allowed: false, reason }))
})

describe('deciding', () => {
  const decide = (over: Partial<DecideFacts>): DecideFacts => ({
    task: 'roster',
    level: 'secondary',
    state: 'submitted',
    originalState: null,
    deciderLevel: 'committee',
    reason: '第 3 行学号有误',
    ...over,
  })
  test.each<[string, 'accept' | 'send-back', Partial<DecideFacts>, object]>([
    ['组织部 accepts a unit’s return', 'accept', {}, { allowed: true, value: 'accepted' }],
    ['组织部 sends it back', 'send-back', {}, { allowed: true, value: 'returned' }],
    [
      'the 总支 decides its branch’s hand-in',
      'accept',
      { level: 'branch', deciderLevel: 'secondary' },
      { allowed: true, value: 'accepted' },
    ],
    [
      'the 总支 sends a branch’s 附件2 back',
      'send-back',
      { task: 'register', level: 'branch', deciderLevel: 'secondary' },
      { allowed: true, value: 'returned' },
    ],
    ['组织部 accepts 附件2 as a form', 'accept', { task: 'register' }, { allowed: true, value: 'accepted' }],
    ['组织部 on a branch’s hand-in', 'accept', { level: 'branch' }, { allowed: false, reason: 'not-your-level' }],
    ['the 总支 on its own return', 'accept', { deciderLevel: 'secondary' }, { allowed: false, reason: 'not-your-level' }],
    ['what is decided', 'accept', { state: 'accepted' }, { allowed: false, reason: 'wrong-state' }],
    ['what was sent back', 'send-back', { state: 'returned' }, { allowed: false, reason: 'wrong-state' }],
    ['sending back without a reason', 'send-back', { reason: ' ' }, { allowed: false, reason: 'needs-reason' }],
    ['a whole 附件2 after its cases have moved', 'send-back', { task: 'register' }, { allowed: false, reason: 'fed-back-singly' }],
    ['a supplement before its original', 'accept', { originalState: 'submitted' }, { allowed: false, reason: 'original-first' }],
  ])('%s', (_, step, over, decision) => expect(mayDecide(step, decide(over))).toEqual(decision))

  test('the buttons follow the same rule', () => {
    expect(stepsFor(decide({}))).toEqual(['accept', 'send-back'])
    expect(stepsFor(decide({ task: 'register' }))).toEqual(['accept'])
    expect(stepsFor(decide({ state: 'accepted' }))).toEqual([])
  })
})

describe('where a unit stands', () => {
  const due = day('2023-05-20')
  const handed = (ordinal: number, state: ReturnState, late = false): Handed => ({
    id: `no-${ordinal}`,
    ordinal,
    state,
    rowCount: 10 * ordinal,
    submittedOn: day('2023-05-19'),
    late,
  })
  test.each<[string, Handed[], string, object]>([
    ['nothing on the day', [], '2023-05-20', { state: 'none', overdue: false, latestId: null }],
    ['nothing the day after', [], '2023-05-21', { state: 'none', overdue: true }],
    ['one handed in', [handed(1, 'submitted')], '2023-05-21', { state: 'submitted', rows: 10, overdue: false, latestId: 'no-1' }],
    ['one sent back', [handed(1, 'returned')], '2023-05-21', { state: 'returned', rows: 0, overdue: true }],
    [
      'a batch waiting behind an accepted one',
      [handed(2, 'submitted'), handed(1, 'accepted')],
      '2023-05-21',
      { state: 'submitted', rows: 30, returns: 2, latestId: 'no-2' },
    ],
    [
      'all accepted, the first in time',
      [handed(1, 'accepted'), handed(2, 'accepted', true)],
      '2023-06-21',
      { state: 'accepted', late: false },
    ],
    [
      'the first that stands is late',
      [handed(1, 'returned'), handed(2, 'accepted', true)],
      '2023-06-21',
      { state: 'accepted', late: true },
    ],
  ])('%s', (_, list, today, expected) => expect(standingOf(list, due, day(today))).toMatchObject(expected))

  test('without a day nothing is overdue', () => expect(standingOf([], null, day('2023-12-31')).overdue).toBe(false))
})

const columns = [
  { key: 'no', label: '序号', star: false },
  { key: 'studentNo', label: '学号', star: true },
  { key: 'phone', label: '手机', star: true },
  { key: 'addressee', label: '抬头', star: true },
  { key: 'result', label: '结果', star: false },
]
const line = (studentNumber: string, cells: Record<string, string> = {}) => ({ studentNumber, name: `党员${studentNumber}`, cells })

describe('cells', () => {
  test('sensitive ones are masked on screen and sealed', () => {
    expect(partCells({ name: '何晓岚', idNumber: '449901200003021234', phone: '13800134471', address: '示范路 1 号', email: '' })).toEqual({
      shown: { name: '何晓岚', idNumber: '**************1234', phone: '138****4471', address: '已填', email: '' },
      sealed: { idNumber: '449901200003021234', phone: '13800134471', address: '示范路 1 号' },
    })
  })
  test('an empty starred column is a gap', () =>
    expect(gapsOf(columns, { studentNo: '1', phone: '', result: '' })).toEqual(['手机', '抬头']))
})

describe('what has changed', () => {
  const before = [line('1', { no: '1', phone: '13800134471' }), line('2', { addressee: '甲' })]
  const after = [line('2', { no: '1', addressee: '乙' }), line('3')]
  test('is told person by person', () => {
    expect(differenceOf(before, after, columns)).toEqual({
      added: [{ studentNumber: '3', name: '党员3' }],
      removed: [{ studentNumber: '1', name: '党员1' }],
      changed: [{ studentNumber: '2', name: '党员2', changes: [{ label: '抬头', before: '甲', after: '乙' }] }],
    })
  })
  test('in a sensitive cell is told without its values, and the running number is none', () => {
    const now = [line('1', { no: '9', phone: '13900134471' })]
    expect(differenceOf(before, now, columns, 'later-is-part')).toEqual({
      added: [],
      removed: [],
      changed: [{ studentNumber: '1', name: '党员1', changes: [{ label: '手机', before: null, after: null }] }],
    })
  })
  test('against everybody, a part adds nobody', () => expect(differenceOf(before, after, columns, 'earlier-is-part').added).toEqual([]))

  test.each([
    ['附件1: whoever is on no earlier return', 'roster', ['3']],
    ['附件2: also whoever goes elsewhere by now', 'register', ['2', '3']],
  ])('%s', (_, task, numbers) => expect(notYetReported(after, before, task).map(({ studentNumber }) => studentNumber)).toEqual(numbers))

  test('a result that came in is no new report', () =>
    expect(notYetReported([line('2', { addressee: '甲', result: '已接收' })], before, 'register')).toEqual([]))
})

test('the text that is hashed does not depend on the order of rows or keys', () => {
  const head = {
    id: 'a',
    cohortId: 'b',
    unitId: 'c',
    task: 'roster',
    level: 'branch',
    ordinal: 1,
    title: '名册',
    columns: [{ key: 'name', label: '姓名', star: true }],
    submittedOn: '2023-05-19',
    submittedBy: 'd',
  } as const
  const row = (ordinal: number, cells: Record<string, string>) => ({
    ordinal,
    graduateId: 'g',
    memberId: 'm',
    cells,
    sealed: 'AA==',
    keyId: 'k',
  })
  const text = canonicalText(head, [row(1, { name: '甲', sex: '女' }), row(2, { name: '乙' })])
  expect(canonicalText(head, [row(2, { name: '乙' }), row(1, { sex: '女', name: '甲' })])).toBe(text)
  expect(text).toBe(
    '["a","b","c","roster","branch",1,"名册",[["name","姓名",true]],"2023-05-19","d"]\n' +
      '[1,"g","m",[["name","甲"],["sex","女"]],"AA==","k"]\n' +
      '[2,"g","m",[["name","乙"]],"AA==","k"]',
  )
  expect(canonicalText(head, [row(1, { name: '甲', sex: '男' }), row(2, { name: '乙' })])).not.toBe(text)
})
