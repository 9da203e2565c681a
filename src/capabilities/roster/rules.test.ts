import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { readWorkbook } from '../../platform/spreadsheets/index.ts'
import { readRoster } from './rules.ts'

type Expected = {
  rows: number
  wrong: { row: number; column: string; kind: string }[]
  repaired?: { row: number; column: string; to: string }[]
}
const expected: Record<string, Expected> = JSON.parse(readFileSync('examples/2023/expected.json', 'utf8'))
const sheetsOf = async (name: string) => (await readWorkbook(new Uint8Array(readFileSync(`examples/2023/${name}`)), name)).sheets
const today = day('2023-05-18')
let branches: string[] = []

beforeAll(async () => {
  const rows = (await sheetsOf('units.xlsx'))[0]!.rows.slice(1)
  branches = rows.filter(row => /党支部$/.test(String(row[2]))).map(row => String(row[1]))
})

const roster = async (name: string, scope?: string[]) => {
  const decision = readRoster(await sheetsOf(name), scope ? { branches, scope, today } : { branches, today })
  if (!decision.allowed) throw new Error(decision.text)
  return decision.value
}

describe.each(Object.keys(expected))('%s', name => {
  const { rows, wrong, repaired = [] } = expected[name]!

  test('names everybody, and exactly the wrong cells', async () => {
    const check = await roster(name)
    const errors = check.problems.filter(problem => problem.severity === 'error')
    expect(check.rows).toHaveLength(rows)
    expect(errors.map(({ row, column, kind }) => ({ row, column, kind }))).toEqual(wrong)
    expect(check.rows.filter(row => row.standing === 'wrong').map(row => row.row)).toEqual([...new Set(wrong.map(cell => cell.row))])
  })

  test('lists what was mended', async () => {
    const { repairs } = await roster(name)
    for (const { row, column, to } of repaired) expect(repairs).toContainEqual(expect.objectContaining({ row, column, after: to }))
    for (const { before, after } of repairs) expect(before).not.toBe(after)
  })
})

describe('the messy roster', () => {
  test('what is no person is counted as skipped', async () => {
    expect((await roster('roster-messy.xlsx')).skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [35, 'blank'],
      [70, 'blank'],
      [71, 'sum'],
      [72, 'note'],
    ])
  })

  test('one column holds the second contact’s name and phone', async () => {
    expect((await roster('roster-messy.xlsx')).rows[0]!.secondContact).toEqual({ name: '谭某', phone: '18394125413', relation: null })
  })

  test('an unknown branch comes with the nearest, a duplicate with the earlier row, sex and birth with the number’s', async () => {
    const { problems } = await roster('roster-messy.xlsx')
    const of = (kind: string) => problems.find(problem => problem.kind === kind)!
    expect(of('unknown-branch').suggestion).toBe('英语第一党支部')
    expect(of('duplicate-student-number').text).toContain('第 29 行')
    expect(of('duplicate-id-number').text).toContain('第 31 行')
    expect([of('sex-against-id'), of('birth-against-id')].map(({ suggestion, overridable }) => [suggestion, overridable])).toEqual([
      ['女', true],
      ['2000-09-28', true],
    ])
  })

  test('columns of the form that the sheet lacks are said once, and are no error', async () => {
    const lacking = (await roster('roster-messy.xlsx')).problems.filter(problem => problem.kind === 'column-missing')
    expect(lacking.map(({ row, column, severity }) => [row, column, severity])).toEqual([
      [4, '学历层次', 'warning'],
      [4, '院系', 'warning'],
    ])
  })

  test('for one branch, the others’ rows are set aside with nothing said against them', async () => {
    const check = await roster('roster-messy.xlsx', ['日语党支部'])
    const elsewhere = check.rows.filter(row => row.standing === 'elsewhere')
    expect(elsewhere.length).toBeGreaterThan(0)
    expect(elsewhere.every(row => row.branch !== '日语党支部')).toBe(true)
    const about = check.problems.filter(problem => elsewhere.some(row => row.row === problem.row))
    expect(new Set(about.map(problem => `${problem.kind} ${problem.severity}`))).toEqual(new Set(['elsewhere warning']))
    expect(about).toHaveLength(elsewhere.length)
  })

  test('no problem quotes an ID number or a phone', async () => {
    for (const { text } of (await roster('roster-messy.xlsx')).problems) expect(text).not.toMatch(/\d{11}/)
  })
})

test('a person of the clean roster, whole', async () => {
  expect((await roster('roster-clean.xlsx')).rows[2]).toEqual({
    row: 5,
    standing: 'ready',
    studentNumber: '2019010003',
    name: '孔若',
    sex: 'female',
    ethnicGroup: '01',
    bornOn: '1999-07-01',
    idType: 'resident-id',
    idNumber: '44990119990701204X',
    nativePlace: '广东梅州',
    registeredAt: '广东省茂名市电白区',
    education: 'bachelor',
    degree: 'bachelor',
    college: '软件工程学院',
    major: '软件工程专业',
    className: '19软件工程1班',
    joinedOn: '2022-09-19',
    confirmedOn: null,
    membership: 'probationary',
    partyPost: null,
    introducers: '梁老师',
    phone: '19908912710',
    secondContact: { name: '何某', phone: '18822683358', relation: '父亲' },
    email: 's2@example.edu',
    homeAddress: null,
    duesPaidTo: '2023-05',
    relationAtSchool: true,
    remark: null,
    branch: '网络工程党支部',
  })
})
