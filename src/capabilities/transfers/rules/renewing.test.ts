import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { type ApplicationKind, decide, type Given, type State, shownState, type TransferFacts } from '../rules.ts'
import { at, both, inSystem, onPaper, paper, system, taken } from './builders.ts'

const reason = '抬头写错了'

describe('a new attempt', () => {
  const expired = day('2023-09-19')

  test.each([
    ['2023-09-18', 'in-transit'], // the last day
    ['2023-09-19', 'expired'],
  ] as const)('on %s the letter of 20 June shows as %s', (on, shown) => {
    expect(shownState(onPaper, day(on))).toBe(shown)
  })

  test.each<[what: string, facts: TransferFacts, kind: ApplicationKind, begins: State]>([
    ['改派: a new destination is checked from the start', onPaper, 'change', 'branch-check'],
    ['wrong addressee: sent again', onPaper, 'wrong-addressee', 'to-issue'],
    ['expired: sent again', onPaper, 'expired', 'to-issue'],
    ['lost: sent again', onPaper, 'lost', 'to-issue'],
    ['rejected: sent again', at('rejected', { method: 'system', tracks: system('rejected') }), 'returned', 'to-start'],
    ['rejected: elsewhere', at('rejected', { method: 'system', tracks: system('rejected') }), 'change', 'branch-check'],
    ['系统改纸质: sent again, on paper', inSystem, 'to-paper', 'to-issue'],
    ['系统改纸质 after the system sent it back', at('rejected', { method: 'system', tracks: system('rejected') }), 'to-paper', 'to-issue'],
    ['纸质改系统: sent again, by the system', onPaper, 'to-system', 'to-start'],
    ['declined inside the school', at('rejected', { method: 'internal' }), 'returned', 'internal'],
  ])('%s', (_what, facts, kind, begins) => {
    const applied = taken(facts, [['apply', 'member', { application: kind, reason }]], expired)
    expect(applied).toMatchObject({ state: facts.state, attempt: 1, application: kind }) // nothing is void by the member's own form
    expect(
      taken(
        facts,
        [
          ['apply', 'member', { application: kind, reason }],
          ['approve', 'office', { oldLetter: 'handed-back' }],
        ],
        expired,
      ),
    ).toMatchObject({ state: begins, attempt: 2, application: null })
  })

  test('declined: all stays as it was', () => {
    expect(
      taken(onPaper, [
        ['apply', 'branch', { application: 'lost', reason }],
        ['decline', 'office', { reason }],
      ]),
    ).toEqual(onPaper)
  })

  test.each([
    ['2023-12-20', true], // six calendar months after the transfer-out of 20 June
    ['2023-12-21', false],
  ] as const)('on %s a re-issue is open: %s', (on, open) => {
    const may = (facts: TransferFacts, application: ApplicationKind) =>
      decide(facts, 'apply', 'member', day(on), { application, reason }).allowed
    expect(may(onPaper, 'expired')).toBe(open)
    expect(may(onPaper, 'lost')).toBe(open)
    expect(may(onPaper, 'to-system')).toBe(open)
    expect(may(inSystem, 'to-paper')).toBe(open)
    // Another place, another name and the receiver's own refusal know no period.
    expect(may(onPaper, 'change')).toBe(true)
    expect(may(onPaper, 'wrong-addressee')).toBe(true)
    expect(may(at('rejected', { method: 'paper', transferredOutOn: day('2023-06-20') }), 'returned')).toBe(true)
  })

  test.each(['member', 'branch', 'secondary'] as const)('%s may apply; the office decides, and does not apply', side => {
    expect(decide(onPaper, 'apply', side, day('2023-06-21'), { application: 'change', reason }).allowed).toBe(true)
    expect(decide(onPaper, 'apply', 'office', day('2023-06-21'), { application: 'change', reason }).allowed).toBe(false)
    expect(decide({ ...onPaper, application: 'change' }, 'approve', side, day('2023-06-21'), { oldLetter: 'handed-back' }).allowed).toBe(
      false,
    )
  })

  test.each<[from: TransferFacts, kind: ApplicationKind, given: Given, after: Partial<TransferFacts>]>([
    [inSystem, 'to-paper', {}, { method: 'paper', tracks: paper('waiting') }],
    [{ ...inSystem, paperCalledFor: false }, 'to-paper', { exception: '对方来函要求纸质' }, { method: 'paper', tracks: paper('waiting') }],
    [onPaper, 'to-system', { oldLetter: 'loss-stated' }, { method: 'system', tracks: system('waiting') }],
  ])('the way changes with the new attempt, not before: %#', (facts, application, given, after) => {
    const applied = taken(facts, [['apply', 'branch', { application, reason }]])
    expect(applied).toMatchObject({ method: facts.method, tracks: facts.tracks })
    expect(taken(applied as TransferFacts, [['approve', 'office', given]])).toMatchObject({
      ...after,
      attempt: 2,
      transferredOutOn: '2023-06-20',
    })
  })

  test('the other track’s end is told after acceptance, and moves nothing', () => {
    const half = at('in-transit', { method: 'both', tracks: both('out', 'out') })
    const bySystem: [step: 'accept', side: 'secondary', given: Given] = ['accept', 'secondary', { proof: { kind: 'external-system' } }]
    const received = taken(half, [bySystem]) as TransferFacts
    expect(received).toMatchObject({ state: 'received', tracks: both('accepted', 'out') })
    expect(taken(received, [['accept-other', 'office', { proof: { kind: 'stamped-receipt' } }]])).toMatchObject({
      state: 'received',
      tracks: both('accepted', 'accepted'),
    })
    const closed = taken(received, [['close', 'office']]) as TransferFacts
    expect(taken(closed, [['reject-other', 'office', { reason, track: 'paper' }]])).toMatchObject({
      state: 'closed',
      tracks: both('accepted', 'rejected'),
    })
    expect(taken(received, [['accept-other', 'secondary', { proof: { kind: 'stamped-receipt' } }]])).toBe('accept-other: track-not-ready')
    expect(taken(at('received', { method: 'system', tracks: system('accepted') }), [['accept-other', 'office']])).toBe(
      'accept-other: track-not-ready',
    )
  })

  test.each(['received', 'closed'] as const)(
    '%s by the system, a letter still in the office is voided and nothing waits to be sent',
    state => {
      const untaken = at(state, { method: 'both', tracks: both('accepted', 'issued') })
      const given: Given = { reason, sheet: 'kept' }
      expect(taken(untaken, [['void-letter', 'office', given]])).toMatchObject({ state, tracks: both('accepted', 'none') })
      expect(taken(untaken, [['hand-out', 'office']])).toBe('hand-out: wrong-state')
      const handedOut = at(state, { method: 'both', tracks: both('accepted', 'out') })
      expect(taken(handedOut, [['void-letter', 'office', given]])).toBe('void-letter: track-not-ready')
    },
  )

  test('proof that arrives while an application waits closes the matter', () => {
    expect(taken({ ...onPaper, application: 'change' }, [['accept', 'office', { proof: { kind: 'stamped-receipt' } }]])).toMatchObject({
      state: 'received',
      application: null,
    })
  })

  test('a letter can be handed out on its last day', () => {
    const lastDay = at('to-issue', { method: 'paper', tracks: paper('issued', '2023-06-20') })
    expect(taken(lastDay, [['hand-out', 'office']])).toMatchObject({ state: 'in-transit', transferredOutOn: '2023-06-20' })
  })

  test('a re-issue does not begin the six months anew, a new destination does', () => {
    const sentAgain = at('to-issue', { method: 'paper', tracks: paper('issued', '2023-12-01'), transferredOutOn: day('2023-05-01') })
    expect(taken(sentAgain, [['hand-out', 'office']])).toMatchObject({ transferredOutOn: '2023-05-01' })
    expect(taken({ ...sentAgain, application: 'change' }, [['approve', 'office', { oldLetter: 'handed-back' }]])).toMatchObject({
      transferredOutOn: null,
    })
  })

  test.each([
    ['to-fill', 1],
    ['withdrawn', 2],
    ['void', 2],
    ['retained', 2],
  ] as const)('filled in from %s, it is attempt %i', (state, attempt) => {
    expect(taken(at(state), [['fill', 'member']])).toMatchObject({ state: 'branch-check', attempt })
  })

  test('what is still to be sent on the other track has not expired', () => {
    const half = { ...onPaper, tracks: { ...onPaper.tracks, system: { at: 'waiting' as const, validUntil: null } } }
    expect(shownState(half, expired)).toBe('in-transit')
  })

  test('a letter runs 90 days, the day of issue not counted', () => {
    expect(taken(at('to-issue', { method: 'paper', tracks: paper('waiting') }), [['issue', 'office']])).toMatchObject({
      state: 'to-issue',
      tracks: { paper: { at: 'issued', validUntil: '2023-09-18' } },
    })
  })
})
