import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { openXlsx, readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { type FormSheet, harmless, markWorkbook, readWorkbook, writeWorkbook } from './index.ts'

const form: FormSheet = {
  name: '名册',
  title: '2023届毕业生党员名册',
  above: ['填报单位：外国语学院党总支'],
  columns: [
    { header: '序号' },
    { header: '姓名', align: 'left' },
    { header: '公民身份号码', width: 22 },
    { header: '性别', choices: ['男', '女'] },
  ],
  rows: [
    [1, '林一', '449901200108204673', '男'],
    [2, '=HYPERLINK("http://x")', null, ''],
  ],
  below: ['注：本表由党总支填写'],
  footer: '导出人 林老师',
}

describe('an official form', () => {
  test('comes back as it was written, formulas made harmless', async () => {
    const { sheets } = await readWorkbook(await writeWorkbook(form), '名册.xlsx')
    expect(sheets[0]!.rows.map(row => row.filter(cell => cell !== null && cell !== ''))).toEqual([
      ['2023届毕业生党员名册'],
      ['填报单位：外国语学院党总支'],
      ['序号', '姓名', '公民身份号码', '性别'],
      [1, '林一', '449901200108204673', '男'],
      [2, '\'=HYPERLINK("http://x")'],
      ['注：本表由党总支填写'],
    ])
    expect(sheets[0]!.merges.map(merge => merge.startRow)).toEqual([0, 1, 5])
  })

  test('prints on A4 landscape, one page wide, its header on every page; text stays text', async () => {
    const [sheet] = (await readXlsx(await writeWorkbook(form), { readStyles: true })).sheets
    expect(sheet!.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
    expect(sheet!.pageSetup!.printTitlesRow).toMatch(/^\$?3:\$?3$/)
    expect(sheet!.cells!.get('3,2')!.style).toMatchObject({
      numFmt: '@',
      border: { top: { style: 'thin' } },
      alignment: { wrapText: true },
    })
    expect(sheet!.cells!.get('0,0')!.style!.font).toMatchObject({ bold: true, size: 16 })
    expect(sheet!.cells!.get('2,1')!.style!.font).toMatchObject({ bold: true })
    expect(sheet!.dataValidations![0]).toMatchObject({ type: 'list', values: ['男', '女'] })
  })

  test('of many rows is the same, row by row, and what stands below comes after them', async () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => [at + 1, `林${at}`, '449901200108204673', at % 2 ? '男' : '=1'])
    const bytes = await writeWorkbook({ ...form, rows })
    const read = (await readWorkbook(bytes, '名册.xlsx')).sheets[0]!.rows
    expect(read.length).toBe(3 + 2_000 + 1)
    expect([read[3], read[2_002], read[2_003]!.filter(Boolean)]).toEqual([
      [1, '林0', '449901200108204673', "'=1"],
      [2_000, '林1999', '449901200108204673', '男'],
      form.below,
    ])
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets
    expect(sheet!.cells!.get('1500,2')!.style).toEqual(sheet!.cells!.get('3,2')!.style)
    expect(sheet!.pageSetup!.printTitlesRow).toMatch(/^\$?3:\$?3$/)
    expect(sheet!.merges!.some(({ startRow }) => startRow === 2_003)).toBe(true)
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+8613800138000', "'+8613800138000"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1', "'＝1"],
    ['林一', '林一'],
    ['2023-05', '2023-05'],
    ['', ''],
  ])('harmless(%j) is %j', (text, safe) => expect(harmless(text)).toBe(safe))

  test('any text survives writing and reading', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(text => /^[\p{L}\p{N}][\p{L}\p{N} ]*$/u.test(text))
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async words => {
        const { sheets } = await readWorkbook(
          await writeWorkbook({ name: 'x', columns: words.map(header => ({ header })), rows: [words] }),
          'x',
        )
        expect(sheets[0]!.rows).toEqual([words, words])
      }),
      { numRuns: 25 },
    )
  })
})

const example = (name: string) => new Uint8Array(readFileSync(`examples/2023/${name}`))

describe('the sender’s workbook with marks', () => {
  test('has a red cell with a note, a column of problems at the right, and everything it had', async () => {
    const before = (await openXlsx(example('roster-messy.xlsx'), { readStyles: true })).sheets
    const marks = [
      { sheet: 'Sheet1', row: 22, column: 3, text: '性别与证件不符' },
      { sheet: 'Sheet1', row: 22, column: 4, text: '民族不在表里' },
    ]
    const after = (await openXlsx(await markWorkbook(example('roster-messy.xlsx'), marks), { readStyles: true })).sheets
    const sheet = after[0]!
    expect(sheet.cells!.get('21,2')).toMatchObject({
      value: '男',
      comment: { text: '【启程】性别与证件不符' },
      style: { fill: { type: 'pattern', pattern: 'solid' } },
    })
    expect(sheet.rows[3]![19]).toBe('问题')
    expect(sheet.rows[21]![19]).toBe('性别与证件不符\n民族不在表里')
    expect(after.map(({ name, hidden }) => [name, hidden])).toEqual(before.map(({ name, hidden }) => [name, hidden]))
    expect(sheet.merges).toEqual(before[0]!.merges)
    expect(sheet.rows.map(row => row.slice(0, 19))).toEqual(before[0]!.rows.map(row => row.slice(0, 19)))
  })

  test('marked again, shows only the new marks in the same column', async () => {
    const once = await markWorkbook(example('roster-messy.xlsx'), [{ sheet: 'Sheet1', row: 22, column: 3, text: '甲' }])
    const twice = await markWorkbook(once, [{ sheet: 'Sheet1', row: 24, column: 6, text: '乙' }])
    const sheet = (await openXlsx(twice, { readStyles: true })).sheets[0]!
    expect(sheet.cells!.get('21,2')?.comment).toBeUndefined()
    expect([sheet.rows[3]![19], sheet.rows[21]![19] || null, sheet.rows[23]![19]]).toEqual(['问题', null, '乙'])
    expect(Math.max(...sheet.rows.map(row => row.length))).toBe(20)
  })

  test.each([
    ['roster-legacy.xls', '名册', 9],
    ['roster-gbk.csv', '任意', 9],
  ])('%s comes back as .xlsx', async (name, sheet, column) => {
    const marked = await markWorkbook(example(name), [{ sheet, row: 5, column, text: '请核对' }])
    const [read] = (await openXlsx(marked, { readStyles: true })).sheets
    expect(read!.cells!.get('4,8')!.comment!.text).toBe('【启程】请核对')
    expect([read!.rows[0]!.at(-1), read!.rows[4]!.at(-1)]).toEqual(['问题', '请核对'])
  })
})
