import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { standingOf, usedTo } from './ledger.ts'

const letter = { state: 'issued', receivedOn: null, validUntil: day('2023-08-31'), pickedUpOn: day('2023-06-03') } as const
const stands = (change: Partial<Parameters<typeof standingOf>[0]>, today = '2023-06-08') =>
  standingOf({ ...letter, ...change }, day(today), 10)

test.each([
  ['in the office', { pickedUpOn: null }, '2023-06-08', 'issued'],
  ['taken', {}, '2023-06-08', 'handed-over'],
  ['11 days left', {}, '2023-08-20', 'handed-over'],
  ['10 days left', {}, '2023-08-21', 'expiring'],
  ['10 days left, and never taken', { pickedUpOn: null }, '2023-08-21', 'expiring'],
  ['on its last day', {}, '2023-08-31', 'expiring'],
  ['the day after', {}, '2023-09-01', 'expired'],
  ['received in time', { receivedOn: day('2023-07-01') }, '2023-09-01', 'received'],
  ['voided', { state: 'voided' }, '2023-09-01', 'voided'],
] as const)('%s', (_, change, today, expected) => {
  expect(stands(change, today)).toBe(expected)
})

test('the series of a year is used up to the number before the next', () => {
  expect(usedTo({ first: 1, next: 41 })).toBe(40)
  expect(usedTo({ first: 1, next: 1 })).toBeNull()
  expect(usedTo({ first: 41, next: 41 })).toBeNull()
})
