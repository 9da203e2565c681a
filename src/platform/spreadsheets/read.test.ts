import { readFileSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'
import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { limits, readWorkbook, SpreadsheetError } from './index.ts'

const example = (name: string) => new Uint8Array(readFileSync(`examples/2023/${name}`))
const utf8 = (text: string) => new TextEncoder().encode(text)
const rowsOf = async (bytes: Uint8Array, name = '名册.csv') => (await readWorkbook(bytes, name)).sheets[0]!.rows
const reasonOf = (bytes: Uint8Array, name = '名册.xlsx') =>
  readWorkbook(bytes, name).then(
    () => 'read',
    error => (error instanceof SpreadsheetError ? error.reason : String(error)),
  )
const legacy = (...sheets: { rows: unknown[][]; hidden?: boolean }[]) => {
  const book = utils.book_new()
  for (const [at, { rows }] of sheets.entries()) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), `表${at + 1}`)
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }))
}

describe('any office’s file', () => {
  test.each([
    ['roster-clean.xlsx', 'xlsx', 122],
    ['roster-messy.xlsx', 'xlsx', 72],
    ['roster-legacy.xls', 'xls', 46],
    ['roster-gbk.csv', 'csv', 81],
  ] as const)('%s is read as %s', async (name, format, rows) => {
    const book = await readWorkbook(example(name), '没有后缀')
    expect(book.format).toBe(format)
    expect(book.sheets[0]!.rows).toHaveLength(rows)
  })

  test('a hidden sheet is named but not read, merges and row numbers are kept', async () => {
    const { sheets } = await readWorkbook(example('roster-messy.xlsx'), '名册.xlsx')
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['Sheet1', false, 72],
      ['数据字典', true, 0],
    ])
    expect(sheets[0]!.merges).toContainEqual({ startRow: 0, startColumn: 0, endRow: 0, endColumn: 18 })
    expect(sheets[0]!.rows[4]!.slice(0, 6)).toEqual([1, '傅海', '女', '蒙古', '449901200007174401', { date: '2000-07-17' }])
  })

  test('an ID number stored as a number stays a number', async () => {
    const { sheets } = await readWorkbook(example('roster-messy.xlsx'), '名册.xlsx')
    expect(typeof sheets[0]!.rows[7]![4]).toBe('number')
  })

  const table = '姓名,学号\r\n林一,0123\r\n'
  test.each([
    ['UTF-8', utf8(table)],
    ['UTF-8 with BOM', utf8(`\uFEFF${table}`)],
    ['UTF-16 little endian', new Uint8Array(Buffer.from(`\uFEFF${table}`, 'utf16le'))],
    ['UTF-16 big endian', new Uint8Array(Buffer.from(`\uFEFF${table}`, 'utf16le').swap16())],
    [
      'GBK',
      new Uint8Array([
        0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd1, 0xa7, 0xba, 0xc5, 0x0d, 0x0a, 0xc1, 0xd6, 0xd2, 0xbb, 0x2c, 0x30, 0x31, 0x32, 0x33, 0x0d, 0x0a,
      ]),
    ],
    ['tabs for commas', utf8(table.replaceAll(',', '\t'))],
  ])('csv in %s, leading zeros kept', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      ['姓名', '学号'],
      ['林一', '0123'],
    ])
  })

  test('an old .xls: dates as dates, hidden sheets hidden', async () => {
    const { sheets } = await readWorkbook(
      legacy({ rows: [['字典']], hidden: true }, { rows: [['出生日期'], [new Date(Date.UTC(2001, 4, 3))]] }),
      '名册.xlsx',
    )
    expect(sheets.map(({ hidden, rows }) => [hidden, rows])).toEqual([
      [true, []],
      [false, [['出生日期'], [{ date: '2001-05-03' }]]],
    ])
  })

  test('rows that hold nothing are not counted, and end the sheet where the last filled one ends', async () => {
    const rows = [['姓名', '学号'], [null, null], ['林一', '1'], ...Array.from({ length: 60_000 }, () => ['', null])]
    expect(await rowsOf(await writeXlsx({ sheets: [{ name: '名册', rows }] }))).toHaveLength(3)
  })
})

const zipWith = (patch: (view: DataView, entry: number) => void) => {
  const bytes = example('roster-clean.xlsx')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) patch(view, at)
  return bytes
}

describe('a file that is not what it says', () => {
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['empty file', 'empty-file', () => new Uint8Array()],
    ['21 MB', 'too-large', () => new Uint8Array(21 * 1024 * 1024)],
    ['a letter saved as .xlsx', 'not-a-workbook', () => utf8('各党总支：\n请于5月20日前报送名册。\n组织部')],
    ['a web page saved as .xls', 'not-a-workbook', () => utf8('<html><table><tr><td>姓名,学号</td></tr></table></html>')],
    ['a picture', 'not-a-workbook', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
    ['noise', 'not-a-workbook', () => Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 251)],
    ['a zip of something else', 'unreadable', () => zipSync({ 'readme.txt': utf8('hello') })],
    ['cut in the middle', 'unreadable', () => example('roster-clean.xlsx').slice(0, 12_000)],
    ['an .xls cut in the middle', 'unreadable', () => example('roster-legacy.xls').slice(0, 9_000)],
    [
      'sizes that add up to more than 200 MB',
      'unpacked-too-large',
      () => zipWith((view, at) => view.setUint32(at + 24, 90 * 1024 * 1024, true)),
    ],
    ['a size of 4 GB', 'unpacked-too-large', () => zipWith((view, at) => view.setUint32(at + 24, 0xffffffff, true))],
    ['a size that is hidden', 'unreadable', () => zipWith((view, at) => view.setUint32(at + 24, 0, true))],
    ['a size that is a lie', 'unreadable', () => zipWith((view, at) => view.setUint32(at + 24, 100, true))],
    [
      '1,001 entries',
      'unpacked-too-large',
      () => zipSync(Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`${at}`, utf8('x')]))),
    ],
    [
      'a password',
      'encrypted',
      () => writeXlsx({ sheets: [{ name: 'a', rows: [['姓名']] }], encryption: { password: 'x', spinCount: 1_000 } }),
    ],
    ['nothing filled in', 'empty-workbook', () => writeXlsx({ sheets: [{ name: 'a', rows: [[null, '']] }] })],
    [
      'everything hidden',
      'empty-workbook',
      () =>
        writeXlsx({
          sheets: [
            { name: 'a', rows: [] },
            { name: 'b', rows: [['姓名']], hidden: true },
          ],
        }),
    ],
    ['a csv of blank lines', 'empty-workbook', () => utf8('\r\n\r\n  \r\n')],
    ['more people than a roster has, and the lines around them', 'too-many-rows', () => utf8('姓名,学号\n'.repeat(limits.rows + 1))],
  ])('%s: %s', async (_, reason, bytes) => expect(await reasonOf(await bytes())).toBe(reason))

  test('50,000 rows are read', async () => expect(await reasonOf(utf8('姓名,学号\n'.repeat(50_000)))).toBe('read'))
})
