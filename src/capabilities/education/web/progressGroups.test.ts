import { expect, test } from 'vitest'
import type { UnitProgress } from '../contract.ts'
import { daysLeftWords, groupsOf, shareOf, sumOf } from './progressGroups.ts'

const above = { unitId: 'g', name: '外国语学院党总支' }
const unit = (unitId: string, change: Partial<UnitProgress> = {}): UnitProgress => ({
  unitId,
  unitName: `${unitId} 支部`,
  path: `/1/${unitId}/`,
  above,
  dueOn: '2023-06-25',
  people: 10,
  complete: 4,
  items: { oath: 8, book: 4 },
  ...change,
})

test('branches stand under their 总支 with its sum; a direct one stands for itself', () => {
  const groups = groupsOf([unit('a'), unit('b', { people: 5, complete: 5, items: { oath: 5, book: 5 } }), unit('d', { above: null })])
  expect(groups.map(({ name, people, complete, items, branches }) => [name, people, complete, items, branches.length])).toEqual([
    ['外国语学院党总支', 15, 9, { oath: 13, book: 9 }, 2],
    ['d 支部', 10, 4, { oath: 8, book: 4 }, 0],
  ])
})

test('a sum names a day only where all have the same', () => {
  const [group] = groupsOf([unit('a'), unit('b', { dueOn: '2023-07-05' })])
  expect([group!.dueOn, groupsOf([unit('a'), unit('b')])[0]!.dueOn]).toEqual([null, '2023-06-25'])
  expect(sumOf('all', '全校', []).people).toBe(0)
})

test.each([
  [0, 10, 0],
  [199, 200, 99],
  [200, 200, 100],
  [0, 0, 100],
])('%i of %i is %i', (done, people, expected) => expect(shareOf(done, people)).toBe(expected))

test.each([
  [null, '离校日还没有定'],
  ['2023-06-25', '离校还有 17 天'],
  ['2023-06-08', '今天是离校日'],
  ['2023-06-07', '离校日已过 1 天'],
])('%s: %s', (dueOn, words) => expect(daysLeftWords(dueOn, '2023-06-08')).toBe(words))
