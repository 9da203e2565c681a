import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type IssueFacts, issueObstacles, issueRefusals, letterStates, mayIssue } from './issue.ts'
import { mayVoid, voidGrounds } from './void.ts'

const ready: IssueFacts = {
  underReview: false,
  approved: true,
  paperDecided: true,
  letterStands: false,
  personComplete: true,
  addressee: '中共杭州市委组织部',
  duesPaidTo: '2023-06',
  missingGlyphs: [],
  validDays: 90,
}
const today = day('2023-06-02')

describe('issuing', () => {
  test('a letter in order gets its dates', () => {
    expect(mayIssue(ready, today)).toEqual({ allowed: true, value: { issuedOn: '2023-06-02', validDays: 90, validUntil: '2023-08-31' } })
  })

  test.each([
    [{ underReview: true }, 'under-review'],
    [{ approved: false }, 'not-approved'],
    [{ paperDecided: false }, 'paper-not-decided'],
    [{ letterStands: true }, 'already-issued'],
    [{ personComplete: false }, 'person-incomplete'],
    [{ addressee: null }, 'no-addressee'],
    [{ addressee: '  ' }, 'no-addressee'],
    [{ duesPaidTo: null }, 'no-dues-month'],
    [{ duesPaidTo: '2023-13' }, 'no-dues-month'],
    [{ duesPaidTo: '2023-6' }, 'no-dues-month'],
    [{ missingGlyphs: ['𬎆'] }, 'missing-glyphs'],
    [{ validDays: 0 }, 'validity-out-of-range'],
    [{ validDays: 91 }, 'validity-out-of-range'],
  ] as const)('%j: %s', (change, reason) => {
    expect(mayIssue({ ...ready, ...change }, today)).toEqual({ allowed: false, reason })
  })

  test('everything in the way is told at once, and the gravest decides', () => {
    const nothing = {
      underReview: true,
      approved: false,
      paperDecided: false,
      letterStands: true,
      personComplete: false,
      addressee: null,
      duesPaidTo: null,
      missingGlyphs: ['𬎆'],
      validDays: 0,
    }
    expect(issueObstacles(nothing)).toEqual(issueRefusals)
    expect(mayIssue(nothing, today)).toEqual({ allowed: false, reason: 'under-review' })
  })
})

describe('voiding', () => {
  test.each(voidGrounds)('an issued letter, %s', ground => {
    expect(mayVoid({ state: 'issued', received: false }, ground)).toEqual({ allowed: true, value: { state: 'voided', ground } })
  })

  test.each([
    ['issued', false, null, 'no-ground'],
    ['issued', true, 'sent-back', 'already-received'],
    ['voided', false, 'declared-lost', 'already-void'],
    ['voided', true, null, 'already-void'],
  ] as const)('%s, received %s, %s: %s', (state, received, ground, reason) => {
    expect(mayVoid({ state, received }, ground)).toEqual({ allowed: false, reason })
  })

  test('that a letter has expired is no state', () => {
    expect(letterStates).toEqual(['issued', 'voided'])
  })
})
