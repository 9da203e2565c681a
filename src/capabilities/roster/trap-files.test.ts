/** Each import trap of an office's roster as the file that brings it: bytes in, checked roster out. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { asCsv, asOds, asXls, asXlsx, type Encoding, encodings, type Sent } from '../../platform/spreadsheets/fixtures/sheets.ts'
import { type Cell, markWorkbook, readWorkbook } from '../../platform/spreadsheets/index.ts'
import { checkDigitOf, readRoster } from './rules.ts'

const branches = ['英语第一党支部', '英语第二党支部', '日语党支部']
const today = day('2023-05-18')
const idOf = (born: string, order: string) => {
  const first17 = `449901${born.replaceAll('-', '')}${order}`
  return first17 + checkDigitOf(first17)
}
const ID = idOf('2001-05-03', '201')
const good = {
  学号: '2019020001',
  姓名: '林一',
  性别: '男',
  民族: '汉族',
  出生日期: '2001-05-03',
  公民身份号码: ID,
  学历层次: '本科',
  院系: '外国语学院',
  专业: '英语',
  党支部: '英语第一党支部',
  入党时间: '2021-05-20',
  转正时间: '2022-05-20',
  党员类别: '正式',
  手机: '13800138000',
} satisfies Record<string, Cell>
type Person = Partial<Record<keyof typeof good | (string & {}), Cell>>
const wu: Person = { 学号: '2019020002', 姓名: '吴二', 公民身份号码: idOf('2001-05-03', '222'), 性别: '女' }

/** Header and rows of these people; whatever somebody lacks is as in the good one. */
const tableOf = (...people: Person[]): Cell[][] => {
  const rows = people.map(person => ({ ...good, ...person }) as Record<string, Cell>)
  const header = [...new Set(rows.flatMap(row => Object.keys(row)))]
  return [header, ...rows.map(row => header.map(word => row[word] ?? null))]
}

const rosterOf = async (bytes: Uint8Array | Promise<Uint8Array>, name = '名册.xlsx') => {
  const { sheets } = await readWorkbook(await bytes, name)
  const decision = readRoster(sheets, { branches, today })
  if (!decision.allowed) throw new Error(decision.text)
  const { rows, problems, repairs, skipped, table } = decision.value
  return {
    rows,
    repairs,
    table,
    names: rows.map(row => row.name),
    said: problems.map(({ row, column, kind, severity }) => `${row} ${column} ${kind} ${severity}`),
    mended: repairs.map(({ row, column, kind, after }) => `${row} ${column} ${kind} ${after}`),
    passed: skipped.map(({ row, reason }) => `${row} ${reason}`),
  }
}
const over = (startRow: number, startColumn: number, endRow: number, endColumn: number) => ({ startRow, startColumn, endRow, endColumn })
const width = Object.keys(good).length

const formats: Record<string, (sent: Sent) => Uint8Array | Promise<Uint8Array>> = {
  '.xlsx': asXlsx,
  '.xls': asXls,
  '.ods': asOds,
  'GBK .csv': ({ rows }) => asCsv(rows, 'GBK or GB18030'),
  'UTF-16 text with tabs': ({ rows }) => asCsv(rows, 'UTF-16 LE', '\t'),
}
const keeping = Object.fromEntries(Object.entries(formats).slice(0, 3))

