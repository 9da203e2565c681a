import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { openSteps, ownerOf, type Proof, type State, type Step, states, stepCodes, steps, type TransferFacts } from '../rules.ts'
import { at, both, type Move, onPaper, start, taken } from './builders.ts'

const today = day('2023-06-20')
const reason = '抬头写错了'
const receipt: Proof = { kind: 'stamped-receipt' }
const external: Proof = { kind: 'external-system' }
const callback: Proof = { kind: 'callback', callId: 'call' }

const toOffice: Move[] = [
  ['fill', 'member'],
  ['branch-verify', 'branch'],
  ['secondary-verify', 'secondary'],
  ['submit-register', 'submission'],
]
const stateAfter = (facts: TransferFacts, moves: Move[]) => {
  const now = taken(facts, moves)
  return typeof now === 'string' ? now : now.state
}

describe('the whole way', () => {
  test.each<[way: string, moves: Move[], end: State]>([
    [
      'by system',
      [
        ['pass', 'office', { method: 'system' }],
        ['start', 'secondary'],
        ['accept', 'secondary', { proof: external }],
        ['close', 'office'],
      ],
      'closed',
    ],
    [
      'on paper',
      [
        ['pass', 'office', { method: 'paper' }],
        ['issue', 'office'],
        ['hand-out', 'office'],
        ['answer', 'receiver'],
        ['accept', 'office', { proof: receipt }],
        ['close', 'office'],
      ],
      'closed',
    ],
    [
      'both, accepted by the system',
      [
        ['pass', 'office', { method: 'both' }],
        ['start', 'secondary'],
        ['issue', 'office'],
        ['hand-out', 'office'],
        ['accept', 'office', { proof: external }],
      ],
      'received',
    ],
    [
      'both, accepted on paper before the system was started',
      [
        ['pass', 'office', { method: 'both' }],
        ['issue', 'office'],
        ['hand-out', 'secondary'],
        ['accept', 'office', { proof: receipt }],
      ],
      'received',
    ],
    [
      'both, one rejected: the other goes on',
      [
        ['pass', 'office', { method: 'both' }],
        ['start', 'secondary'],
        ['reject', 'office', { reason, track: 'system' }],
        ['issue', 'office'],
        ['hand-out', 'office'],
      ],
      'in-transit',
    ],
    [
      'to another branch of the school',
      [
        ['pass', 'office', { method: 'internal' }],
        ['confirm-internal', 'new-branch'],
      ],
      'received',
    ],
    [
      'deferred, then by system',
      [
        ['pass', 'office', { method: 'defer' }],
        ['resume', 'office', { method: 'system' }],
        ['start', 'secondary'],
      ],
      'in-transit',
    ],
    [
      'deferred, then another destination',
      [
        ['pass', 'office', { method: 'defer' }],
        ['fill', 'member'],
      ],
      'branch-check',
    ],
    [
      'relayed: stays open',
      [
        ['pass', 'office', { method: 'paper' }],
        ['issue', 'office'],
        ['hand-out', 'office'],
        ['answer', 'receiver'],
        ['relay', 'office', { reason: '转往下级党组织' }],
      ],
      'in-transit',
    ],
    [
      'called back',
      [
        ['pass', 'office', { method: 'paper' }],
        ['issue', 'office'],
        ['hand-out', 'office'],
        ['accept', 'office', { proof: callback }],
      ],
      'received',
    ],
  ])('%s', (_way, moves, end) => {
    expect(stateAfter({ ...start, evidence: { pictures: 0, calls: ['call'] } }, [...toOffice, ...moves])).toBe(end)
  })

  test('直属: one check in place of two, and the branch does the 总支’s part', () => {
    const direct = { ...start, direct: true }
    expect(
      stateAfter(direct, [
        ['fill', 'member'],
        ['branch-verify', 'branch'],
      ]),
    ).toBe('verified')
    expect(
      stateAfter(direct, [
        ['fill', 'member'],
        ['branch-verify', 'branch'],
        ['submit-register', 'submission'],
        ['pass', 'office', { method: 'system' }],
        ['start', 'branch'],
      ]),
    ).toBe('in-transit')
  })

  test('feedback takes the proposed method unless it names another', () => {
    expect(stateAfter(at('office-check', { method: 'paper' }), [['pass', 'office']])).toBe('to-issue')
    expect(stateAfter(at('office-check', { method: 'paper' }), [['pass', 'office', { method: 'system' }]])).toBe('to-start')
  })
})

