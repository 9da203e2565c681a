import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { type Filling, fillWorkbook, lookAtTemplate, readWorkbook } from './index.ts'

/** 附件1 with title, two-row header, three lines, sum, signatures, seal and logo; as two programs wrote it. */
const fixture = (name: string) => new Uint8Array(readFileSync(`src/platform/spreadsheets/fixtures/form-${name}.xlsx`))
const writers = ['otherwise', 'libreoffice'] as const

const person = (at: number) => [at + 1, `2019${at}`, `林${at}`, '男', at % 2 ? '预备党员' : '正式党员', '英语第一党支部']
const filling = (count: number, more: Partial<Filling> = {}): Filling => ({
  sheet: '附件1',
  first: 5,
  until: 8,
  example: false,
  positions: [1, 2, 3, 4, 5, 6],
  rows: Array.from({ length: count }, (_, at) => person(at)),
  single: [
    { row: 1, column: 1, text: '2023届毕业生党员名册' },
    { row: 2, column: 3, text: '外国语学院党总支' },
    { row: 9, column: 1, text: '填表人：林慧敏' },
  ],
  ...more,
})
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, true)]))
const sheetOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
const bookOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['xl/workbook.xml']!)
const filled = (row: readonly unknown[] = []) => row.filter(cell => cell !== null && cell !== '')

describe.each(writers)('a form written by %s', name => {
  const template = fixture(name)

  test('names its places', async () => {
    expect(await lookAtTemplate(template)).toEqual({
      names: [
        { name: '填报单位', sheet: '附件1', row: 2, column: 3 },
        { name: '签字', sheet: '附件1', row: 9, column: 4 },
      ],
      hasMacros: false,
    })
  })

  test.each([0, 1, 3, 10_000])('filled with %i people', async count => {
    const bytes = await fillWorkbook(template, filling(count))
    const { rows, merges } = (await readWorkbook(bytes, 'x.xlsx')).sheets[0]!
    expect(filled(rows[0])).toEqual(['2023届毕业生党员名册'])
    expect(filled(rows[1])).toEqual(expect.arrayContaining(['外国语学院党总支']))
    expect(rows[2]!.slice(0, 3)).toEqual(['序号', '学号', '姓名'])
    for (const at of [0, 1, count - 1]) if (at >= 0 && at < count) expect(rows[4 + at]!.slice(0, 6)).toEqual(person(at))
    const below = 7 + Math.max(0, count - 3)
    expect(rows[below]![0]).toBe('合计')
    expect(filled(rows[below + 1])).toEqual(['填表人：林慧敏', '党总支书记（签字）：'])
    expect(merges.filter(({ startRow }) => startRow === below + 1)).toHaveLength(2)
    expect(bookOf(bytes)).toMatch(new RegExp(`'?附件1'?!\\$D\\$${below + 2}<`))
    expect(bookOf(bytes)).toMatch(new RegExp(`!\\$A\\$1:\\$I\\$${below + 3}<`))
    expect(bookOf(bytes)).toContain('!$1:$4<')
  })

  test('rules, sums, breaks and the seal go along; the logo stays', async () => {
    const before = sheetOf(template)
    const after = sheetOf(await fillWorkbook(template, filling(10)))
    expect(before).toContain('sqref="E5:E7"')
    for (const text of ['sqref="E5:E14"', 'sqref="D5:D14"', 'sqref="C15"', 'COUNTA(C5:C14)', '$C$15&gt;100']) expect(after).toContain(text)
    expect(after).toMatch(/\$E\$5:\$E\$14,/)
    expect(after).toMatch(/<rowBreaks.*id="15"/)
    const drawing = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['xl/drawings/drawing1.xml']!)
    const anchors = (bytes: Uint8Array) => [...drawing(bytes).matchAll(/<(?:xdr:)?from>.*?row>(\d+)</gs)].map(([, row]) => Number(row))
    expect(anchors(template)).toEqual([0, 8])
    expect(anchors(await fillWorkbook(template, filling(10)))).toEqual([0, 15])
  })

  test('a row put in looks like the first', async () => {
    const [sheet] = (await readXlsx(await fillWorkbook(template, filling(6)), { readStyles: true })).sheets
    for (const column of [0, 1, 8]) expect(sheet!.cells!.get(`9,${column}`)!.style).toEqual(sheet!.cells!.get(`4,${column}`)!.style)
    expect(sheet!.rowDefs!.get(9)!.height).toBe(27)
  })

  test('everything else is the template, bit by bit', async () => {
    const [before, after] = [partsOf(template), partsOf(await fillWorkbook(template, filling(20)))]
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort())
    const changed = Object.keys(before).filter(part => before[part] !== after[part])
    expect(changed.sort()).toEqual(['xl/drawings/drawing1.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    const few = partsOf(await fillWorkbook(template, filling(2)))
    expect(Object.keys(before).filter(part => before[part] !== few[part] && part !== 'xl/workbook.xml')).toEqual([
      'xl/worksheets/sheet1.xml',
    ])
  })

  test('the foot of each page says who took it out, beside what it said', async () => {
    const after = sheetOf(await fillWorkbook(template, filling(1, { footer: '林慧敏 导出 A&B' })))
    expect(after).toMatch(/<oddFooter>&amp;C(?:[^<]*)第 &amp;P 页\n林慧敏 导出 A&amp;&amp;B<\/oddFooter>/)
  })

  test('what could be run is made harmless', async () => {
    const rows = [[1, '=HYPERLINK("http://x")', '+1', '@x', '-', '\t=1']]
    const { sheets } = await readWorkbook(await fillWorkbook(template, filling(0, { rows })), 'x.xlsx')
    expect(sheets[0]!.rows[4]!.slice(1, 6)).toEqual(['\'=HYPERLINK("http://x")', "'+1", "'@x", "'-", "'\t=1"])
  })

  test('an example row gives way', async () => {
    const once = await fillWorkbook(template, filling(1))
    const none = (await readWorkbook(await fillWorkbook(once, filling(0, { example: true })), 'x')).sheets[0]!.rows[4]
    expect(filled(none)).toEqual([])
  })
})

test.each([
  ['a file that is none', new Uint8Array([1, 2, 3]), 'not-a-workbook'],
  ['an old .xls', new Uint8Array(readFileSync('examples/2023/roster-legacy.xls')), 'not-a-workbook'],
  ['nothing', new Uint8Array(), 'empty-file'],
])('%s is no template', async (_, bytes, reason) => {
  await expect(lookAtTemplate(bytes)).rejects.toMatchObject({ reason })
})
