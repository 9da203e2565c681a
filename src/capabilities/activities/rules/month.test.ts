import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { boundsOf, byDay, isMonth, type Month, monthBeside, monthOf, weekdayOf, weeksOf } from './month.ts'

const month = (text: string) => text as Month

describe('a month', () => {
  test.each([
    ['2023-06', true],
    ['2023-13', false],
    ['2023-6', false],
    ['2023-06-08', false],
    ['', false],
  ])('%j is one: %s', (text, is) => expect(isMonth(text)).toBe(is))

  test.each([
    ['2023-06', '2023-06-01', '2023-06-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2023-12', '2023-12-01', '2023-12-31'],
  ])('%s runs from %s to %s', (text, from, until) => expect(boundsOf(month(text))).toEqual({ from, until }))

  test.each([
    ['2023-12', 1, '2024-01'],
    ['2024-01', -1, '2023-12'],
    ['2023-06', 1, '2023-07'],
  ] as const)('%s and %i', (text, by, beside) => expect(monthBeside(month(text), by)).toBe(beside))

  test.each([
    ['2023-06-05', 0],
    ['2023-06-08', 3],
    ['2023-06-11', 6],
    ['1969-12-28', 6],
    ['2024-02-29', 3],
  ])('%s is weekday %i, from Monday', (on, weekday) => expect(weekdayOf(day(on))).toBe(weekday))

  test('begins on a Thursday: three empty places before it', () => {
    const weeks = weeksOf(monthOf(day('2023-06-08')))
    expect(weeks.length).toBe(5)
    expect(weeks[0]).toEqual([null, null, null, '2023-06-01', '2023-06-02', '2023-06-03', '2023-06-04'])
    expect(weeks[4]).toEqual(['2023-06-26', '2023-06-27', '2023-06-28', '2023-06-29', '2023-06-30', null, null])
  })
  test.each([
    ['2021-02', 4],
    ['2023-10', 6],
    ['2023-01', 6],
    ['2023-05', 5],
  ])('%s has %i weeks, each of seven places, each day once', (text, count) => {
    const weeks = weeksOf(month(text))
    expect([weeks.length, new Set(weeks.map(week => week.length))]).toEqual([count, new Set([7])])
    const days = weeks.flat().filter(on => on !== null)
    expect(new Set(days).size).toBe(Number(boundsOf(month(text)).until.slice(8)))
  })
})

test('a day’s own stand in the order of the day', () => {
  const rows = [
    { onDay: '2023-06-08', begins: '16:30' },
    { onDay: '2023-06-09', begins: '08:00' },
    { onDay: '2023-06-08', begins: '09:00' },
  ]
  expect([...byDay(rows)].map(([on, held]) => [on, held.map(({ begins }) => begins)])).toEqual([
    ['2023-06-09', ['08:00']],
    ['2023-06-08', ['09:00', '16:30']],
  ])
})
