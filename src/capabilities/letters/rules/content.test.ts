import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { draftContent, freezeLetter, type LetterFacts, printedTexts } from './content.ts'
import { DEFAULT_NUMBER_PATTERN } from './number.ts'

const draft: LetterFacts = {
  pattern: DEFAULT_NUMBER_PATTERN,
  daizi: '岭示',
  numberInYear: 40,
  issuedOn: day('2023-06-02'),
  validDays: 90,
  numerals: 'capital',
  addressee: '中共杭州市委组织部',
  name: '欧阳静怡',
  sex: '女',
  born: day('2001-06-02'),
  ethnicGroup: '汉族',
  membership: '正式',
  idNumber: '449901200106020326',
  from: '中共岭南示范大学委员会',
  to: '之江远航科技股份有限公司党委',
  duesPaidTo: '2023-06',
  phone: '13800000000',
  committee: { name: '甲', receiptTo: '乙', address: '丙', phone: '1', fax: '2', postCode: '3' },
  receipt: null,
}

test('number, last day and age are frozen at issue, and the date of birth is left behind', () => {
  const letter = freezeLetter(draft)
  expect(letter).toMatchObject({ number: '岭示组介〔2023〕0040号', validUntil: '2023-08-31', age: 22 })
  expect(letter).not.toHaveProperty('born')
})

test('the age is that of the day of issue', () => {
  expect(freezeLetter({ ...draft, born: day('2001-06-03') }).age).toBe(21)
})

test('a sheet looked at before issue has no number and no code', () => {
  expect(draftContent(draft)).toMatchObject({ number: '待编号', validUntil: '2023-08-31', receipt: null })
})

test('every text on the paper is asked for its glyphs', () => {
  const texts = printedTexts({ ...draft, receipt: { code: 'K7', url: 'https://example.edu.cn/r/K7' } })
  for (const text of ['岭示', '欧阳静怡', '中共杭州市委组织部', '乙', '丙', 'https://example.edu.cn/r/K7']) expect(texts).toContain(text)
})
