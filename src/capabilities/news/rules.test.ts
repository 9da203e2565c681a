import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import {
  afterSubmit,
  blankParts,
  counted,
  MOST_PHOTOS,
  mayStep,
  type NewsState,
  type NewsStep,
  newsSteps,
  roomFor,
  type Side,
  sides,
  stepsOf,
} from './rules.ts'

const facts = (state: NewsState, side: Side, times = 1) => ({ state, side, times, blank: [] })

describe('who may do what, and when', () => {
  const open: [NewsState, Side, NewsStep[]][] = [
    ['draft', 'unit', ['change', 'submit']],
    ['above', 'unit', ['withdraw']],
    ['above', 'above', ['pass-on', 'give-back']],
    ['sent', 'unit', ['withdraw']],
    ['sent', 'publicity', ['receive', 'return', 'accept']],
    ['received', 'unit', ['withdraw']],
    ['received', 'publicity', ['return', 'accept']],
    ['returned', 'unit', ['change', 'submit']],
    ['accepted', 'publicity', ['publish']],
    ['published', 'publicity', ['publish']],
  ]
  test.each(open)('%s, %s: %j', (state, side, steps) => expect(stepsOf(facts(state, side))).toEqual(steps))

  test('nobody else does anything', () => {
    const states: NewsState[] = ['draft', 'above', 'sent', 'received', 'returned', 'accepted', 'published']
    for (const state of states)
      for (const side of sides)
        if (!open.some(([at, by]) => at === state && by === side)) expect(stepsOf(facts(state, side)), `${state} ${side}`).toEqual([])
  })

  test.each([
    ['a draft that was never handed in is dropped', mayStep(facts('draft', 'unit', 0), 'drop'), undefined],
    ['one that was handed in stays', mayStep(facts('draft', 'unit', 1), 'drop'), 'handed-in-before'],
    ['something is blank', mayStep({ ...facts('draft', 'unit'), blank: ['title'] }, 'submit'), 'incomplete'],
    ['given back without a word', mayStep(facts('above', 'above'), 'give-back', ' '), 'reason-missing'],
    ['returned without a word', mayStep(facts('received', 'publicity'), 'return'), 'reason-missing'],
    ['withdrawn after it was accepted', mayStep(facts('accepted', 'unit'), 'withdraw'), 'wrong-state'],
    ['accepted by its 总支', mayStep(facts('sent', 'above'), 'accept'), 'not-yours'],
  ])('%s', (_what, decision, reason) => expect(decision).toEqual(reason ? { allowed: false, reason } : { allowed: true, value: true }))

  test('every step has somebody who may take it', () => {
    const taken = (['draft', 'above', 'sent', 'accepted'] as const).flatMap(state => sides.flatMap(side => stepsOf(facts(state, side, 0))))
    expect(new Set(taken)).toEqual(new Set(newsSteps))
  })

  test('a branch writes to its 总支, a 总支 to the publicity office', () => {
    expect([afterSubmit(true), afterSubmit(false)]).toEqual(['above', 'sent'])
  })
})

describe('what is still blank', () => {
  const whole = { kind: 'person' as const, title: '题', byline: '甲', hasText: true, consentOn: day('2023-06-08') }
  const today = day('2023-06-08')
  test.each([
    ['nothing', whole, []],
    ['no word of the person', { ...whole, consentOn: null }, ['consent']],
    ['a word that is to come', { ...whole, consentOn: day('2023-06-09') }, ['consent']],
    ['a deed needs none', { ...whole, kind: 'deed' as const, consentOn: null }, []],
    ['all', { ...whole, title: ' ', byline: '', hasText: false }, ['title', 'byline', 'text']],
  ])('%s', (_what, draft, blank) => expect(blankParts(draft, today)).toEqual(blank))
})

test('counted by what became of it; what a 总支 gave back was never sent', () => {
  const row = (state: NewsState, links = 0, returnedFrom: 'above' | 'publicity' | null = null) => ({ state, links, returnedFrom })
  const rows = [
    row('sent'),
    row('returned', 0, 'publicity'),
    row('returned', 0, 'above'),
    row('accepted'),
    row('published', 2),
    row('draft'),
    row('above'),
  ]
  expect(counted(rows)).toEqual({ submitted: 4, returned: 1, accepted: 2, published: 1, links: 2 })
})

test.each([
  [0, 12],
  [11, 1],
  [12, undefined],
])('%i photographs leave room for %s', (kept, room) => {
  const decision = roomFor(kept)
  expect(decision.allowed ? decision.value : undefined).toBe(room)
  expect(MOST_PHOTOS).toBe(12)
})
