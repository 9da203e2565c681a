import { describe, expect, test } from 'vitest'
import { nothingTyped, pastedBooks, saidOf, type Typed, waysOf } from './saying.ts'

const book = { key: 'book', record: 'book' as const, alternatives: [], exempt: true }
const service = { key: 'volunteering', record: 'hours' as const, alternatives: [{ key: 'away', name: '实习地志愿服务' }], exempt: false }
const typed = (change: Partial<Typed>): Typed => ({ ...nothingTyped, ...change })

describe('what is said of one', () => {
  test.each([
    ['nothing but evidence', book, typed({ evidence: '赠书清单' }), { basis: 'other', details: {} }],
    [
      'the own title, and the receiver of all',
      book,
      typed({ books: { a: { title: ' 乡土中国 ', isbn: '' } }, receiver: '学院图书角' }),
      { basis: 'book', details: { title: '乡土中国', receiver: '学院图书角' } },
    ],
    ['somebody else’s title', book, typed({ books: { b: { title: '乡土中国', isbn: '' } } }), { basis: 'other', details: {} }],
    [
      'hours and what they were for',
      service,
      typed({ hours: '2.5', what: '讲解' }),
      { basis: 'hours', details: { hours: 2.5, what: '讲解' } },
    ],
    ['hours of a book', book, typed({ hours: '2' }), { basis: 'other', details: {} }],
    ['an alternative', service, typed({ way: 'alternative:away', hours: '2' }), { basis: 'alternative', details: { alternative: 'away' } }],
    ['that nothing is asked', book, typed({ way: 'exempt' }), { basis: 'exempt', details: {} }],
  ] as const)('%s', (_, item, said, expected) => expect(saidOf(item, said, 'a')).toEqual(expected))
})

test('only what the plan has can be chosen, and nobody lets oneself off', () => {
  expect(waysOf(service, true).map(({ label }) => label)).toEqual(['按要求做的', '替代：实习地志愿服务'])
  expect(waysOf(book, true).map(({ value }) => value)).toEqual(['usual', 'exempt'])
  expect(waysOf(book, false).map(({ value }) => value)).toEqual(['usual'])
})

describe('a pasted column', () => {
  test.each([
    ['one title', '乡土中国', { b: { title: '乡土中国', isbn: '' } }],
    ['goes down the names', '甲\r\n乙\n', { b: { title: '甲', isbn: '' }, c: { title: '乙', isbn: '' } }],
    ['and no further than they go', '甲\n乙\n丙', { b: { title: '甲', isbn: '' }, c: { title: '乙', isbn: '' } }],
    ['with the ISBN beside it', '甲\t9787010009148', { b: { title: '甲', isbn: '9787010009148' } }],
    ['an empty line leaves a name out', '\n乙', { b: { title: '', isbn: '' }, c: { title: '乙', isbn: '' } }],
  ])('%s', (_, text, expected) => expect(pastedBooks(text, 'b', ['a', 'b', 'c'])).toEqual(expected))
})
