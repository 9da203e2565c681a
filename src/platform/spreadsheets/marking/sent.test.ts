import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { openXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { differences } from '../fixtures/difference.ts'
import { type Mark, markWorkbook, readWorkbook, writeWorkbook } from '../index.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(`src/platform/spreadsheets/fixtures/${name}`))
const partsOf = (bytes: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
const sheetOf = async (bytes: Uint8Array) => (await openXlsx(bytes, { readStyles: true })).sheets[0]!
const rowsOf = async (bytes: Uint8Array) => (await readWorkbook(bytes, '名册.xlsx')).sheets[0]!.rows
/** Cells that hold nothing are the same whether they are there or not. */
const plain = (rows: readonly (readonly unknown[])[]) =>
  rows.map(row => JSON.stringify(row.map(cell => cell ?? '')).replace(/(?:,?"")*\]$/, ']'))

/** A pattern or a gradient does not come back: there is no room for it in a red cell. */
const solid = (cell: { style?: { fill?: unknown } } | undefined) => {
  const fill = cell?.style?.fill as { pattern?: string } | undefined
  return fill?.pattern === 'solid' ? fill : null
}

/** Two colored cells, an empty one, one with a note of the sender's, one with a formula or choice. */
const marksAt = (row: number): Mark[] => [
  { sheet: '名册', row, column: 2, text: '姓名与证件不符。' },
  { sheet: '名册', row, column: 4, text: '民族要写全称。' },
  { sheet: '名册', row: row + 2, column: 4, text: '民族要写“汉族”，不是 <汉> & 汉。' },
  { sheet: '名册', row: row + 1, column: 2, text: '姓名里有空格。' },
  { sheet: '名册', row: row + 4, column: 9, text: '“党支部”没有填写，请补上。' },
  { sheet: '名册', row: row + 2, column: 3, text: '性别与证件不符。' },
  { sheet: '名册', row: row + 12, column: 0, text: '这一行没有人。' },
]
const letter = (column: number) => String.fromCharCode(64 + column)
const refs = (marks: readonly Mark[]) => marks.filter(({ column }) => column > 0).map(({ row, column }) => `${letter(column)}${row}`)

const form = () =>
  writeWorkbook({
    name: '名册',
    title: '2023届毕业生党员名册',
    columns: ['学号', '姓名', '性别', '民族', '证件', '出生', '入党', '类别', '党支部'].map(header => ({ header, choices: ['男', '女'] })),
    rows: Array.from({ length: 8 }, (_, at) => [
      `201902000${at}`,
      '林一',
      '男',
      '汉',
      '1',
      '2001-05-03',
      '2021-05-20',
      '正式',
      at === 4 ? null : '日语党支部',
    ]),
    footer: '导出人 林老师',
  })

const sent: readonly [string, string, number, () => Uint8Array | Promise<Uint8Array>][] = [
  ['LibreOffice, with a table, notes, charts and hidden columns', 'xl/worksheets/sheet1.xml', 3, () => fixture('libreoffice.xlsx')],
  [
    'a program with charts, a picture, a table, data bars and print set-up',
    'xl/worksheets/sheet1.xml',
    3,
    () => fixture('table-and-charts.xlsx'),
  ],
  [
    'a program with theme colors, a filter and notes named otherwise',
    'xl/worksheets/sheet1.xml',
    2,
    () => fixture('filter-and-colors.xlsx'),
  ],
  ['WPS, with its own namespaces and parts', 'xl/worksheets/sheet1.xml', 2, () => fixture('wps.xlsx')],
  ['ourselves', 'xl/worksheets/sheet1.xml', 2, form],
]

describe.each(sent)('a workbook written by %s', (_, sheet, header, open) => {
  const marks = marksAt(header + 2)

  test('comes back with nothing changed but the marks', async () => {
    const before = await open()
    expect(differences(before, await markWorkbook(before, marks), { sheet, refs: refs(marks), column: 'J' })).toEqual([])
  })

  test('reads as before, with the column of problems', async () => {
    const before = await open()
    const [was, is] = [await rowsOf(before), await rowsOf(await markWorkbook(before, marks))]
    expect(plain(is.map(row => row.slice(0, 9))).slice(0, was.length)).toEqual(plain(was))
    expect(is[header - 1]![9]).toBe('问题')
    expect(is[header + 1]![9]).toBe('姓名与证件不符。\n民族要写全称。')
    expect(is[header + 3]![9]).toBe('民族要写“汉族”，不是 <汉> & 汉。\n性别与证件不符。')
    expect(is[header + 13]![9]).toBe('这一行没有人。')
    expect(is.filter(row => row[9]).length).toBe(6)
  })

  test('shows each mark: red, in the cell’s own form, with a note', async () => {
    const before = await open()
    const [was, is] = [await sheetOf(before), await sheetOf(await markWorkbook(before, marks))]
    for (const { row, column, text } of marks) {
      if (column === 0) continue
      const key = `${row - 1},${column - 1}`
      const [old, cell] = [was.cells?.get(key), is.cells!.get(key)!]
      expect(cell.style!.fill).toMatchObject({ type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CD' } })
      if (old?.style) expect({ ...cell.style, fill: null }).toEqual({ ...old.style, fill: null })
      expect(cell.comment!.text).toBe(old?.comment ? `${old.comment.text}\n【启程】${text}` : `【启程】${text}`)
    }
    for (const [key, { comment }] of was.cells ?? []) if (comment) expect(is.cells!.get(key)!.comment!.text).toContain(comment.text)
  })

  test('marked again: only the new marks, what was mended has its earlier form, nothing piles up', async () => {
    const before = await open()
    const next: Mark[] = [{ sheet: '名册', row: header + 2, column: 4, text: '乙。' }]
    const again = await markWorkbook(await markWorkbook(before, marks), next)
    const once = await markWorkbook(before, next)
    expect(plain(await rowsOf(again))).toEqual(plain(await rowsOf(once)))
    const [first, second] = [await sheetOf(once), await sheetOf(again)]
    for (const [key, cell] of second.cells!) {
      const other = first.cells!.get(key)
      expect(solid(cell), key).toEqual(solid(other))
      expect(cell.comment?.text ?? null, key).toBe(other?.comment?.text ?? null)
    }
  })

  test('marked again and again: no larger than after the second time', async () => {
    const twice = await markWorkbook(await markWorkbook(await open(), marks), marks)
    expect(partsOf(await markWorkbook(await markWorkbook(twice, marks.slice(0, 2)), marks))).toEqual(partsOf(twice))
  })

  test('with nothing wrong any more: the column is gone, and no cell is red', async () => {
    const before = await open()
    const clean = await markWorkbook(await markWorkbook(before, marks), [])
    expect(plain(await rowsOf(clean))).toEqual(plain(await rowsOf(before)))
    const { cells } = await sheetOf(clean)
    expect([...cells!.values()].filter(({ comment }) => comment?.text.includes('启程'))).toEqual([])
    expect([...cells!.values()].filter(({ style }) => JSON.stringify(style?.fill ?? null).includes('FFC7CD'))).toEqual([])
  })
})

describe('a mark', () => {
  const fill = async (bytes: Uint8Array, key: string) => (await sheetOf(bytes)).cells!.get(key)!.style!.fill

  test('takes the color of a cell, and gives it back', async () => {
    const before = fixture('filter-and-colors.xlsx')
    const [yellow, pale] = [await fill(before, '2,1'), await fill(before, '4,3')]
    const marked = await markWorkbook(before, marksAt(3))
    expect([await fill(marked, '2,1'), await fill(marked, '4,3')]).not.toContainEqual(yellow)
    const mended = await markWorkbook(marked, [])
    expect([await fill(mended, '2,1'), await fill(mended, '4,3')]).toMatchObject([
      { fgColor: (yellow as { fgColor: object }).fgColor },
      { fgColor: (pale as { fgColor: object }).fgColor },
    ])
    // The formats that the cells had are still there, under their numbers.
    const format = (bytes: Uint8Array) => /<c r="B3" s="(\d+)"/.exec(partsOf(bytes)['xl/worksheets/sheet1.xml']!)![1]
    expect(format(mended)).toBe(format(before))
  })

  test('made by a program that writes colors of its own making: the cell is white', async () => {
    const marked = partsOf(await markWorkbook(fixture('filter-and-colors.xlsx'), marksAt(3)))
    const styles = marked['xl/styles.xml']!.replaceAll(/(<fgColor rgb="FFFFC7CD"\/>)<bgColor [^>]*>/g, '$1<bgColor rgb="FFD9D9D9"/>')
    const saved = zipSync(
      Object.fromEntries(Object.entries({ ...marked, 'xl/styles.xml': styles }).map(([name, text]) => [name, strToU8(text)])),
    )
    const mended = await sheetOf(await markWorkbook(saved, []))
    expect(mended.cells!.get('2,1')!.style!.fill ?? null).toBeNull()
  })

  test('in a merged block is shown where the block is seen, once', async () => {
    const marks = [1, 5, 9].map(column => ({ sheet: '名册', row: 1, column, text: '标题不对。' }))
    const { cells } = await sheetOf(await markWorkbook(fixture('wps.xlsx'), marks))
    expect(cells!.get('0,0')!.comment!.text).toBe('【启程】标题不对。')
    expect(cells!.get('0,4')?.comment).toBeUndefined()
  })

  test('stands right of a table, a filter and what is filled; its column is shown where others are hidden', async () => {
    const parts = partsOf(await markWorkbook(fixture('table-and-charts.xlsx'), marksAt(4)))
    const sheet = parts['xl/worksheets/sheet1.xml']!
    expect(sheet).toContain('<c r="J3" ')
    expect(/<cols>.*<\/cols>/.exec(sheet)![0]).toContain('<col min="10" max="10" width="48" customWidth="1"/><col min="11" max="16384"')
    expect(parts['xl/tables/table1.xml']).toContain('ref="A3:I11"')
  })

  test('beyond the sheet is none', async () => {
    const before = fixture('wps.xlsx')
    const beyond = [
      { sheet: '名册', row: 0, column: 1, text: '甲' },
      { sheet: '名册', row: 1_048_577, column: 1, text: '乙' },
      { sheet: '名册', row: 1, column: 16_385, text: '丙' },
      { sheet: '别的表', row: 1, column: 1, text: '丁' },
    ]
    expect(partsOf(await markWorkbook(before, beyond))).toEqual(partsOf(before))
  })

  test('cannot be run', async () => {
    const rows = await rowsOf(
      await markWorkbook(fixture('wps.xlsx'), [{ sheet: '名册', row: 3, column: 1, text: '=HYPERLINK("http://x")' }]),
    )
    expect(rows[2]![9]).toBe('\'=HYPERLINK("http://x")')
  })
})

test('10,000 rows of 28 columns with 2,000 marks', async () => {
  const columns = Array.from({ length: 28 }, (_, at) => ({ header: `第${at}列` }))
  const big = await writeWorkbook({
    name: '名册',
    columns,
    rows: Array.from({ length: 10_000 }, (_, row) => columns.map((_, at) => (at % 4 ? `内容${row}` : row))),
  })
  const marks = Array.from({ length: 2_000 }, (_, at) => ({
    sheet: '名册',
    row: 2 + at * 5,
    column: 1 + (at % 28),
    text: `第${at}处不对。`,
  }))
  const rows = await rowsOf(await markWorkbook(big, marks))
  expect(rows.filter(row => row[28]).map(row => row[28])).toEqual(['问题', ...marks.map(({ text }) => text)])
})
