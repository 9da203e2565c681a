import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { decide, type Proof, type Refusal, refusals, type State, type TransferFacts } from '../rules.ts'
import { at, inSystem, type Move, onPaper, paper, system, taken } from './builders.ts'

const today = day('2023-06-20')
const reason = '抬头写错了'
const receipt: Proof = { kind: 'stamped-receipt' }
const callback: Proof = { kind: 'callback', callId: 'call' }

/** A letter is issued once, after the office's word, and only where one is called for. */
const letters: [why: Refusal, facts: TransferFacts][] = [
  ...(['to-fill', 'branch-check', 'secondary-check', 'verified', 'office-check', 'sent-back', 'withdrawn', 'void'] as const).map(
    (state): [Refusal, TransferFacts] => ['letter-not-approved', at(state, { method: 'paper', tracks: paper('waiting') })],
  ),
  ['letter-not-called-for', at('to-start', { method: 'system', tracks: system('waiting') })],
  ['letter-not-called-for', inSystem],
  ['letter-exists', at('to-issue', { method: 'paper', tracks: paper('issued', '2023-09-18') })],
  ['letter-exists', onPaper],
  ['already-received', at('received', { method: 'paper', tracks: paper('accepted') })],
]

/** C9: after acceptance the place that received it handles changes. */
const afterAcceptance: Move[] = [
  ['apply', 'member', { application: 'change', reason }],
  ['apply', 'branch', { application: 'lost', reason }],
  ['approve', 'office', { oldLetter: 'handed-back' }],
  ['withdraw', 'member'],
  ['recall', 'office', { reason }],
  ['void', 'office', { reason }],
  ['start', 'secondary'],
]

const rows: [why: Refusal, facts: TransferFacts, move: Move][] = [
  ['not-your-side', at('branch-check'), ['branch-verify', 'member']],
  ['not-your-side', at('to-start', { method: 'system', tracks: system('waiting') }), ['start', 'branch']],
  ['own-case', at('branch-check', { own: true }), ['branch-verify', 'branch']],
  ['own-case', { ...onPaper, own: true }, ['accept', 'office', { proof: receipt }]],
  ['own-case', { ...onPaper, own: true }, ['accept', 'receiving-school', { proof: { kind: 'installation' } }]],
  ['wrong-state', at('verified'), ['pass', 'office', { method: 'system' }]], // only the submission of 附件2 moves it
  ['already-received', at('received'), ['apply', 'member', { application: 'change', reason }]], // C9
  ['already-received', at('closed'), ['apply', 'member', { application: 'change', reason }]],
  ['under-review', at('branch-check', { membership: 'under-review' }), ['branch-verify', 'branch']],
  ['under-review', at('office-check', { membership: 'under-review' }), ['pass', 'office', { method: 'system' }]],
  ['membership-stopped', at('verified', { membership: 'suspended' }), ['submit-register', 'submission']],
  ['destination-incomplete', at('to-fill', { complete: false }), ['fill', 'member']],
  ['destination-incomplete', at('secondary-check', { complete: false }), ['secondary-verify', 'secondary']],
  ['method-missing', at('office-check'), ['pass', 'office']],
  ['stay-not-allowed', at('office-check'), ['pass', 'office', { method: 'retain' }]],
  ['paper-not-called-for', at('office-check', { paperCalledFor: false }), ['pass', 'office', { method: 'both' }]], // C10
  [
    'another-destination',
    { ...onPaper, application: 'wrong-addressee', elsewhere: true },
    ['approve', 'office', { oldLetter: 'handed-back' }],
  ],
  ['no-channel', { ...onPaper, electronic: false }, ['apply', 'branch', { application: 'to-system', reason }]],
  ['no-channel', { ...onPaper, application: 'to-system', electronic: false }, ['approve', 'office', { oldLetter: 'handed-back' }]],
  ['not-this-way', onPaper, ['apply', 'member', { application: 'to-paper', reason }]],
  ['not-this-way', inSystem, ['apply', 'member', { application: 'to-system', reason }]],
  ['paper-not-called-for', { ...inSystem, application: 'to-paper', paperCalledFor: false }, ['approve', 'office']], // C10: in province never
  ['destination-incomplete', { ...onPaper, application: 'change', complete: false }, ['approve', 'office', { oldLetter: 'handed-back' }]],
  ['application-pending', at('to-start', { method: 'system', tracks: system('waiting'), application: 'change' }), ['start', 'secondary']],
  ['no-application', inSystem, ['approve', 'office']],
  ['not-expired', onPaper, ['apply', 'member', { application: 'expired', reason }]],
  ['no-letter', inSystem, ['apply', 'member', { application: 'lost', reason }]],
  ['letter-expired', at('to-issue', { method: 'paper', tracks: paper('issued', '2023-06-19') }), ['hand-out', 'office']],
  ['track-not-ready', inSystem, ['answer', 'receiver']],
  ['track-not-ready', onPaper, ['accept', 'secondary', { proof: receipt }]], // the 总支 vouches for the system only
  ['needs-reason', at('branch-check'), ['branch-send-back', 'branch', { reason: '  ' }]],
  ['needs-recipient', at('office-check'), ['office-send-back', 'office', { reason }]],
  ['needs-track', onPaper, ['reject', 'office', { reason, track: 'system' }]],
  ['needs-application', inSystem, ['apply', 'member', { reason }]],
  ['needs-proof', onPaper, ['accept', 'office']],
  [
    'reply-is-no-proof',
    at('answered', { method: 'paper', tracks: paper('out') }),
    ['accept', 'office', { proof: { kind: 'online-reply' } }],
  ],
  ['proof-does-not-fit', inSystem, ['accept', 'office', { proof: receipt }]],
  ['no-such-call', onPaper, ['accept', 'office', { proof: callback }]],
  ['no-such-call', { ...onPaper, evidence: { pictures: 1, calls: ['another'] } }, ['accept', 'office', { proof: callback }]],
  ['no-picture', onPaper, ['accept', 'office', { proof: { ...receipt, shown: 'picture' } }]],
  [
    'no-picture',
    { ...onPaper, evidence: { pictures: 0, calls: ['call'] } },
    ['accept', 'office', { proof: { ...receipt, shown: 'picture' } }],
  ],
  ['old-letter-open', { ...onPaper, application: 'change' }, ['approve', 'office']],
  ['needs-sheet', at('to-issue', { method: 'paper', tracks: paper('issued', '2023-09-18') }), ['void-letter', 'office', { reason }]],
  [
    'number-taken',
    at('internal', { method: 'internal', evidence: { pictures: 0, calls: [], numberTaken: true } }),
    ['confirm-internal', 'new-branch'],
  ],
  ['day-in-future', at('to-start', { method: 'system', tracks: system('waiting') }), ['start', 'secondary', { on: day('2023-06-21') }]],
  ['reissue-period-over', { ...onPaper, transferredOutOn: day('2022-12-19') }, ['apply', 'member', { application: 'lost', reason }]],
]

