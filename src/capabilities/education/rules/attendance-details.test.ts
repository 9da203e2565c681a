import { describe, expect, test } from 'vitest'
import { detailFields, leftOutOf, nothingWritten, saidIn, type WrittenDetails } from './attendance-details.ts'

const read = (key: string, cell: string | number | boolean) => {
  const { value, problems } = detailFields.find(field => field.key === key)!.read(cell, undefined)
  return problems ? problems[0]!.kind : value
}

describe('a cell', () => {
  test.each([
    ['hours', 2, 2],
    ['hours', '2.5', 2.5],
    ['hours', '3 小时', 3],
    ['hours', '3个小时', 3],
    ['hours', '1.5h', 1.5],
    ['hours', '0.25', 0.25],
    ['hours', '-2', 'hours-wrong'],
    ['hours', '两小时', 'hours-wrong'],
    ['hours', '1e3', 'hours-wrong'],
    ['hours', '14:00', 'hours-wrong'],
    ['madeUp', '是', true],
    ['madeUp', '补做', true],
    ['madeUp', true, true],
    ['madeUp', 1, true],
    ['madeUp', '否', false],
    ['madeUp', 0, false],
    ['madeUp', '大概', 'no-such-word'],
    ['isbn', 9787010009148, '9787010009148'],
    ['title', '长'.repeat(121), 'too-long'],
  ] as const)('%s %j says %j', (key, cell, said) => expect(read(key, cell)).toBe(said))
})

const row = (more: Partial<WrittenDetails>, evidence = '') => ({ ...nothingWritten, ...more, evidence })
const empty = { title: '', isbn: '', receiver: '' }

describe('a row', () => {
  test.each([
    ['of a book', 'book', row({ title: '论语' }), { basis: 'book', details: { ...empty, title: '论语' } }],
    ['of a receiver alone', 'book', row({ receiver: '图书角' }), { basis: 'book', details: { ...empty, receiver: '图书角' } }],
    ['of a book without its columns', 'book', row({}, '《论语》'), { basis: 'other', details: {} }],
    ['of hours', 'hours', row({ hours: 2 }), { basis: 'hours', details: { hours: 2 } }],
    ['of service without hours', 'hours', row({}, '签到表'), { basis: 'other', details: {} }],
    ['of hours at a lecture', 'none', row({ hours: 2 }, '签到表'), { basis: 'other', details: {} }],
    ['of a book at a lecture', 'none', row({ title: '论语' }, '签到表'), { basis: 'other', details: {} }],
  ] as const)('%s', (_, record, entry, said) => expect(saidIn({ record }, entry)).toEqual({ ...said, evidence: entry.evidence }))

  test.each([
    ['none', row({ hours: 2, title: '论语', isbn: '1' }), ['hours', 'title', 'isbn']],
    ['book', row({ hours: 2, title: '论语', receiver: '图书角' }), ['hours']],
    ['hours', row({ hours: 2, receiver: '图书角' }), ['receiver']],
    ['none', row({}), []],
  ] as const)('of %s leaves out, and says so: %#', (record, entry, fields) =>
    expect(leftOutOf({ record, name: '党课' }, entry).map(({ field, complaint }) => [field, complaint.severity])).toEqual(
      fields.map(field => [field, 'warning']),
    ),
  )
})