describe.each(Object.entries(formats))('%s', (_, make) => {
  const read = (rows: Cell[][]) => rosterOf(make({ rows }))
  const [header, lin] = tableOf({}) as [Cell[], Cell[]]

  test('a good row is good', async () => {
    const { rows, said, mended } = await read(tableOf({}))
    expect(rows[0]).toMatchObject({ name: '林一', idNumber: ID, bornOn: '2001-05-03', joinedOn: '2021-05-20', phone: '13800138000' })
    expect([said, mended]).toEqual([[], []])
  })

  test('title rows above the header', async () => {
    const { table, names } = await read([
      ['2023届毕业生党员名册'],
      ['填报单位：外国语学院党总支', null, '填报日期：2023年5月'],
      [],
      header,
      lin,
    ])
    expect([table.headerRow, names]).toEqual([4, ['林一']])
  })

  test('header words in other order, with spaces, line breaks, stars and remarks', async () => {
    const words: Record<string, string> = {
      姓名: '姓  名',
      公民身份号码: '身份证\n号码*',
      出生日期: '出生年月（如2001-05-03）',
      党支部: ' 所在党支部 ',
    }
    const { said, rows } = await read([header.map(word => words[String(word)] ?? word).toReversed(), lin.toReversed()])
    expect(said).toEqual([])
    expect(rows[0]).toMatchObject({ name: '林一', idNumber: ID, branch: '英语第一党支部' })
  })

  test('blank rows inside, a sum and a signature below', async () => {
    const [, , second] = tableOf({}, wu) as [Cell[], Cell[], Cell[]]
    const { names, passed } = await read([header, lin, [], second, ['合计', 2], ['填表人：王某', null, '审核人：李某']])
    expect(names).toEqual(['林一', '吴二'])
    expect(passed).toEqual(['3 blank', '5 sum', '6 note'])
  })

  test('an instruction row below the header', async () => {
    const { names, passed } = await read([header, header.map(word => `${word}必填`), lin])
    expect([names, passed]).toEqual([['林一'], ['2 instruction']])
  })

  test.each<[string, Person, object, string[], string[]]>([
    [
      'a trailing x',
      { 公民身份号码: '44990119990701204x', 出生日期: '1999-07-01', 性别: '女' },
      { idNumber: '44990119990701204X' },
      [],
      ['upper-x'],
    ],
    ['full-width digits', { 手机: '１３８００１３８０００' }, { phone: '13800138000' }, [], ['full-width']],
    ['spaces and an apostrophe', { 公民身份号码: `' ${ID.slice(0, 6)} ${ID.slice(6)}` }, { idNumber: ID }, [], ['spaces']],
    ['zero-width marks', { 姓名: '\u200b林一\ufeff' }, { name: '林一' }, [], ['spaces']],
    ['spaces at the end', { 姓名: '林一　 ' }, { name: '林一' }, [], ['spaces']],
    ['a dot for a dot', { 姓名: '阿依古丽•买买提' }, { name: '阿依古丽·买买提' }, [], ['name-dot']],
    ['a rare character of Ext-A', { 姓名: '㛃明' }, { name: '㛃明' }, [], []],
    ['a rare character of Ext-B', { 姓名: '𠮷田雨' }, { name: '𠮷田雨' }, [], []],
    ['汉 for 汉族', { 民族: '汉' }, { ethnicGroup: '01' }, [], ['full-name']],
    ['正式党员 for 正式', { 党员类别: '正式党员' }, { membership: 'full' }, [], ['full-name']],
    [
      '中共党员 without a day of 转正',
      { 党员类别: '中共党员', 转正时间: null },
      { membership: 'full' },
      ['2 党员类别 membership-to-confirm warning'],
      ['full-name'],
    ],
    ['a month alone', { 出生日期: '2001.5' }, { bornOn: '2001-05-03' }, [], ['day-from-id']],
    ['a day with dots', { 入党时间: '2021.05.20' }, { joinedOn: '2021-05-20' }, [], ['date-form']],
    ['a day with slashes', { 入党时间: '2021/5/20' }, { joinedOn: '2021-05-20' }, [], ['date-form']],
    ['a day in Chinese', { 入党时间: '2021年5月20日' }, { joinedOn: '2021-05-20' }, [], ['date-form']],
    ['a month in Chinese', { 出生日期: '2001年5月' }, { bornOn: '2001-05-03' }, [], ['day-from-id']],
    ['a day of eight digits', { 入党时间: '20210520' }, { joinedOn: '2021-05-20' }, [], ['date-form']],
    ['a day as a bare serial', { 入党时间: 44_336 }, { joinedOn: '2021-05-20' }, [], ['date-form']],
    ['a day as a date', { 入党时间: { date: '2021-05-20' } }, { joinedOn: '2021-05-20' }, [], []],
    ['a branch nearly right', { 党支部: '英语一支部' }, { branch: null }, ['2 党支部 unknown-branch error'], []],
    ['a phone as a number', { 手机: 13_800_138_000 }, { phone: '13800138000' }, [], []],
  ])('%s', async (_trap, person, row, said, kinds) => {
    const found = await read(tableOf(person))
    expect(found.rows[0]).toMatchObject(row)
    expect([found.said, found.repairs.map(({ kind }) => kind)]).toEqual([said, kinds])
  })

  test('the same number twice in the file', async () => {
    expect((await read(tableOf({}, { 姓名: '吴二' }))).said).toEqual([
      '3 学号 duplicate-student-number error',
      '3 公民身份号码 duplicate-id-number error',
    ])
  })
})

describe.each(Object.entries(keeping))('%s keeps more than text', (_, make) => {
  const [header, lin] = tableOf({}) as [Cell[], Cell[]]

  test('an ID number stored as a number has lost its digits', async () => {
    const { said } = await rosterOf(make({ rows: tableOf({ 公民身份号码: 449901200105032000 }) }))
    expect(said).toEqual(['2 公民身份号码 digits-lost error'])
  })

  test('a merged title, and words merged downwards over a header of two rows', async () => {
    const contact: Cell[] = [...header, '备用联系人', null]
    const second: Cell[] = [...header.map(() => null), '姓名', '电话']
    const merges = [over(0, 0, 0, width + 1), ...header.map((_word, column) => over(1, column, 2, column)), over(1, width, 1, width + 1)]
    const rows = [['2023届毕业生党员名册'], contact, second, [...lin, '谭某', '18394125413']]
    const {
      table,
      rows: [first],
    } = await rosterOf(make({ rows, merges }))
    expect(table.headerRow).toBe(3)
    expect([first!.name, first!.secondContact]).toEqual(['林一', { name: '谭某', phone: '18394125413', relation: null }])
  })

  test('one cell over many rows', async () => {
    const rows = tableOf({}, { ...wu, 党支部: null })
    const at = header.indexOf('党支部')
    const { rows: people, mended } = await rosterOf(make({ rows, merges: [over(1, at, 2, at)] }))
    expect(people.map(({ branch }) => branch)).toEqual(['英语第一党支部', '英语第一党支部'])
    expect(mended).toEqual(['3 党支部 merged-cell 英语第一党支部'])
  })
})

