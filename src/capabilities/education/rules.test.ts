import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { type ConfirmFacts, type ConfirmRefusal, type Done, itemStanding, mayConfirm, mayRevoke, progressOf } from './rules.ts'

const plain = { record: 'none' as const, minimum: null, exempt: false, alternatives: [] }
const items = [
  { key: 'party-lecture', required: 1, ...plain },
  { key: 'volunteering', required: 2, ...plain },
  { key: 'essay', required: 0, ...plain },
]
const today = day('2023-06-08')
const facts: ConfirmFacts = {
  items,
  item: 'party-lecture',
  doneOn: day('2023-05-25'),
  basis: 'other',
  details: {},
  evidence: '党课签到表',
  joinedOn: day('2020-05-20'),
  own: false,
  confirmed: [],
}
const did = (item: string, on: string, hours?: number): Done => ({
  item,
  doneOn: day(on),
  basis: hours === undefined ? 'other' : 'hours',
  details: hours === undefined ? {} : { hours },
})

describe('an item is confirmed', () => {
  test.each<[what: string, change: Partial<ConfirmFacts>, reason: ConfirmRefusal | null]>([
    ['as a rule', {}, null],
    ['for today', { doneOn: today }, null],
    ['but not for tomorrow', { doneOn: day('2023-06-09') }, 'future-day'],
    ['for the day of joining', { doneOn: day('2020-05-20') }, null],
    ['but not for the day before it', { doneOn: day('2020-05-19') }, 'before-joining'],
    ['where the roster lacks the day of joining', { joinedOn: null, doneOn: day('2019-01-01') }, null],
    ['only when the plan has it', { item: 'party-dinner' }, 'no-such-item'],
    ['by somebody else', { own: true }, 'own-record'],
    ['with evidence', { evidence: ' 　' }, 'evidence-missing'],
    ['once a day', { confirmed: [did('party-lecture', '2023-05-25')] }, 'already-confirmed'],
    ['as often as the plan asks', { confirmed: [did('party-lecture', '2023-05-01')] }, 'enough'],
    ['beside other items of the day', { confirmed: [did('volunteering', '2023-05-25')] }, null],
    ['a second time where two are asked', { item: 'volunteering', confirmed: [did('volunteering', '2023-05-01')] }, null],
    ['any number of times where none is asked', { item: 'essay', confirmed: [did('essay', '2023-05-01')] }, null],
  ])('%s', (_, change, reason) => {
    const decision = mayConfirm({ ...facts, ...change }, today)
    expect(decision.allowed ? null : decision.reason).toBe(reason)
  })
})

describe('progress', () => {
  test.each([
    ['nothing yet', [], [0, 0, 0], 0, false],
    ['half of an item is no item', [did('volunteering', '2023-05-01')], [0, 1, 0], 0, false],
    ['one of two', [did('party-lecture', '2023-05-01'), did('volunteering', '2023-05-01')], [1, 1, 0], 1, false],
    [
      'all that is asked, the optional one left out',
      [did('party-lecture', '2023-05-01'), did('volunteering', '2023-05-01'), did('volunteering', '2023-05-02')],
      [1, 2, 0],
      2,
      true,
    ],
  ])('%s', (_, confirmed, done, complete, all) => {
    const progress = progressOf(items, confirmed)
    expect(progress.items.map(item => item.done)).toEqual(done)
    expect(progress).toMatchObject({ done: complete, required: 2, complete: all })
  })
})

describe('where a time takes two hours, and two times are asked', () => {
  const service = { key: 'volunteering', required: 2, minimum: 2 }
  const half = did('volunteering', '2023-05-01', 0.5)
  test.each<[what: string, confirmed: Done[], done: number, hours: number, complete: boolean]>([
    ['nothing', [], 0, 0, false],
    ['an hour and a half is no time yet', [did('volunteering', '2023-05-01', 1.5)], 0, 1.5, false],
    ['short ones add up', [did('volunteering', '2023-05-01', 1.5), half], 1, 2, false],
    ['half an hour short', [did('volunteering', '2023-05-01', 3.5)], 1, 3.5, false],
    ['all in one day', [did('volunteering', '2023-05-01', 4)], 2, 4, true],
    ['one that says no hours was a whole one', [did('volunteering', '2023-05-01'), did('volunteering', '2023-05-02', 2)], 2, 4, true],
    ['hours of something else', [did('party-lecture', '2023-05-01', 4)], 0, 0, false],
    ['who is let off', [{ ...half, basis: 'exempt', details: {} }], 0, 0, true],
  ])('%s', (_, confirmed, done, hours, complete) =>
    expect(itemStanding(service, confirmed)).toEqual({ key: 'volunteering', required: 2, done, hours, complete }),
  )

  test('more is confirmed until the hours are enough', () => {
    const asked = { ...facts, items: [{ ...service, ...plain, minimum: 2 }], item: 'volunteering' }
    const may = (hours: number) => mayConfirm({ ...asked, confirmed: [did('volunteering', '2023-05-01', hours)] }, today)
    expect(may(3.5).allowed).toBe(true)
    expect(may(4)).toMatchObject({ allowed: false, reason: 'enough' })
  })
})

test.each([
  [{ revoked: false, own: false, reason: '记错了人' }, null],
  [{ revoked: true, own: false, reason: '记错了人' }, 'already-revoked'],
  [{ revoked: false, own: true, reason: '记错了人' }, 'own-record'],
  [{ revoked: false, own: false, reason: ' ' }, 'reason-missing'],
])('%j revokes with %s', (facts, reason) => {
  const decision = mayRevoke(facts)
  expect(decision.allowed ? null : decision.reason).toBe(reason)
})
