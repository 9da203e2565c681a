import { expect, test } from 'vitest'
import { DEFAULT_NUMBER_PATTERN, isNumberPattern, letterNumber, seamNumber } from './number.ts'

test.each([
  [DEFAULT_NUMBER_PATTERN, '岭示', 40, '岭示组介〔2023〕0040号'],
  [DEFAULT_NUMBER_PATTERN, '岭示', 9999, '岭示组介〔2023〕9999号'],
  [DEFAULT_NUMBER_PATTERN, '岭示', 10000, '岭示组介〔2023〕10000号'],
  ['{代字}组字〔{YYYY}〕第{0}号', '岭示', 7, '岭示组字〔2023〕第7号'],
  ['{YYYY}{000000}', '岭示', 7, '2023000007'],
  [DEFAULT_NUMBER_PATTERN, '$&', 1, '$&组介〔2023〕0001号'],
])('%s for %s, letter %i: %s', (pattern, daizi, number, expected) => {
  expect(letterNumber(pattern, { daizi, year: 2023, number })).toBe(expected)
})

test.each([
  [DEFAULT_NUMBER_PATTERN, true],
  ['{YYYY}-{0}', true],
  ['{代字}{0000}号', false], // the same in two years
  ['{代字}〔{YYYY}〕号', false], // the same for every letter
  ['{YYYY}{0000}{00}', false],
  ['{YYYY}{0000}{院系}', false],
  ['', false],
])('%s can number letters: %s', (pattern, expected) => {
  expect(isNumberPattern(pattern)).toBe(expected)
})

test('the seam carries the number in the year', () => {
  expect(seamNumber(40)).toBe('第 0040 号')
})