describe('refused', () => {
  test.each(rows)('%s', (why, facts, [step, side, given]) => {
    expect(decide(facts, step, side, today, given)).toMatchObject({ allowed: false, reason: why })
  })

  test.each(letters)('a letter, %s', (why, facts) => {
    expect(decide(facts, 'issue', 'office', today)).toMatchObject({ allowed: false, reason: why })
  })

  test.each((['received', 'closed'] as const satisfies State[]).flatMap(state => afterAcceptance.map(move => [state, move] as const)))(
    'once %s, no other attempt: %s',
    (state, [step, side, given]) => {
      expect(decide(at(state), step, side, today, given)).toEqual({ allowed: false, reason: 'already-received', clause: 'C9' })
    },
  )

  test.each<[why: Refusal, facts: TransferFacts, move: Move, clause: string | null]>([
    ['letter-not-approved', at('office-check'), ['issue', 'office'], 'C8'],
    ['letter-not-called-for', at('to-start', { method: 'system', tracks: system('waiting') }), ['issue', 'office'], 'C10'],
    ['letter-exists', onPaper, ['issue', 'office'], 'C10'],
    ['paper-not-called-for', at('office-check', { paperCalledFor: false }), ['pass', 'office', { method: 'paper' }], 'C10'],
    ['stay-not-allowed', at('office-check'), ['pass', 'office', { method: 'retain' }], 'C9'],
    ['destination-incomplete', at('to-fill', { complete: false }), ['fill', 'member'], 'C6'],
    ['old-letter-open', { ...onPaper, application: 'change' }, ['approve', 'office'], 'C11'],
    [
      'reissue-period-over',
      { ...onPaper, transferredOutOn: day('2022-12-19') },
      ['apply', 'member', { application: 'lost', reason }],
      'C10',
    ],
    ['needs-proof', onPaper, ['accept', 'office'], 'C11'],
    ['needs-reason', at('branch-check'), ['branch-send-back', 'branch'], null],
    ['wrong-state', at('verified'), ['pass', 'office', { method: 'system' }], null],
  ])('%s says its clause', (reason_, facts, [step, side, given], clause) => {
    expect(decide(facts, step, side, today, given)).toEqual({ allowed: false, reason: reason_, clause })
  })

  test('where the plan says it elsewhere, by the plan’s clause', () => {
    const facts = at('office-check', { clauses: { destination: 'C5', letter: 'C6' }, paperCalledFor: false })
    expect(decide(facts, 'pass', 'office', today, { method: 'retain' })).toMatchObject({ clause: 'C5' })
    expect(decide(facts, 'pass', 'office', today, { method: 'paper' })).toMatchObject({ clause: 'C6' })
  })

  test('for every reason of the closed list', () => {
    expect([...new Set([...rows, ...letters].map(([why]) => why))].sort()).toEqual([...refusals].sort())
  })

  test('under review it can still be deferred', () => {
    expect(taken(at('office-check', { membership: 'under-review' }), [['pass', 'office', { method: 'defer' }]])).toMatchObject({
      state: 'deferred',
    })
  })

  test('retained only where the plan lets it stay', () => {
    expect(taken(at('office-check', { mayStay: true }), [['pass', 'office', { method: 'retain' }]])).toMatchObject({ state: 'retained' })
  })
})
