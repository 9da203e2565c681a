/** R3: files of every format with bytes and tags changed at random. QICHENG_TEST_MUTANTS=20000 tries so many of each kind. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { asOds } from './fixtures/sheets.ts'
import { markWorkbook, readWorkbook, SpreadsheetError, spreadsheetRefusalText } from './index.ts'

const asked = process.env.QICHENG_TEST_MUTANTS
const timeout = asked ? 6 * 3_600_000 : 60_000
const many = (usually: number) => ({ numRuns: asked ? Number(asked) : usually, ...(asked ? {} : { seed: 20_230_520 }) })

const example = (name: string) => new Uint8Array(readFileSync(`examples/2023/${name}`))
const fixture = (name: string) => new Uint8Array(readFileSync(`src/platform/spreadsheets/fixtures/${name}`))
const ods = () =>
  asOds({ rows: [['姓名', '学号', '生日'], ...Array.from({ length: 20 }, (_, at) => [`林${at}`, at, { date: '2001-05-03' }])] })

const sentences = Object.keys(spreadsheetRefusalText)
const endOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    error => {
      if (!(error instanceof SpreadsheetError)) throw error
      return error.reason
    },
  )
const marks = [
  { sheet: '名册', row: 4, column: 2, text: '请核对。' },
  { sheet: '名册', row: 9, column: 40, text: '请核对。' },
]
/** What was marked can be read, whenever the file itself could: nobody gets a broken workbook back. */
const checked = async (bytes: Uint8Array) => {
  const read = await endOf(readWorkbook(bytes, '名册.xlsx'))
  let marked: Uint8Array | null = null
  const written = await endOf(
    markWorkbook(bytes, marks).then(out => {
      marked = out
    }),
  )
  expect([...sentences, 'done']).toEqual(expect.arrayContaining([read, written]))
  if (marked && read === 'done') expect(await endOf(readWorkbook(marked, '名册.xlsx'))).toBe('done')
}

const bytesChanged = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 })
const mutated = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]) => {
  const copy = bytes.slice()
  for (const [at, byte] of changes) copy[at % copy.length] = byte
  return copy
}

describe('bytes changed at random', () => {
  const files: Record<string, Uint8Array> = {
    'roster-messy.xlsx': example('roster-messy.xlsx'),
    'wps.xlsx': fixture('wps.xlsx'),
    'table-and-charts.xlsx': fixture('table-and-charts.xlsx'),
    'roster-gbk.csv': example('roster-gbk.csv').subarray(0, 3_000),
    'an .ods': ods(),
  }
  test.each(Object.keys(files))('%s', { timeout }, async name => {
    await fc.assert(
      fc.asyncProperty(bytesChanged, changes => checked(mutated(files[name]!, changes))),
      many(100),
    )
  })

  test('an old .xls', { timeout }, async () => {
    const bytes = example('roster-legacy.xls')
    await fc.assert(
      // A change that makes the reader loop costs the whole time it is given, and is tried elsewhere.
      fc.asyncProperty(bytesChanged, async changes => void (await endOf(readWorkbook(mutated(bytes, changes), '名册.xls')))),
      many(100),
    )
  })
})

describe('parts written otherwise at random', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '/',
    '&#',
    '&x;',
    '<!--',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE x>',
    '<?x?>',
    '</row>',
    '</c>',
    '<row r="1">',
    '<row>',
    '<c r="XFD1048576"/>',
    '<c><v>1</v></c>',
    '</sheetData>',
    '<sheetData/>',
    's="99999"',
    'r="0"',
    '9999999999',
    '-1',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<x:row xmlns:x="x">',
    '\0',
    '\uFEFF',
    '<cellXfs/>',
    '<fills count="1"/>',
    '</comments>',
    '<comment ref="A1" authorId="9">',
    'rId1',
    '../',
    'count="0"',
  )
  const changes = fc.array(fc.tuple(fc.nat(), piece, fc.boolean()), { minLength: 1, maxLength: 6 })
  const rewritten = (text: string, put: readonly (readonly [number, string, boolean])[]) =>
    put.reduce((words, [place, signs, over]) => {
      const at = place % (words.length + 1)
      return words.slice(0, at) + signs + words.slice(at + (over ? signs.length : 0))
    }, text)

  test.each(['wps.xlsx', 'table-and-charts.xlsx', 'filter-and-colors.xlsx', 'libreoffice.xlsx'])('%s', { timeout }, async name => {
    const parts = unzipSync(fixture(name))
    const names = Object.keys(parts).filter(part => /\.(?:xml|rels|vml)$/.test(part) && !/theme|chart|docProps/.test(part))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), changes, (part, put) =>
        checked(zipSync({ ...parts, [part]: strToU8(rewritten(strFromU8(parts[part]!), put)) }, { level: 1 })),
      ),
      many(100),
    )
  })
})
