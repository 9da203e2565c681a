import { expect, test } from 'vitest'
import { type LetterOfCase, reissueInWords, reissues } from './reissue.ts'

const letter = (id: string, state: LetterOfCase['state'], transferId = 'case'): LetterOfCase => ({
  id,
  transferId,
  number: `${id}号`,
  state,
})
const told = (letters: LetterOfCase[]) =>
  Object.fromEntries([...reissues(letters)].map(([id, found]) => [id, [found.replaces?.id ?? null, found.replacedBy?.id ?? null]]))

test.each([
  ['one that stands', [letter('1', 'issued')], { 1: [null, null] }],
  ['one that is void, and none after it', [letter('1', 'voided')], { 1: [null, null] }],
  ['void and issued anew', [letter('1', 'voided'), letter('4', 'issued')], { 1: [null, '4'], 4: ['1', null] }],
  ['void twice', [letter('1', 'voided'), letter('4', 'voided'), letter('9', 'issued')], { 1: [null, '4'], 4: ['1', '9'], 9: ['4', null] }],
  ['of two cases', [letter('1', 'voided', 'a'), letter('2', 'issued', 'b')], { 1: [null, null], 2: [null, null] }],
])('%s', (_, letters, links) => {
  expect(told(letters)).toEqual(links)
})

test('is said both ways', () => {
  const found = reissues([letter('1', 'voided'), letter('4', 'issued')])
  expect(reissueInWords(found.get('1')!)).toEqual({ replaced: '作废，已换开 4号', from: null })
  expect(reissueInWords(found.get('4')!)).toEqual({ replaced: null, from: '换开自 1号' })
})
