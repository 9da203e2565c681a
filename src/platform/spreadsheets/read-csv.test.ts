import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { asCsv, asOds, asXls, asXlsx, type Encoding, encodings, inGb18030 } from './fixtures/sheets.ts'
import { readWorkbook, SpreadsheetError } from './index.ts'

const rowsOf = async (bytes: Uint8Array, name = '名册.csv') => (await readWorkbook(bytes, name)).sheets[0]!.rows
const reasonOf = (bytes: Uint8Array, name = '名册.csv') =>
  readWorkbook(bytes, name).then(
    () => 'read',
    error => (error instanceof SpreadsheetError ? error.reason : String(error)),
  )
const names = Object.keys(encodings) as Encoding[]

const table = [
  ['姓名', '学号', '备注'],
  ['林一', '0123', '甲,乙;丙|丁\t戊'],
  ['㛃明', '0124', '他说“好”，"真的"'],
  ['𠮷田雨', '0125', '一\n二'],
]

describe('text of any office', () => {
  test.each(names.flatMap(encoding => [',', '\t', ';', '|'].map(separator => [encoding, separator] as const)))(
    '%s, separated by %j',
    async (encoding, separator) => {
      expect(await rowsOf(asCsv(table, encoding, separator), '没有后缀')).toEqual(table)
    },
  )

  test('GB18030 has bytes that its own decoder reads', () => {
    expect(Buffer.from(inGb18030('𠮷㛃䶮林')).toString('hex')).toBe('9534b2358230b731fe9fc1d6')
  })

  test.each(names)('%s: no character is cut at a border of buffers, wherever it falls', async encoding => {
    const long = Array.from({ length: 30_000 }, (_, at) => [`${'林𠮷'.repeat(at % 3)}一`, `${at}`])
    expect(await rowsOf(asCsv([['姓名', '学号'], ...long], encoding))).toEqual([['姓名', '学号'], ...long])
  })

  test('with a BOM twice, and line ends of all three kinds', async () => {
    expect(await rowsOf(encodings['UTF-8']('姓名,学号\r林一,1\n吴二,2\r\n'))).toEqual([
      ['姓名', '学号'],
      ['林一', '1'],
      ['吴二', '2'],
    ])
  })

  test.each([
    ['UTF-8', encodings['UTF-8'], -1],
    ['GBK', inGb18030, -1],
  ] as const)('%s, cut off in the middle of its last character: only that cell is damaged', async (_, encode, end) => {
    const rows = await rowsOf(encode(`姓名,学号\n${'林一,1\n'.repeat(30)}吴二,张`).slice(0, end))
    expect(rows.slice(0, 31).flat().join('')).not.toMatch(/\uFFFD/)
    expect(rows[31]).toEqual(['吴二', expect.stringMatching(/^.?\uFFFD?$/)])
  })

  test('that says how it is separated', async () => {
    expect(await rowsOf(encodings['UTF-8']('sep=|\r\n姓名|学号\r\n林,一|1\r\n'))).toEqual([
      ['姓名', '学号'],
      ['林,一', '1'],
    ])
  })

  test('with a quotation mark too many: no row is swallowed', async () => {
    expect(await rowsOf(encodings['UTF-8']('姓名,备注\n林一,"甲\n吴二,乙\n郑三,丙\n'))).toEqual([
      ['姓名', '备注'],
      ['林一', '"甲'],
      ['吴二', '乙'],
      ['郑三', '丙'],
    ])
  })

  test('any table survives any encoding', async () => {
    const word = fc.string({
      unit: fc.constantFrom('林', '㛃', '𠮷', '·', 'a', '1', ' ', ',', '"', '\n', '；'),
      minLength: 1,
      maxLength: 8,
    })
    const filled = word.filter(text => text.trim() === text && text !== '' && !/^"+$/.test(text))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(fc.tuple(filled, filled), { minLength: 3, maxLength: 12 }),
        async (encoding, rows) => {
          const all = [['姓名', '学号'], ...rows]
          expect(await rowsOf(asCsv(all, encoding))).toEqual(all)
        },
      ),
      { numRuns: 60, seed: 20_230_520 },
    )
  })
})

describe('text that is no table', () => {
  test.each<[string, string, string]>([
    ['a million and more of blank lines', 'too-many-rows', `姓名,学号\n林一,1\n${'\n'.repeat(1_100_000)}`],
    ['wider than any sheet', 'not-a-workbook', `姓名,学号\n林一,1\n${','.repeat(20_000)}`],
    ['a cell longer than any sheet’s', 'not-a-workbook', `姓名,学号\n林一,"${'长\n'.repeat(20_000)}"`],
  ])('%s: %s', async (_, reason, text) => expect(await reasonOf(encodings['UTF-8'](text))).toBe(reason))
})

describe('a file is what its bytes are, whatever it is called', () => {
  test('an .ods whose kind is not said first', async () => {
    const { mimetype, ...parts } = unzipSync(asOds({ rows: [['姓名'], ['林一']] }))
    expect((await readWorkbook(zipSync({ ...parts, mimetype: mimetype! }), '名册.xlsx')).format).toBe('ods')
  })

  const rows = [
    ['姓名', '学号'],
    ['林一', '1'],
  ]
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['名册.et', 'xls', () => asXls({ rows })],
    ['名册.et', 'xlsx', () => asXlsx({ rows })],
    ['名册.wps', 'xls', () => asXls({ rows })],
    ['名册.xls', 'xlsx', () => asXlsx({ rows })],
    ['名册.xlsx', 'xls', () => asXls({ rows })],
    ['名册.csv', 'ods', () => asOds({ rows })],
    ['名册.xlsx', 'csv', () => asCsv(rows)],
    ['名册.xls', 'csv', () => asCsv(rows, 'UTF-16 LE', '\t')],
    ['名册', 'xlsx', () => asXlsx({ rows })],
  ])('%s is read as %s', async (name, format, make) => {
    const book = await readWorkbook(await make(), name)
    expect([book.format, book.sheets[0]!.rows]).toEqual([format, rows])
  })
})
