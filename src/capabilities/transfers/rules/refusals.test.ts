import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { decide, type Proof, type Refusal, refusals, type TransferFacts } from '../rules.ts'
import { at, inSystem, type Move, onPaper, paper, system, taken } from './builders.ts'

const today = day('2023-06-20')
const reason = '抬头写错了'
const receipt: Proof = { kind: 'stamped-receipt' }
const callback: Proof = { kind: 'callback', callId: 'call' }

const rows: [why: Refusal, facts: TransferFacts, move: Move][] = [
  ['not-your-side', at('branch-check'), ['branch-verify', 'member']],
  ['not-your-side', at('to-start', { method: 'system', tracks: system('waiting') }), ['start', 'branch']],
  ['own-case', at('branch-check', { own: true }), ['branch-verify', 'branch']],
  ['own-case', { ...onPaper, own: true }, ['accept', 'office', { proof: receipt }]],
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
  ['day-in-future', at('to-start', { method: 'system', tracks: system('waiting') }), ['start', 'secondary', { on: day('2023-06-21') }]],
  ['reissue-period-over', { ...onPaper, transferredOutOn: day('2022-12-19') }, ['apply', 'member', { application: 'lost', reason }]],
]

describe('refused', () => {
  test.each(rows)('%s', (why, facts, [step, side, given]) => {
    expect(decide(facts, step, side, today, given)).toEqual({ allowed: false, reason: why })
  })

  test('for every reason of the closed list', () => {
    expect([...new Set(rows.map(([why]) => why))].sort()).toEqual([...refusals].sort())
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
