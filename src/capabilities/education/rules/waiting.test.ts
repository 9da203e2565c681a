import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { ReportState } from './reports.ts'
import { type Reported, type Signed, waitingFor } from './waiting.ts'

const lecture: Signed = { id: 'a', title: '毕业前的党课', onDay: day('2023-06-08'), items: ['lecture'] }
const report = (id: string, state: ReportState, item = 'book'): Reported => ({
  id,
  item,
  doneOn: day('2023-06-01'),
  says: '《乡土中国》',
  state,
  reason: state === 'returned' ? '没有照片' : null,
})

test.each<[what: string, item: string, complete: boolean, signed: Signed[], reports: Reported[], expected: string[]]>([
  ['nothing', 'book', false, [], [], []],
  ['signed in, and the list is open', 'lecture', false, [lecture], [], ['signed a']],
  ['signed in for another item', 'book', false, [lecture], [], []],
  ['signed in for what is complete already', 'lecture', true, [lecture], [], []],
  ['reported', 'book', false, [], [report('1', 'waiting')], ['reported 1']],
  ['reported, and complete by something else meanwhile', 'book', true, [], [report('1', 'waiting')], ['reported 1']],
  ['of another item', 'lecture', false, [], [report('1', 'waiting')], []],
  ['given back', 'book', false, [], [report('1', 'returned')], ['returned 1']],
  ['given back, and reported again', 'book', false, [], [report('1', 'returned'), report('2', 'waiting')], ['reported 2']],
  ['given back, reported again and withdrawn', 'book', false, [], [report('1', 'returned'), report('2', 'withdrawn')], []],
  ['given back, and complete since', 'book', true, [], [report('1', 'returned')], []],
  ['confirmed or withdrawn', 'book', false, [], [report('1', 'withdrawn'), report('2', 'confirmed')], []],
])('%s', (_, item, complete, signed, reports, expected) =>
  expect(waitingFor(item, complete, signed, reports).map(({ kind, id }) => `${kind} ${id}`)).toEqual(expected),
)

test('tells why it was given back', () =>
  expect(waitingFor('book', false, [], [report('1', 'returned')])).toEqual([
    { item: 'book', kind: 'returned', id: '1', doneOn: '2023-06-01', what: '《乡土中国》', reason: '没有照片' },
  ]))
