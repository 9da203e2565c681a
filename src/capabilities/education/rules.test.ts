import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { type ConfirmFacts, type ConfirmRefusal, mayConfirm, mayRevoke, progressOf } from './rules.ts'

const items = [
  { key: 'party-lecture', required: 1 },
  { key: 'volunteering', required: 2 },
  { key: 'essay', required: 0 },
]
const today = day('2023-06-08')
const facts: ConfirmFacts = {
  items,
  item: 'party-lecture',
  doneOn: day('2023-05-25'),
  evidence: '党课签到表',
  joinedOn: day('2020-05-20'),
  own: false,
  confirmed: [],
}
const did = (item: string, on: string) => ({ item, doneOn: day(on) })

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

test.each([
  [{ revoked: false, own: false, reason: '记错了人' }, null],
  [{ revoked: true, own: false, reason: '记错了人' }, 'already-revoked'],
  [{ revoked: false, own: true, reason: '记错了人' }, 'own-record'],
  [{ revoked: false, own: false, reason: ' ' }, 'reason-missing'],
])('%j revokes with %s', (facts, reason) => {
  const decision = mayRevoke(facts)
  expect(decision.allowed ? null : decision.reason).toBe(reason)
})
