import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { maskIdNumber, maskPhone } from '../../kernel/mask.ts'
import type { Cell } from '../imports/rules.ts'
import { checkDigitOf, ethnicGroups, readResidentId, readRoster } from './rules.ts'

const branches = ['英语第一党支部', '英语第二党支部', '日语党支部']
const today = day('2023-05-18')
const idOf = (born: string, order: string) => {
  const first17 = `449901${born.replaceAll('-', '')}${order}`
  return first17 + checkDigitOf(first17)
}
const good = {
  学号: '2019020001',
  姓名: '林一',
  性别: '男',
  民族: '汉族',
  出生日期: '2001-05-03',
  公民身份号码: idOf('2001-05-03', '201'),
  学历层次: '本科',
  院系: '外国语学院',
  专业: '英语',
  党支部: '英语第一党支部',
  入党时间: '2021-05-20',
  转正时间: '2022-05-20',
  党员类别: '正式',
  手机: '13800138000',
} satisfies Record<string, Cell>
type Sheetful = Partial<Record<keyof typeof good | (string & {}), Cell>>

const rosterOf = (...people: Sheetful[]) => {
  const rows = people.map(person => ({ ...good, ...person }))
  const header = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const sheet = {
    name: '名册',
    hidden: false,
    merges: [],
    rows: [header, ...rows.map(row => header.map(word => (row as Record<string, Cell>)[word] ?? null))],
  }
  const decision = readRoster([sheet], { branches, today })
  if (!decision.allowed) throw new Error(decision.text)
  return decision.value
}
const said = (person: Sheetful) => rosterOf(person).problems.map(({ column, kind, severity }) => `${column} ${kind} ${severity}`)
const first = (person: Sheetful) => rosterOf(person).rows[0]!

describe('ID numbers', () => {
  test.each([
    ['11010519491231002X', { bornOn: '1949-12-31', sex: 'female', division: '110105' }],
    ['440524188001010014', { bornOn: '1880-01-01', sex: 'male', division: '440524' }],
  ])('%s of the standard is good', (number, facts) => expect(readResidentId(number)).toEqual({ valid: true, facts }))

  test.each([
    ['110105194912310021', 'check-digit'],
    ['1101051949123100', 'id-length'],
    ['11010519491231 02X', 'id-form'],
    [idOf('2001-02-30', '201'), 'id-birth'],
  ])('%s: %s', (number, fault) => expect(readResidentId(number)).toEqual({ valid: false, fault }))

  test('any one digit mistyped is found', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const number = good.公民身份号码
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)
        expect(readResidentId(wrong)).toMatchObject({ valid: false })
      }),
    )
  })

  const small = idOf('2001-05-03', '209')
  test.each<[string, Sheetful, string[]]>([
    ['stored as a number', { 公民身份号码: 449901200105032000 }, ['公民身份号码 digits-lost error']],
    ['stored as a number and saved as text', { 公民身份号码: '4.49901E+17' }, ['公民身份号码 digits-lost error']],
    ['with spaces and an apostrophe', { 公民身份号码: `' ${good.公民身份号码.slice(0, 6)} ${good.公民身份号码.slice(6)}` }, []],
    ['of fifteen digits', { 公民身份号码: '449901010503201' }, ['公民身份号码 id-length error']],
    [
      'whose division is not known',
      { 公民身份号码: `99${small.slice(2, 17)}${checkDigitOf(`99${small.slice(2, 17)}`)}` },
      ['公民身份号码 id-division warning'],
    ],
    ['of a Hong Kong permit, the type not said', { 公民身份号码: 'H12345678' }, ['公民身份号码 id-type-guessed warning']],
    ['of a Hong Kong permit, the type said', { 证件类型: '港澳居民来往内地通行证', 公民身份号码: 'H12345678' }, []],
    ['that does not fit its type', { 证件类型: '护照', 公民身份号码: '1234' }, ['公民身份号码 id-form error']],
  ])('a number %s', (_, person, problems) => expect(said(person)).toEqual(problems))

  test('a trailing x becomes X, in the open', () => {
    const number = '44990119990701204X'
    const { rows, repairs } = rosterOf({ 公民身份号码: number.toLowerCase(), 出生日期: '1999-07-01', 性别: '女' })
    expect(rows[0]!.idNumber).toBe(number)
    expect(repairs).toMatchObject([{ kind: 'upper-x', after: number }])
  })

  test('a bad number is not held against sex and birth date', () => {
    expect(said({ 公民身份号码: `${good.公民身份号码.slice(0, 17)}?`, 性别: '女', 出生日期: '1999-01-01' })).toEqual([
      '公民身份号码 id-form error',
    ])
  })
})

