import { describe, expect, test } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { agreesNow, type DifferenceKind, decideDifference, differencesOf, isWholeList, type Says, takeTheirs } from './differences.ts'
import type { HeldAttempt } from './outside.ts'

const underWay: Says = { status: 'under-way', on: null, serial: null, startedOn: null, reason: null, receiver: null }
const accepted: Says = { ...underWay, status: 'accepted', on: day('2023-06-08') }
const rejected: Says = { ...underWay, status: 'rejected', on: day('2023-06-08'), reason: '查无此人' }
const out: HeldAttempt = {
  state: 'in-transit',
  systemAt: 'out',
  paperAt: 'none',
  systemEndedOn: null,
  paperEndedOn: null,
  serial: 'L-1',
  startedOn: day('2023-06-06'),
  acceptedOn: null,
  rejectedOn: null,
  letterNumber: null,
  addressee: '中共南粤示范科技有限公司委员会',
  relayedTo: null,
}
const received: HeldAttempt = { ...out, state: 'received', systemAt: 'accepted', acceptedOn: day('2023-06-08') }
/** The letter was accepted; the system has not told its own end. */
const byLetter: HeldAttempt = { ...out, state: 'received', paperAt: 'accepted', acceptedOn: day('2023-06-05') }
const voided: HeldAttempt = { ...out, state: 'void', systemAt: 'none' }

test.each<[string, Says, HeldAttempt | null, Parameters<typeof differencesOf>[2], DifferenceKind[]]>([
  ['nothing, where a step follows', accepted, out, null, []],
  ['accepted there, void here', accepted, voided, 'wrong-state', ['accepted-there']],
  ['accepted there, not begun here', accepted, null, null, ['accepted-there']],
  ['rejected there, accepted here', rejected, received, null, ['rejected-there']],
  ['accepted in both, on two days', { ...accepted, on: day('2023-06-07') }, received, null, ['ended-on']],
  ['accepted in both, on one day', accepted, received, null, []],
  ['accepted there on a day of its own, after the letter', accepted, byLetter, null, []],
  ['rejected there, the letter accepted: a step follows', rejected, byLetter, null, []],
  ['the end that was told of the other track', accepted, { ...byLetter, systemAt: 'accepted', systemEndedOn: day('2023-06-08') }, null, []],
  ['a fault of the file', accepted, out, 'day-in-future', []],
  ['under way there, on paper here', underWay, { ...out, systemAt: 'none' }, null, ['under-way-there']],
  ['under way there, accepted here by a paper that came first', underWay, received, null, []],
  ['another receiver', { ...underWay, receiver: '中共杭州市委组织部' }, out, null, ['receiver']],
  [
    'the receiver it was passed on to',
    { ...underWay, receiver: '中共杭州市委组织部' },
    { ...out, relayedTo: '中共杭州市委组织部' },
    null,
    [],
  ],
  ['serial and start', { ...underWay, serial: 'L-2', startedOn: day('2023-06-01') }, out, null, ['serial', 'started-on']],
])('%s', (_, says, held, refusal, kinds) => {
  expect(differencesOf(says, held, refusal).map(({ kind }) => kind)).toEqual(kinds)
})

test.each([
  [0, 0, false],
  [0, 3, false],
  [1, 3, false],
  [1, 2, true],
  [2, 3, true],
])('%i named of %i that are out: whole %s', (named, all, whole) => expect(isWholeList(named, all)).toBe(whole))

test.each<[DifferenceKind, Says, HeldAttempt, boolean]>([
  ['accepted-there', accepted, out, false],
  ['accepted-there', accepted, received, true],
  ['rejected-there', rejected, { ...out, state: 'rejected', systemAt: 'rejected' }, true],
  ['missing-there', underWay, out, false],
  ['missing-there', underWay, received, true],
  ['receiver', { ...underWay, receiver: '中共杭州市委组织部' }, { ...out, relayedTo: '中共杭州市委组织部' }, true],
  ['serial', { ...underWay, serial: 'L-2' }, out, false],
  ['not-ours', accepted, received, false],
])('%s: settled by itself %#', (kind, says, held, agrees) => expect(agreesNow({ kind, says }, held)).toBe(agrees))

describe('a decision', () => {
  const deciding = {
    state: 'open',
    kind: 'accepted-there',
    acting: ['office'],
    moves: takeTheirs({ kind: 'accepted-there', says: accepted }, out),
    reason: '',
  } as const
  test.each([
    ['theirs', {}, 'take', 'taken'],
    ['theirs, where no step leads', { moves: [] }, 'take', 'no-step'],
    ['ours, with the reason', { reason: '以回执为准' }, 'keep', 'kept'],
    ['ours, without', { reason: '以' }, 'keep', 'needs-why'],
    ['asked', {}, 'ask', 'asked'],
    ['decided after asking', { state: 'asked', reason: '以回执为准' }, 'keep', 'kept'],
    ['of somebody nobody knows, asked', { kind: 'not-ours' }, 'ask', 'nobody-to-ask'],
    ['twice', { state: 'kept', reason: '再定一次' }, 'keep', 'decided'],
    ['by the branch', { acting: ['branch'] }, 'take', 'no-deciding-side'],
  ] as const)('%s', (_, more, decision, outcome) => {
    const made = decideDifference({ ...deciding, ...more }, decision)
    expect(made.allowed ? made.value : made.reason).toBe(outcome)
  })
})
