import { expect, test } from 'vitest'
import { isSought } from './waiting.ts'

const row = {
  name: '曾诗雨',
  pinyin: 'zeng shi yu',
  number: '岭示组介〔2023〕0040号',
  serial: '0040',
  studentNumber: '2019310126',
  branchName: '英语第一党支部',
}

test.each([
  ['', true],
  [' 诗雨 ', true],
  ['zsy', true],
  ['zengshi', true],
  ['Zeng Shi', true],
  ['sy', false],
  ['0126', true],
  ['126', true],
  ['0127', false],
  ['40', true],
  ['0040', true],
  ['41', false],
  ['〔2023〕0040', true],
  ['英语第一', true],
  ['王', false],
])('%j finds: %s', (sought, found) => {
  expect(isSought(row, sought)).toBe(found)
})