test.each([
  ['.xlsx', asXlsx],
  ['.xls', asXls],
  ['.ods', asOds],
] as const)('%s: hidden sheets before the roster are passed over', async (_, make) => {
  const hidden = { name: '去年', rows: tableOf({ 姓名: '旧人' }), hidden: true }
  expect((await rosterOf(make(hidden, { name: '今年', rows: tableOf({}) }))).names).toEqual(['林一'])
})

describe('a column that holds several things', () => {
  const contact = { name: '谭某', phone: '18394125413', relation: '父亲' }
  test.each<[string, string, typeof contact | object]>([
    ['备用联系人/电话/关系', '谭某 18394125413 父亲', contact],
    ['紧急联系人及电话', '谭某18394125413', { ...contact, relation: null }],
    ['紧急联系人及联系方式', '谭某（父亲）：183-9412-5413', contact],
    ['家长姓名及电话', '父亲谭某 +86 18394125413', contact],
    ['紧急联系人（姓名、电话、关系）', '姓名：谭某；电话：183 9412 5413；关系：父亲', contact],
    ['备用联系人及电话、关系', '谭某\n18394125413\n父亲', contact],
    ['紧急联系人和电话', '谭某 0668-1234567', { name: '谭某', phone: '0668-1234567', relation: null }],
  ])('%s: %j', async (header, written, expected) => {
    for (const make of [asXlsx, asXls, asOds] as const) {
      const { rows, repairs, said } = await rosterOf(make({ rows: tableOf({ [header]: written }) }))
      expect(rows[0]!.secondContact).toEqual(expected)
      expect(rows[0]!.phone).toBe('13800138000')
      expect(said).toEqual([])
      expect(repairs).toMatchObject([
        { kind: 'split', before: written, after: Object.values(rows[0]!.secondContact!).filter(Boolean).join('，') },
      ])
    }
  })

  test.each<[string, object, string[]]>([
    ['谭某，18394125413，父亲', contact, []],
    ['谭某', { name: '谭某', phone: null, relation: null }, []],
    ['谭某18394125413/13900139000', { name: '谭某', phone: '18394125413', relation: null }, ['phone']],
    ['谭某1839412541', { name: null, phone: null, relation: null }, ['phone']],
  ])('%s is not taken apart in silence', async (written, expected, kinds) => {
    const { rows, repairs, table } = await rosterOf(asXlsx({ rows: tableOf({ 紧急联系人及电话: written }) }))
    expect(rows[0]!.secondContact ?? { name: null, phone: null, relation: null }).toEqual(expected)
    expect(repairs).toEqual([])
    expect(table.problems.map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('whatever the file is called and whoever wrote it', () => {
  const wps = () => new Uint8Array(readFileSync('src/platform/spreadsheets/fixtures/wps.xlsx'))

  test.each(['名册.xlsx', '名册.et', '名册.wps', '名册.csv', '名册'])('a WPS file named %s', async name => {
    const { names } = await rosterOf(wps(), name)
    expect(names).toEqual(['林一', '吴二', '阿依古丽·买买提', '郑四', '王五', '钱六', '孙七', '李八'])
  })

  test.each(['libreoffice.xlsx', 'table-and-charts.xlsx', 'filter-and-colors.xlsx'])('%s', async name => {
    const { names } = await rosterOf(new Uint8Array(readFileSync(`src/platform/spreadsheets/fixtures/${name}`)))
    expect(names).toHaveLength(8)
  })

  test.each(Object.keys(encodings) as Encoding[])('text in %s, separated by semicolons', async encoding => {
    const { names, said } = await rosterOf(asCsv(tableOf({ 姓名: '𠮷㛃' }, wu), encoding, ';'), '名册.txt')
    expect([names, said]).toEqual([['𠮷㛃', '吴二'], []])
  })

  test('a marked workbook comes back: its column of problems is nobody’s, and what was mended is mended', async () => {
    const rows = tableOf({ 民族: '大汉' }, wu)
    const wrong = await asXlsx({ rows })
    const before = await rosterOf(wrong)
    const marks = before.table.problems.map(({ row, position, text }) => ({ sheet: '名册', row, column: position, text }))
    const again = await rosterOf(markWorkbook(wrong, marks))
    expect(before.said).toEqual(['2 民族 unknown-code error'])
    expect(again.said).toEqual(before.said)
    expect(again.rows).toEqual(before.rows)
    expect(again.table.columns.at(-1)).toMatchObject({ header: '问题', field: null })
  })
})