describe('names', () => {
  test.each([
    ['阿依古丽•买买提', '阿依古丽·买买提', []],
    ['阿依古丽‧买买提', '阿依古丽·买买提', []],
    ['阿依古丽・买买提', '阿依古丽·买买提', []],
    ['阿依古丽.买买提', '阿依古丽·买买提', []],
    ['阿依古丽 · 买买提', '阿依古丽·买买提', []],
    [' 㛃 明 ', '㛃明', []],
    ['林一\u200b', '林一', []],
    ['𠮷田雨', '𠮷田雨', []],
    ['John  Smith', 'John Smith', []],
    ['林?', '', ['姓名 lost-character error']],
    ['林\ue000', '', ['姓名 lost-character error']],
    ['林一（大）', '林一（大）', ['姓名 name-form warning']],
    ['林', '林', ['姓名 name-form warning']],
  ])('%j is %j', (written, name, problems) => {
    expect(first({ 姓名: written }).name).toBe(name)
    expect(said({ 姓名: written })).toEqual(problems)
  })
})

describe('codes', () => {
  test('56 ethnic groups, 其他 and 外籍', () => expect(ethnicGroups).toHaveLength(58))

  test.each([
    ['汉', '01', 1],
    ['汉族', '01', 0],
    ['基诺族', '56', 0],
    ['土家', '15', 1],
    ['外籍', '98', 0],
  ])('民族 %s is %s', (written, code, repairs) => {
    const check = rosterOf({ 民族: written })
    expect([check.rows[0]!.ethnicGroup, check.repairs.length]).toEqual([code, repairs])
  })

  test.each<[string, Cell, string | null, string[], number]>([
    ['正式', '2022-05-20', 'full', [], 0],
    ['正式党员', '2022-05-20', 'full', [], 1],
    ['中共党员', '2022-05-20', 'full', [], 1],
    ['中共党员', null, 'full', ['党员类别 membership-to-confirm warning'], 1],
    ['正式', null, 'full', ['党员类别 confirmation-missing warning'], 0],
    ['中共预备党员', null, 'probationary', [], 1],
    ['预备', '2023-05-20', 'probationary', [], 0], // the day the probation ends may lie ahead
    ['正式', '2023-05-19', 'full', ['转正时间 in-future error'], 0],
    ['正式', '2023-05-18', 'full', [], 0],
    ['共青团员', null, null, ['党员类别 unknown-code error'], 0],
  ])('党员类别 %s with 转正时间 %s is %s', (written, confirmedOn, code, problems, repairs) => {
    const check = rosterOf({ 党员类别: written, 转正时间: confirmedOn })
    expect(check.rows[0]!.membership).toBe(code)
    expect(check.problems.map(({ column, kind, severity }) => `${column} ${kind} ${severity}`)).toEqual(problems)
    expect(check.repairs).toHaveLength(repairs)
  })

  test.each([
    ['硕士研究生', '工学硕士', 'master', 'master'],
    ['大学本科', '文学学士学位', 'bachelor', 'bachelor'],
    ['大专', '无', 'associate', 'none'],
  ])('%s, %s', (education, degree, ...codes) => {
    const row = first({ 学历层次: education, 学位: degree })
    expect([row.education, row.degree]).toEqual(codes)
  })
})

describe('days', () => {
  test.each<[string, Sheetful, string[]]>([
    ['18 on the day of joining', { 入党时间: '2019-05-03' }, []],
    ['18 on the day after', { 入党时间: '2019-05-02' }, ['入党时间 joined-under-18 error']],
    ['joined today', { 入党时间: '2023-05-18', 党员类别: '预备', 转正时间: null }, []],
    ['joining tomorrow', { 入党时间: '2023-05-19', 党员类别: '预备', 转正时间: null }, ['入党时间 in-future error']],
    ['confirmed before joining', { 转正时间: '2021-05-19' }, ['转正时间 confirmed-before-joined error']],
    ['joined in a month without a day', { 入党时间: '2021.5' }, ['入党时间 day-missing error']],
    ['joined on a day that is none', { 入党时间: '2021.11.31' }, ['入党时间 no-such-day error']],
    ['born on another day than the ID number says', { 出生日期: '2001-05-04' }, ['出生日期 birth-against-id error']],
    ['of another sex than the ID number says', { 性别: '女' }, ['性别 sex-against-id error']],
  ])('%s', (_, person, problems) => expect(said(person)).toEqual(problems))

  test.each<[Cell, string | null, string[]]>([
    ['2001.5', '2001-05-03', ['day-from-id']],
    [2001.5, '2001-05-03', ['day-from-id']],
    ['2001年5月', '2001-05-03', ['day-from-id']],
    ['2001.6', null, []],
  ])('a birth month %j is completed from the ID number: %s', (written, bornOn, repairs) => {
    const check = rosterOf({ 出生日期: written })
    expect([check.rows[0]!.bornOn, check.repairs.map(repair => repair.kind)]).toEqual([bornOn, repairs])
  })

  test('2001.1 as a number may be October', () => {
    expect(first({ 出生日期: 2001.1, 公民身份号码: idOf('2001-10-07', '201') }).bornOn).toBe('2001-10-07')
    expect(first({ 出生日期: '2001.1', 公民身份号码: idOf('2001-10-07', '201') }).bornOn).toBeNull()
  })
})