describe('sent back: to the one who can mend it', () => {
  test.each<[facts: TransferFacts, moves: Move[], end: State | string]>([
    [
      at('branch-check'),
      [
        ['branch-send-back', 'branch', { reason }],
        ['mend', 'member'],
      ],
      'branch-check',
    ],
    [
      at('secondary-check'),
      [
        ['secondary-send-back', 'secondary', { reason, backTo: 'branch' }],
        ['mend', 'branch'],
      ],
      'secondary-check',
    ],
    [
      at('verified'),
      [
        ['secondary-send-back', 'secondary', { reason, backTo: 'member' }],
        ['mend', 'member'],
      ],
      'branch-check',
    ],
    [
      at('office-check'),
      [
        ['office-send-back', 'office', { reason, backTo: 'secondary' }],
        ['mend', 'secondary'],
      ],
      'verified',
    ],
    [
      at('office-check'),
      [
        ['office-send-back', 'office', { reason, backTo: 'secondary' }],
        ['mend', 'member'],
      ],
      'mend: not-your-side',
    ],
    [
      at('office-check', { direct: true }),
      [
        ['office-send-back', 'office', { reason, backTo: 'branch' }],
        ['mend', 'branch'],
      ],
      'verified',
    ],
    [
      at('office-check', { direct: true }),
      [['office-send-back', 'office', { reason, backTo: 'secondary' }]],
      'office-send-back: needs-recipient',
    ],
    [
      at('secondary-check'),
      [['secondary-send-back', 'secondary', { reason, backTo: 'secondary' }]],
      'secondary-send-back: needs-recipient',
    ],
  ])('%o: %o', (facts, moves, end) => {
    expect(stateAfter(facts, moves)).toBe(end)
  })
})

/** What is registered beside the course of things. */
const staysPut = (step: Step) => typeof steps[step].to !== 'string' && steps[step].to.by === 'state'

describe('the table', () => {
  const targets = (step: Step): readonly State[] => {
    const { to } = steps[step]
    return typeof to === 'string' ? [to] : to.among
  }

  test('every state is reached', () => {
    const reached = new Set<State>(['to-fill', ...stepCodes.flatMap(targets)])
    expect([...reached].sort()).toEqual([...states].sort())
  })

  test('every state is left, but 办结', () => {
    expect(states.filter(state => stepCodes.every(step => staysPut(step) || !steps[step].from.includes(state)))).toEqual(['closed'])
  })

  test('whoever holds a case has a step to take', () => {
    const idle = states.filter(state => {
      const facts = at(state, {
        backTo: state === 'sent-back' ? 'branch' : null,
        method: 'both',
        tracks: state === 'in-transit' ? both('out', 'out') : both('waiting', 'waiting'),
      })
      const owner = ownerOf(facts)
      return owner !== null && openSteps(facts, owner, today).length === 0
    })
    expect(idle).toEqual([])
  })

  test('the buttons of a case on paper, per side', () => {
    expect(openSteps(onPaper, 'member', today)).toEqual(['apply'])
    expect(openSteps(onPaper, 'receiver', today)).toEqual(['answer'])
    expect(openSteps(onPaper, 'office', today)).toEqual(['relay', 'accept', 'reject', 'void'])
    expect(openSteps(at('received'), 'member', today)).toEqual([])
  })
})
