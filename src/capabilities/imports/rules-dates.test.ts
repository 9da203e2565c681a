import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDay } from '../../kernel/day.ts'
import { type Cell, dayFrom, readDate, readMonth } from './rules.ts'

const shown = (cell: Cell) => {
  const date = readDate(cell)
  return date.is === 'day' ? date.day : date.is === 'month' ? `${date.month}${date.unclear ? '?' : ''}` : date.is
}

describe('how offices write a day', () => {
  test.each<[Cell, string]>([
    ['2001-05-03', '2001-05-03'],
    ['2001.05.03', '2001-05-03'],
    ['2001.5.3', '2001-05-03'],
    ['2001/5/3', '2001-05-03'],
    ['2001年5月3日', '2001-05-03'],
    ['2001 年 5 月 3 号', '2001-05-03'],
    ['20010503', '2001-05-03'],
    [20010503, '2001-05-03'],
    [37014, '2001-05-03'], // an Excel serial without its format
    ['37014', '2001-05-03'],
    [{ date: '2001-05-03' }, '2001-05-03'],
    ['2001-05-03 00:00:00', '2001-05-03'],
    ['2001-05-03T08:30:00', '2001-05-03'],
    ['2001、5、3', '2001-05-03'],
    ['2001.5', '2001-05'],
    [2001.5, '2001-05'],
    ['2001年5月', '2001-05'],
    ['200105', '2001-05'],
    ['2001.1', '2001-01'],
    [2001.1, '2001-01?'], // a number loses the zero of 2001.10
    [2001.11, '2001-11'],
    ['2022-11-31', 'no-such-day'],
    ['2001.13.5', 'no-such-day'],
    ['2001-02-29', 'no-such-day'],
    ['2000-02-29', '2000-02-29'],
    ['99.5.3', 'no-date'], // which century
    ['5/3/2001', 'no-date'], // May or March
    ['2001', 'no-date'],
    ['不详', 'no-date'],
    ['3001-05-03', 'no-date'],
    [5, 'no-date'],
    [true, 'no-date'],
  ])('%j is %s', (cell, expected) => expect(shown(cell)).toBe(expected))

  test('a day is one exactly when the calendar has it', () => {
    const part = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String)
    fc.assert(
      fc.property(part(1900, 2100), part(0, 13), part(0, 32), (year, month, date) => {
        const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
        expect(dayFrom(year, month, date)).toBe(isDay(text) ? text : null)
      }),
    )
  })

  test.each<[Cell, string | null, string[]]>([
    ['2023-05', '2023-05', []],
    ['2023.5', '2023-05', []],
    [{ date: '2023-05-01' }, '2023-05', []],
    [2023.1, '2023-01', ['month-unclear']],
    ['五月', null, ['no-date']],
  ])('a month: %j is %s', (cell, month, kinds) => {
    const reading = readMonth('党费交至')(cell as Exclude<Cell, null>)
    expect([reading.value, reading.problems?.map(problem => problem.kind) ?? []]).toEqual([month, kinds])
  })
})
