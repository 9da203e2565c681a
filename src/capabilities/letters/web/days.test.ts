import { expect, test } from 'vitest'
import { daysInWords, shortDay } from './days.ts'

test.each([
  ['2023-06-02', '6/2'],
  ['2022-12-31', '2022/12/31'],
])('%s is shown as %s in 2023', (day, shown) => {
  expect(shortDay(day, '2023-06-08')).toBe(shown)
})

test.each([
  ['expiring', 10, '剩 10 天'],
  ['expiring', 0, '今天到期'],
  ['expired', -1, '过 1 天'],
  ['handed-over', 60, null],
  ['received', -30, null],
  ['voided', 3, null],
] as const)('%s with %i days: %s', (standing, daysLeft, words) => {
  expect(daysInWords({ standing, daysLeft })).toBe(words)
})