describe('phones and contacts', () => {
  test.each<[Cell, string | null]>([
    [13800138000, '13800138000'],
    ['138 0013 8000', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['+86 13800138000', '13800138000'],
    ['1380013800', null],
    ['12800138000', null],
    ['13800138000/13900139000', null],
    ['1.38001E+10', null],
  ])('手机 %j is %s', (written, phone) => {
    expect(first({ 手机: written }).phone).toBe(phone)
    expect(said({ 手机: written })).toEqual(phone ? [] : ['手机 phone error'])
  })

  test.each([
    ['谭某18394125413', { name: '谭某', phone: '18394125413', relation: null }],
    ['谭某（母亲）18394125413', { name: '谭某', phone: '18394125413', relation: '母亲' }],
    ['父亲 谭某 0668-1234567', { name: '谭某', phone: '0668-1234567', relation: '父亲' }],
  ])('紧急联系人及电话 %s', (written, contact) => expect(first({ 紧急联系人及电话: written }).secondContact).toEqual(contact))

  test('three columns: the second 联系电话 is the contact’s', () => {
    const row = first({ 紧急联系人: '谭某', 联系电话: '18394125413', 与本人关系: '母亲' })
    expect([row.phone, row.secondContact]).toEqual(['13800138000', { name: '谭某', phone: '18394125413', relation: '母亲' }])
  })
})

describe('branches', () => {
  test.each<[string, string | null, string | undefined]>([
    ['英语第一党支部', '英语第一党支部', undefined],
    ['英语 第一党支部', '英语第一党支部', undefined],
    ['外国语学院党总支英语第一党支部', '英语第一党支部', undefined],
    ['中共英语第一党支部委员会', '英语第一党支部', undefined],
    ['英语一支部', null, '英语第一党支部'],
    ['英语第一党支步', null, '英语第一党支部'],
    ['商务英语第一党支部', null, '英语第一党支部'],
    ['离退休支部', null, undefined],
  ])('%s', (written, branch, suggestion) => {
    const { rows, problems } = rosterOf({ 党支部: written })
    expect([rows[0]!.branch, problems[0]?.suggestion]).toEqual([branch, suggestion])
  })

  test('an importer with one branch need not name it; another must', () => {
    const rows: Cell[][] = [
      ['学号', '姓名'],
      ['2019020001', '林一'],
    ]
    const sheet = { name: '名册', hidden: false, merges: [], rows }
    const own = readRoster([sheet], { branches, scope: ['日语党支部'], today })
    expect(own.allowed && own.value.rows[0]!.branch).toBe('日语党支部')
    expect(readRoster([sheet], { branches, today })).toMatchObject({ allowed: false, reason: 'columns-missing' })
  })
})

test('duplicates are marked on the later row only, and a wrong number is no duplicate', () => {
  const { problems } = rosterOf({}, { 姓名: '吴二' }, { 学号: '2019020003', 公民身份号码: '1' }, { 学号: '2019020004', 公民身份号码: '1' })
  expect(problems.map(({ row, kind }) => [row, kind])).toEqual([
    [3, 'duplicate-student-number'],
    [3, 'duplicate-id-number'],
    [4, 'id-length'],
    [5, 'duplicate-id-number'],
  ])
})

test.each([
  ['449901200108204673', '**************4673'],
  ['1234', '****'],
  ['', ''],
])('mask %s', (text, masked) => expect(maskIdNumber(text)).toBe(masked))
test.each([
  ['13800134471', '138****4471'],
  ['0668-1234567', '********4567'],
])('mask %s', (text, masked) => expect(maskPhone(text)).toBe(masked))

test('whatever stands in the cells, the roster answers', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant({ date: '2001-05-03' }),
  )
  const person = fc.record(
    Object.fromEntries(
      Object.keys(good).map(key => [key, fc.oneof({ weight: 2, arbitrary: fc.constant((good as Record<string, Cell>)[key]!) }, cell)]),
    ),
  )
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 5 }), people => {
      const check = rosterOf({}, ...people)
      for (const row of check.rows)
        expect(check.problems.some(({ row: at, severity }) => at === row.row && severity === 'error')).toBe(row.standing === 'wrong')
    }),
    { numRuns: 400 },
  )
})
