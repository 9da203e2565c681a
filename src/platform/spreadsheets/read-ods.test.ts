import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { limits, markWorkbook, readWorkbook, SpreadsheetError } from './index.ts'

const sample = () => new Uint8Array(readFileSync('src/platform/spreadsheets/fixtures/roster-messy.ods'))
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet'

type Parts = { kind?: string; styles?: string; more?: Record<string, string> }
/** An OpenDocument file around these sheets. */
const ods = (sheets: string, { kind = SPREADSHEET, styles = '', more = {} }: Parts = {}): Uint8Array =>
  zipSync({
    mimetype: [strToU8(kind), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`,
    ),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  })
const table = (rows: string, attributes = '') => `<table:table table:name="名册" ${attributes}>${rows}</table:table>`
const row = (cells: string, repeat = 1) => `<table:table-row table:number-rows-repeated="${repeat}">${cells}</table:table-row>`
const text = (words: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${words}</text:p></table:table-cell>`
const typed = (type: string, attributes: string, shown: string) =>
  `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${shown}</text:p></table:table-cell>`
const columns = (repeat: number) => `table:number-columns-repeated="${repeat}"`

const rowsOf = async (bytes: Uint8Array) => (await readWorkbook(bytes, '名册.xlsx')).sheets[0]!.rows
const cellOf = async (cell: string) => (await rowsOf(ods(table(row(cell + text('末'))))))[0]![0]
const reasonOf = (bytes: Uint8Array) =>
  readWorkbook(bytes, '名册.ods').then(
    () => 'read',
    error => (error instanceof SpreadsheetError ? error.reason : String(error)),
  )

describe('a roster that LibreOffice saved as .ods', () => {
  test('reads as its .xlsx does, but for the digits that LibreOffice shows', async () => {
    const from = await readWorkbook(sample(), '没有后缀')
    const first = await readWorkbook(new Uint8Array(readFileSync('examples/2023/roster-messy.xlsx')), '名册.xlsx')
    const plain = (rows: unknown[][]) =>
      rows.map(cells =>
        cells
          .map(cell => (cell === '' ? null : cell))
          .join('|')
          .replace(/\|+$/, ''),
      )
    const [xlsx, read] = [plain(first.sheets[0]!.rows), plain(from.sheets[0]!.rows)]
    expect(from.format).toBe('ods')
    expect(read.filter((line, at) => line !== xlsx[at])).toHaveLength(1)
    expect(typeof from.sheets[0]!.rows[7]![4]).toBe('number')
    expect(from.sheets[0]!.merges).toEqual(first.sheets[0]!.merges)
    expect(from.sheets[0]!.rows[4]!.slice(0, 6)).toEqual([1, '傅海', '女', '蒙古', '449901200007174401', { date: '2000-07-17' }])
    expect(from.sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['Sheet1', false, 72],
      ['数据字典', true, 0],
    ])
  })

  test('comes back marked as .xlsx', async () => {
    const { format, sheets } = await readWorkbook(
      await markWorkbook(sample(), [{ sheet: 'Sheet1', row: 8, column: 5, text: '末几位已经丢失' }]),
      '名册.xlsx',
    )
    expect(format).toBe('xlsx')
    expect(sheets[0]!.rows[7]!.at(-1)).toBe('末几位已经丢失')
    expect(sheets[0]!.rows[4]![5]).toEqual({ date: '2000-07-17' })
  })
})

describe('a cell', () => {
  test.each<[string, string, unknown]>([
    ['text, its signs and spaces', text('甲&amp;乙&#x20;<text:s text:c="2"/>丙'), '甲&乙   丙'],
    ['two paragraphs', text('一</text:p><text:p>二'), '一\n二'],
    ['spans inside', text('<text:span>软</text:span>件'), '软件'],
    [
      'a note on it is not its text',
      `${text('林一').replace('<text:p>', '<office:annotation><text:p>核</text:p></office:annotation><text:p>')}`,
      '林一',
    ],
    ['a number', typed('float', 'office:value="4.49901199903114E+017"', '449901'), 449901199903114000],
    ['a number that is none', typed('float', 'office:value="x"', '见附件'), '见附件'],
    ['a day, whatever it shows', typed('date', 'office:date-value="2001-05-03"', '5/3'), { date: '2001-05-03' }],
    ['a day with its hour', typed('date', 'office:date-value="2001-05-03T23:30:00"', '5/3'), { date: '2001-05-03' }],
    ['a day that is none', typed('date', 'office:date-value="2001-13-40"', '2001-13-40'), '2001-13-40'],
    ['a tick', typed('boolean', 'office:boolean-value="true"', 'TRUE'), true],
    ['an empty one', '<table:table-cell/>', null],
  ])('%s', async (_, cell, value) => expect(await cellOf(cell)).toEqual(value))

  test('stands where it stood: repeated cells and rows, headings of groups, merges', async () => {
    const { sheets } = await readWorkbook(
      ods(
        table(
          `<table:table-header-rows>${row(`${text('名册', 'table:number-columns-spanned="3" table:number-rows-spanned="1"')}<table:covered-table-cell ${columns(2)}/>`)}</table:table-header-rows>${
            row(`<table:table-cell ${columns(16_384)}/>`, 2) + row(`${text('甲', columns(2))}<table:table-cell/>${text('乙')}`, 2)
          }`,
        ),
      ),
      '名册.ods',
    )
    expect(sheets[0]!.rows).toEqual([['名册'], [], [], ['甲', '甲', null, '乙'], ['甲', '甲', null, '乙']])
    expect(sheets[0]!.merges).toEqual([{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 2 }])
  })
})

describe('a file that would become more than it is', () => {
  const most = limits.rows
  test.each<[string, string, () => Uint8Array]>([
    ['50,000 filled rows', 'read', () => ods(table(row(text('甲'), most)))],
    ['a filled row too many', 'too-many-rows', () => ods(table(row(text('甲'), most + 1)))],
    ['a row repeated a billion times', 'too-many-rows', () => ods(table(row(text('甲'), 1_000_000_000)))],
    ['empty rows to the last, as a formatted sheet has', 'read', () => ods(table(row(text('甲')) + row('<table:table-cell/>', 1_048_575)))],
    ['a row below the last', 'unpacked-too-large', () => ods(table(row('<table:table-cell/>', 1_048_576) + row(text('甲'))))],
    ['a cell repeated a billion times', 'read', () => ods(table(row(text('甲', columns(1_000_000_000)))))],
    ['rows and cells repeated', 'unpacked-too-large', () => ods(table(row(text('甲', columns(500)), most)))],
    ['a long text repeated', 'unpacked-too-large', () => ods(table(row(text('甲'.repeat(20_000)), most)))],
    ['spaces by the billion', 'read', () => ods(table(row(text('甲<text:s text:c="1000000000"/>'))))],
    [
      'merges over merges',
      'unpacked-too-large',
      () => ods(table(row(text('甲', 'table:number-rows-spanned="1048576" table:number-columns-spanned="9"')))),
    ],
    [
      'nothing but a hidden sheet',
      'empty-workbook',
      () =>
        ods(table(row(text('甲')), 'table:style-name="ta2"'), {
          styles: '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
        }),
    ],
    ['a letter of the same office', 'not-a-workbook', () => ods('', { kind: 'application/vnd.oasis.opendocument.text' })],
    [
      'a password',
      'encrypted',
      () => ods('', { more: { 'META-INF/manifest.xml': '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' } }),
    ],
    ['a password of newer LibreOffice', 'encrypted', () => ods('', { more: { 'encrypted-package': 'x' } })],
    ['no sheets in it', 'unreadable', () => zipSync({ mimetype: [strToU8(SPREADSHEET), { level: 0 }] })],
    ['a tag that is never closed', 'unreadable', () => ods('<table:table table:name="名册">')],
    ['a tag cut off', 'unreadable', () => ods('<table:table table:name="名册')],
    ['cut in the middle', 'unreadable', () => sample().slice(0, 6_000)],
  ])('%s: %s', async (_, reason, bytes) => expect(await reasonOf(bytes())).toBe(reason))

  test('a size that is a lie, or none', async () => {
    for (const size of [100, 0, 0xffffffff]) {
      const bytes = sample()
      const view = new DataView(bytes.buffer)
      for (let at = 0; at < bytes.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
      expect(await reasonOf(bytes)).toMatch(/^(?:unreadable|unpacked-too-large)$/)
    }
  })

  test('written otherwise at random: a reason or a reading, nothing else', { timeout: 60_000 }, async () => {
    const content = strFromU8(unzipSync(sample())['content.xml']!)
    const put = fc.tuple(
      fc.nat(content.length),
      fc.constantFrom('<', '>', '"', '/', '&#', '</table:table-row>', '<table:table>', '9999999'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(put, { minLength: 1, maxLength: 8 }), async changes => {
        const xml = changes.reduce((text, [at, signs]) => text.slice(0, at) + signs + text.slice(at + signs.length), content)
        const bytes = zipSync({ mimetype: [strToU8(SPREADSHEET), { level: 0 }], 'content.xml': strToU8(xml) }, { level: 1 })
        expect(await reasonOf(bytes)).toMatch(/^(?:read|unreadable|too-many-rows|unpacked-too-large|empty-workbook)$/)
      }),
      { numRuns: 100, seed: 20_230_520 },
    )
  })
})
