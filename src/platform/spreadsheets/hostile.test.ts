import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hostile } from './fixtures/hostile.ts'
import { asOds, asXls } from './fixtures/sheets.ts'
import { markWorkbook, readWorkbook, SpreadsheetError } from './index.ts'

const SECONDS = 5_000
/** Beyond what the server has at rest; the threads' own limit is below it. */
const MEMORY = 700 * 1024 * 1024

/** How a file ends, how long that took, and how much memory it took meanwhile. */
const tried = async (work: () => Promise<unknown>) => {
  const before = process.memoryUsage().rss
  let most = before
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 25)
  const start = performance.now()
  const end = await work().then(
    () => 'done',
    error => (error instanceof SpreadsheetError ? error.reason : String(error)),
  )
  clearInterval(watching)
  return { end, took: performance.now() - start, grew: most - before }
}
const marks = [{ sheet: '名册', row: 2, column: 1, text: '请核对。' }]

/** What reading and marking come to: most such files are only odd, and read as far as they are a table. */
const ends: Readonly<Record<keyof typeof hostile, readonly [read: string, marked: string]>> = {
  'a sheet of 40 MB of spaces': ['unpacked-too-large', 'unpacked-too-large'],
  'a zip in a zip in a zip': ['unreadable', 'unreadable'],
  'entries that share their bytes': ['unreadable', 'unreadable'],
  'names that climb out of the file': ['unreadable', 'unreadable'],
  'names that climb out the other way': ['unreadable', 'unreadable'],
  'entities that grow': ['done', 'unreadable'],
  'entities that grow, in the shared texts': ['done', 'unreadable'],
  'an entity from outside': ['done', 'unreadable'],
  'an attribute without end': ['done', 'done'],
  'a hundred thousand attributes': ['empty-workbook', 'done'],
  'quotation marks that never end': ['done', 'unreadable'],
  'tags that never end': ['empty-workbook', 'unreadable'],
  'comments that never end': ['unreadable', 'unreadable'],
  'elements within elements': ['empty-workbook', 'done'],
  'elements within elements, in the formats': ['done', 'done'],
  'two million empty rows': ['done', 'done'],
  'a million empty rows with their numbers': ['done', 'done'],
  'rows as wide as a sheet': ['unpacked-too-large', 'unpacked-too-large'],
  'rows wider than a sheet': ['done', 'done'],
  'the last cell of a sheet': ['done', 'done'],
  'a cell beyond the last': ['done', 'done'],
  'the last cell, many times': ['empty-workbook', 'done'],
  'a merge over the whole sheet, ten thousand times': ['unpacked-too-large', 'unreadable'],
  'spans and columns without measure': ['done', 'done'],
  'shared texts that are not there': ['done', 'done'],
  'formats that are not there': ['done', 'done'],
  'formulas that refer to each other': ['done', 'done'],
  'one long text in a million cells': ['unpacked-too-large', 'done'],
  'a merge down a column, a hundred thousand times': ['unpacked-too-large', 'done'],
  '.ods: an attribute without end': ['unreadable', 'unreadable'],
  '.ods: elements within elements': ['empty-workbook', 'empty-workbook'],
  '.ods: entities that grow': ['done', 'done'],
  '.ods: tags that never end': ['unreadable', 'unreadable'],
  'text of commas': ['not-a-workbook', 'not-a-workbook'],
  'text with a quotation mark that never ends': ['not-a-workbook', 'not-a-workbook'],
  'text of quotation marks': ['not-a-workbook', 'not-a-workbook'],
  'text of one line': ['not-a-workbook', 'not-a-workbook'],
  'text of line breaks': ['too-many-rows', 'too-many-rows'],
}

describe('a hostile file ends in a sentence, soon and within its bounds', () => {
  test('each is tried', () => expect(Object.keys(ends).sort()).toEqual(Object.keys(hostile).sort()))

  test.each(Object.entries(hostile))('%s', async (name, make) => {
    const bytes = make()
    for (const [at, work] of [() => readWorkbook(bytes, '名册.xlsx'), () => markWorkbook(bytes, marks)].entries()) {
      const { end, took, grew } = await tried(work)
      expect(end).toBe(ends[name]![at])
      expect(took).toBeLessThan(SECONDS)
      expect(grew).toBeLessThan(MEMORY)
    }
  })

  test('50 MB', async () => {
    const { end, took } = await tried(() => readWorkbook(new Uint8Array(50 * 1024 * 1024), '名册.xlsx'))
    expect([end, took < 100]).toEqual(['too-large', true])
  })

  test('an .xls with one byte changed keeps its reader busy for ever: given up', async () => {
    const bytes = new Uint8Array(readFileSync('examples/2023/roster-legacy.xls'))
    bytes[23_054] = 6
    const { end, took } = await tried(() => readWorkbook(bytes, '名册.xls'))
    expect(end).toBe('unreadable')
    expect(took).toBeLessThan(SECONDS)
  })

  test('nothing of the machine comes in by an entity, and no entity grows', async () => {
    for (const name of [
      'an entity from outside',
      'entities that grow',
      'entities that grow, in the shared texts',
      '.ods: entities that grow',
    ]) {
      const { sheets } = await readWorkbook(hostile[name]!(), '名册.xlsx')
      const texts = sheets[0]!.rows.flat().filter(cell => typeof cell === 'string')
      expect(texts.every(text => text.length < 20)).toBe(true)
      expect(texts.filter(text => !/^(?:姓名|学号|林一|1|&[am];)$/.test(text))).toEqual([])
    }
  })

  test.each([
    ['xls', asXls],
    ['ods', asOds],
  ] as const)('a formula of an .%s is never worked out: its last value is read', async (_, make) => {
    const { sheets } = await readWorkbook(
      make({
        rows: [
          ['姓名', '学号'],
          ['=HYPERLINK("http://x")', '+1'],
        ],
      }),
      '名册',
    )
    expect(sheets[0]!.rows[1]).toEqual(['=HYPERLINK("http://x")', '+1'])
  })

  test('others are served meanwhile', async () => {
    const slow = tried(() => readWorkbook(hostile['two million empty rows']!(), '名册.xlsx'))
    const { end } = await tried(() => readWorkbook(new TextEncoder().encode('姓名,学号\n林一,1\n'), '名册.csv'))
    expect([end, (await slow).end]).toEqual(['done', 'done'])
  })
})
