import { describe, expect, test } from 'vitest'
import { Search, WholeNumberSearch } from './contract.ts'
import { searchRefusalText, wholeNumberIn } from './whole-number.ts'

describe('a whole number among the words', () => {
  test.each<[string, 'id-number' | 'phone', string]>([
    ['44990120010820467X', 'id-number', '44990120010820467X'],
    ['44990120010820467x', 'id-number', '44990120010820467X'],
    [' 449901 20010820 4673 ', 'id-number', '449901200108204673'],
    ['４４９９０１２００１０８２０４６７３', 'id-number', '449901200108204673'],
    ['曾诗韵449901200108204673', 'id-number', '449901200108204673'],
    ['449901 010820 467', 'id-number', '449901010820467'],
    ['H12345678', 'id-number', 'H12345678'],
    ['m1234567801', 'id-number', 'M1234567801'],
    ['E12345678', 'id-number', 'E12345678'],
    ['EA1234567', 'id-number', 'EA1234567'],
    ['13800134471', 'phone', '13800134471'],
    ['138 0013 4471', 'phone', '13800134471'],
    ['138-0013-4471', 'phone', '13800134471'],
    ['+86 13800134471', 'phone', '13800134471'],
    ['8613800134471', 'phone', '13800134471'],
    ['曾诗韵 13800134471', 'phone', '13800134471'],
    ['1380013\u200b4471', 'phone', '13800134471'],
  ])('%s is one', (words, kind, number) => expect(wholeNumberIn(words)).toEqual({ kind, number }))

  test.each([
    ['nothing', ''],
    ['a name', '曾诗韵'],
    ['pinyin', 'zengshiyun'],
    ['a student number', '2019010003'],
    ['a student number with a letter', 'S2019010003'],
    ['a long student number', '201901000312'],
    ['a phone without its last digit', '1380013447'],
    ['a land line', '020-00000000'],
    ['no mobile prefix', '12800134471'],
    ['17 digits', '44990120010820467'],
    ['19 digits', '4499012001082046731'],
    ['15 digits without a day of birth', '201901009900345'],
    ['the number of a letter', '岭示〔2023〕第 0012 号'],
    ['a part of an ID number', '449901200108'],
  ])('%s is none: %s', (_, words) => expect(wholeNumberIn(words)).toBeNull())
})

describe('what may be asked by an address, and what by a body', () => {
  const reasonOf = (schema: typeof Search, words: string) => {
    const { success, error } = schema.safeParse(words)
    const [issue] = error?.issues ?? []
    return success ? null : [(issue as { params?: { reason: string } }).params?.reason, issue?.message]
  }
  test.each<[string, keyof typeof searchRefusalText | null, keyof typeof searchRefusalText | null]>([
    ['曾诗韵', null, 'no-whole-number'],
    ['1380013447', null, 'no-whole-number'],
    ['13800134471', 'whole-number', null],
    ['44990120010820467x', 'whole-number', null],
  ])('%s', (words, byAddress, byBody) => {
    expect(reasonOf(Search, words)).toEqual(byAddress && [byAddress, searchRefusalText[byAddress]])
    expect(reasonOf(WholeNumberSearch, words)).toEqual(byBody && [byBody, searchRefusalText[byBody]])
  })

  test('the refusal does not repeat the number', () =>
    expect(JSON.stringify(Search.safeParse('13800134471').error)).not.toContain('13800134471'))
})
