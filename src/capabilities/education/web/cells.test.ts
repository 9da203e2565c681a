import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { MatrixRow } from '../contract.ts'
import { type Choice, cellOf, chosenCount, openCells, shortDay, summaryOf, toggled } from './cells.ts'

const plain = { record: 'none' as const, minimum: null, exempt: false, alternatives: [] }
const items = [
  { key: 'oath', required: 1, ...plain },
  { key: 'volunteering', required: 2, ...plain },
]
const today = day('2023-06-08')
const confirmed = (item: string, at: number) => ({
  id: `${item}${at}`,
  item,
  doneOn: `2023-06-0${at}`,
  evidence: '签到表',
  basis: 'other' as const,
  details: {},
  activityId: null,
  madeUp: false,
  confirmedName: '周可欣',
  confirmedAt: '2023-06-08T00:00:00Z',
  revoked: null,
})
const row = (name: string, confirmations: MatrixRow['confirmations'] = [], own = false): MatrixRow => ({
  graduateId: name,
  name,
  studentNumber: '1',
  branchName: '英语第一党支部',
  joinedOn: '2020-05-20',
  own,
  done: 0,
  confirmations,
  reported: [],
})
const none: Choice = new Map()

test.each([
  [[], 'open'],
  [[confirmed('volunteering', 1)], 'part'],
  [[confirmed('volunteering', 1), confirmed('volunteering', 2)], 'done'],
])('%j of two times is %s', (confirmations, state) => {
  expect(cellOf(row('安宁', confirmations), items[1]!).state).toBe(state)
})

test('what the member reported is not open any more, and can still be confirmed', () => {
  const reported = { ...row('安宁'), reported: ['oath'] }
  expect(items.map(item => cellOf(reported, item).state)).toEqual(['reported', 'open'])
  expect(openCells([reported], items, today)).toHaveLength(2)
})

test('whoever is let off has nothing left to do', () => {
  const off = row('安宁', [{ ...confirmed('volunteering', 1), basis: 'exempt' }])
  expect(cellOf(off, items[1]!).state).toBe('exempt')
  expect(openCells([off], items, today).map(({ item }) => item)).toEqual(['oath'])
})

test('what is done can’t be chosen; the rest of a row goes on and off together', () => {
  const cells = openCells([row('安宁', [confirmed('oath', 1)]), row('白杨')], items, today)
  expect(cells.map(({ name, item }) => `${name} ${item}`)).toEqual(['安宁 volunteering', '白杨 oath', '白杨 volunteering'])
  const some = toggled(none, cells.slice(1))
  expect(chosenCount(some, cells)).toBe(2)
  const all = toggled(some, cells)
  expect(chosenCount(all, cells)).toBe(3)
  expect(toggled(all, cells).size).toBe(0)
})

test('one item only, where the list shows who lacks it', () => {
  expect(openCells([row('安宁'), row('白杨')], items, today, 'oath')).toHaveLength(2)
})

test('the foot says what is left out and why', () => {
  const choice = toggled(none, openCells([row('安宁'), row('白杨', [], true)], items, today))
  const summary = summaryOf(choice)
  expect(summary).toMatchObject({ count: 4, people: 2, left: [{ key: 'own-record', count: 2 }] })
  expect(summary.byItem).toEqual([
    { key: 'oath', count: 2 },
    { key: 'volunteering', count: 2 },
  ])
  expect(summary.ready.map(({ name }) => name)).toEqual(['安宁', '安宁'])
})

test('a day in a list', () => {
  expect(shortDay('2023-06-02')).toBe('6/2')
})
