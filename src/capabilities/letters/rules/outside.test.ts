import { expect, test } from 'vitest'
import { DEFAULT_NUMBER_PATTERN, numberIn, sameNumber, willCome } from '../rules.ts'

const series = { pattern: DEFAULT_NUMBER_PATTERN, daizi: '岭示', year: 2023, next: 41 }

test.each<[text: string, year: number, number: number | null]>([
  ['岭示组介〔2023〕0040号', 2023, 40],
  ['岭示组介[2023] 0040号', 2023, 40],
  ['岭示组介（2023）40号', 2023, 40],
  ['岭示组介〔2022〕0040号', 2023, null],
  ['岭师组介〔2023〕0040号', 2023, null],
  ['2023-040', 2023, null],
])('%s in %i is number %s of the series', (text, year, number) => {
  expect(numberIn(text, series.pattern, { daizi: '岭示', year })).toBe(number)
})

test.each<[text: string, year: number, comes: boolean]>([
  ['岭示组介〔2023〕0040号', 2023, false], // given before, or by the paper ledger
  ['岭示组介〔2023〕0041号', 2023, true],
  ['岭示组介〔2022〕9999号', 2022, false], // that year gives none any more
  ['岭示组介〔2024〕0001号', 2024, true],
  ['手-41', 2023, false],
])('the series will come to %s: %s', (text, year, comes) => expect(willCome(text, year, series)).toBe(comes))

test('brackets, width and spaces make no other number', () => {
  expect(sameNumber('岭示组介〔２０２１〕 0040号')).toBe(sameNumber('岭示组介[2021]0040号'))
})
