import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import {
  type Closing,
  closingOf,
  MOST_WAITING,
  mayReport,
  mayReturn,
  maySettle,
  mayWithdraw,
  type ReportFacts,
  type ReportRefusal,
  reportStates,
} from './reports.ts'

const today = day('2023-06-08')
const facts: ReportFacts = {
  items: [
    { key: 'book', required: 1, record: 'book', minimum: null, exempt: true, alternatives: [] },
    { key: 'volunteering', required: 2, record: 'hours', minimum: null, exempt: false, alternatives: [] },
  ],
  item: 'book',
  doneOn: day('2023-06-01'),
  basis: 'book',
  details: { title: '乡土中国' },
  evidence: '',
  joinedOn: day('2020-05-20'),
  confirmed: [],
  waitingOn: [],
}
const daysBack = (count: number) => Array.from({ length: count }, (_, at) => addDays(facts.doneOn, -1 - at))
const did = { item: 'book', doneOn: day('2023-05-20'), basis: 'book' as const, details: {} }

describe('a member reports', () => {
  test.each<[what: string, change: Partial<ReportFacts>, reason: ReportRefusal | null]>([
    ['what was done', {}, null],
    ['of today', { doneOn: today }, null],
    ['not of tomorrow', { doneOn: day('2023-06-09') }, 'future-day'],
    ['not once more for the same day', { waitingOn: [day('2023-06-01')] }, 'already-reported'],
    ['the twentieth that waits', { waitingOn: daysBack(MOST_WAITING - 1) }, null],
    ['not one more', { waitingOn: daysBack(MOST_WAITING) }, 'too-many-waiting'],
    ['another day of the same item', { waitingOn: [day('2023-05-31')] }, null],
    ['not what is confirmed already', { confirmed: [did] }, 'enough'],
    ['a book by its title', { details: {} }, 'title-missing'],
    ['and lets nobody off, though the branch might', { basis: 'exempt', evidence: '没时间' }, 'not-exempt'],
  ])('%s', (_, change, reason) => {
    const decision = mayReport({ ...facts, ...change }, today)
    expect(decision.allowed ? null : decision.reason).toBe(reason)
  })
})

test.each([
  ['waiting', false, null],
  ['waiting', true, 'own-record'],
  ['confirmed', false, 'not-waiting'],
  ['returned', false, 'not-waiting'],
  ['withdrawn', false, 'not-waiting'],
] as const)('one that is %s (own: %s) is settled with %s', (state, own, reason) => {
  const decision = maySettle({ state, own })
  expect(decision.allowed ? null : decision.reason).toBe(reason)
})

test('is given back with a reason only', () => {
  expect(mayReturn({ state: 'waiting', own: false, reason: ' ' })).toEqual({ allowed: false, reason: 'reason-missing' })
  expect(mayReturn({ state: 'waiting', own: false, reason: '没有照片' }).allowed).toBe(true)
})

test('is withdrawn while it waits', () => expect(reportStates.filter(state => mayWithdraw(state).allowed)).toEqual(['waiting']))

describe('what is confirmed meanwhile', () => {
  const hours = (doneOn: string, count: number) => ({
    item: 'volunteering',
    doneOn: day(doneOn),
    basis: 'hours' as const,
    details: { hours: count },
  })
  const measured = { key: 'volunteering', required: 1, minimum: 4 }
  const report = { doneOn: day('2023-06-01') }
  test.each<[what: string, item: Parameters<typeof closingOf>[0], confirmed: Parameters<typeof closingOf>[2], closing: Closing | null]>([
    ['nothing of it', { key: 'book', required: 1, minimum: null }, [], null],
    ['another item', { key: 'oath', required: 1, minimum: null }, [did], null],
    ['enough of it', { key: 'book', required: 1, minimum: null }, [did], 'enough'],
    ['not yet enough', { key: 'book', required: 2, minimum: null }, [did], null],
    ['the very day', { key: 'book', required: 2, minimum: null }, [{ ...did, doneOn: report.doneOn }], 'already-confirmed'],
    ['one that nobody is asked for', { key: 'book', required: 0, minimum: null }, [did], null],
    ['half of the hours', measured, [hours('2023-05-20', 3.5)], null],
    ['all of the hours', measured, [hours('2023-05-20', 3.5), hours('2023-05-21', 0.5)], 'enough'],
    ['whoever is let off', measured, [{ ...hours('2023-05-20', 0), basis: 'exempt', details: {} }], 'enough'],
  ])('%s', (_, item, confirmed, closing) => expect(closingOf(item, report, confirmed)).toBe(closing))
})
