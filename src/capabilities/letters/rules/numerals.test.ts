import { expect, test } from 'vitest'
import { capitalDays, capitalMonth, writtenDays, writtenMonth } from './numerals.ts'

test.each([
  [1, '壹'],
  [9, '玖'],
  [10, '壹拾'],
  [11, '壹拾壹'],
  [15, '壹拾伍'],
  [20, '贰拾'],
  [30, '叁拾'],
  [45, '肆拾伍'],
  [60, '陆拾'],
  [89, '捌拾玖'],
  [90, '玖拾'],
  [100, '壹佰'],
  [105, '壹佰零伍'],
  [110, '壹佰壹拾'],
  [180, '壹佰捌拾'],
  [999, '玖佰玖拾玖'],
])('%i days are written %s', (days, expected) => {
  expect(capitalDays(days)).toBe(expected)
})

test('no two lengths of validity are written alike', () => {
  const written = Array.from({ length: 365 }, (_, before) => capitalDays(before + 1))
  expect(new Set(written).size).toBe(365)
})

test.each([
  ['2023-06', '贰零贰叁', '陆'],
  ['2023-01', '贰零贰叁', '壹'],
  ['2020-10', '贰零贰零', '壹拾'],
  ['2024-11', '贰零贰肆', '壹拾壹'],
  ['2019-12', '贰零壹玖', '壹拾贰'],
])('dues paid to %s are written %s 年 %s 月', (month, year, written) => {
  expect(capitalMonth(month)).toEqual({ year, month: written })
})

test('a school that writes digits gets digits', () => {
  expect(writtenDays(90, 'digits')).toBe('90')
  expect(writtenMonth('2023-06', 'digits')).toEqual({ year: '2023', month: '6' })
  expect(writtenDays(90, 'capital')).toBe('玖拾')
  expect(writtenMonth('2023-06', 'capital')).toEqual({ year: '贰零贰叁', month: '陆' })
})
