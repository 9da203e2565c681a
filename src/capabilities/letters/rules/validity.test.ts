import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { daysLeft, defaultValidity, letterExpired, validDays, validUntil } from './validity.ts'

describe('days of validity', () => {
  const policy = { ...defaultValidity, city: 30 }
  test.each([
    ['outside', null, 90],
    ['city', null, 30],
    ['city', 60, 60], // what was asked for goes before the policy
    ['outside', 1, 1],
    ['outside', 90, 90],
    ['outside', 0, 'validity-out-of-range'],
    ['outside', 91, 'validity-out-of-range'],
    ['outside', 1.5, 'validity-out-of-range'],
  ] as const)('%s, asked for %s: %s', (scope, asked, expected) => {
    const decision = validDays(policy, scope, asked)
    expect(decision.allowed ? decision.value : decision.reason).toBe(expected)
  })
})

describe('a letter', () => {
  test.each([
    ['2023-06-02', 90, '2023-08-31'],
    ['2023-06-02', 1, '2023-06-03'],
    ['2024-02-01', 28, '2024-02-29'],
    ['2023-12-31', 30, '2024-01-30'],
  ])('of %s for %i days may last be presented on %s', (issuedOn, days, last) => {
    expect(validUntil(day(issuedOn), days)).toBe(last)
  })

  test.each([
    ['2023-06-02', false, 90], // the day of issue is not counted
    ['2023-08-30', false, 1],
    ['2023-08-31', false, 0], // the last day
    ['2023-09-01', true, -1],
  ])('of 2 June for 90 days, on %s: expired %s, %i days left', (today, expired, left) => {
    const last = validUntil(day('2023-06-02'), 90)
    expect(letterExpired(last, day(today))).toBe(expired)
    expect(daysLeft(last, day(today))).toBe(left)
  })
})
