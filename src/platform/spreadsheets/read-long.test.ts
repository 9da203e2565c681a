import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from './index.ts'
import { isLong, readLongSheets } from './read-long.ts'
import { readWhole } from './read-xlsx.ts'
import { limits } from './workbook.ts'

const ROWS = 9_000
const COLUMNS = 28

const line = (at: number) => [
  at % 7 === 0 ? null : `第 ${at} 行`,
  at,
  at % 2 === 0,
  new Date(Date.UTC(2001, at % 12, 1 + (at % 28))),
  at % 3 === 0 ? '' : '党支部 <一> & “二”',
  ...Array.from({ length: COLUMNS - 5 }, (_, column) => `值 ${at} ${column}`),
]
const book = (count: number) =>
  writeXlsx({
    sheets: [
      {
        name: '名册',
        rows: [['填报名册'], [], ['学号', '序号'], ...Array.from({ length: count }, (_, at) => (at % 50 === 49 ? [] : line(at)))],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 9 },
          { startRow: 9, startCol: 4, endRow: 28, endCol: 4 },
        ],
      },
      { name: '字典', hidden: true, rows: [['英语第一党支部']] },
      { name: '说明', rows: [['请按规范填写']] },
    ],
  })

describe('a long sheet', () => {
  test('is read row by row as it is read whole', async () => {
    const bytes = await book(ROWS)
    expect(isLong(bytes)).toBe(true)
    const [byRow, whole] = [await readLongSheets(bytes), await readWhole(bytes)]
    expect(byRow.map(({ name, hidden, merges }) => ({ name, hidden, merges }))).toEqual(
      whole.map(({ name, hidden, merges }) => ({ name, hidden, merges })),
    )
    expect(byRow[0]!.rows.length).toBe(whole[0]!.rows.length)
    // Empty cells at the end of a row are nothing.
    const filled = (rows: typeof whole) =>
      rows[0]!.rows.map(row => row.slice(0, row.findLastIndex(cell => cell !== null && cell !== '') + 1))
    expect(filled(byRow)).toEqual(filled(whole))
    expect(byRow[2]!.rows).toEqual(whole[2]!.rows)
  })

  test('comes out of its thread in parts, whole', async () => {
    const { sheets } = await readWorkbook(await book(ROWS), '名册.xlsx')
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['名册', ROWS + 2],
      ['字典', 0],
      ['说明', 1],
    ])
    expect(sheets[0]!.rows[ROWS + 1]![1]).toBe(ROWS - 2)
  })

  test('of too many rows is given up as soon as they are counted', async () => {
    const rows = Array.from({ length: limits.rows + 10 }, (_, at) => [`学号 ${at}`, `姓名 ${at}`, `党支部 ${at}`, `备注 ${at}`])
    await expect(readLongSheets(await writeXlsx({ sheets: [{ name: '名册', rows }] }))).rejects.toMatchObject({ reason: 'too-many-rows' })
  })

  test('short ones are read whole', async () => expect(isLong(await book(20))).toBe(false))
})
