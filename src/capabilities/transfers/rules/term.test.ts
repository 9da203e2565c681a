import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { membershipCodes as memberships, outcomes, reductions } from '../../roster/rules.ts'
import { type Standing, states, type Term, type TransferFacts, termOf, terms } from '../rules.ts'
import { at, inSystem, onPaper } from './builders.ts'

const today = day('2023-06-20')
const graduate: Standing = { outcome: 'on-time', membership: 'full', reduction: null, transfer: null }
const termOn = (transfer: TransferFacts | null, more: Partial<Standing> = {}, on = today) => termOf({ ...graduate, transfer, ...more }, on)

describe('the closing equation', () => {
  test.each<[TransferFacts | null, Term]>([
    [null, 'unreported'],
    [at('to-fill'), 'unreported'],
    [at('branch-check'), 'in-school-process'],
    [at('secondary-check'), 'in-school-process'],
    [at('verified'), 'in-school-process'],
    [at('office-check'), 'in-school-process'],
    [at('to-start'), 'in-school-process'],
    [at('to-issue'), 'in-school-process'],
    [at('in-transit'), 'in-transit'],
    [at('answered'), 'in-transit'], // an online reply only
    [at('received'), 'received'],
    [at('closed'), 'received'],
    [at('sent-back', { backTo: 'member' }), 'unreported'],
    [at('sent-back', { backTo: 'branch' }), 'in-school-process'],
    [at('sent-back', { backTo: 'secondary' }), 'in-school-process'],
    [at('withdrawn'), 'unreported'],
    [at('rejected'), 'in-school-process'],
    [at('void'), 'unreported'],
    [at('retained'), 'retained'],
    [at('deferred'), 'retained'],
    [at('internal'), 'internal'], // until the new branch confirms
    [{ ...onPaper, application: 'change' }, 'in-school-process'], // 改派 in hand
  ])('%o counts as %s', (transfer, term) => {
    expect(termOn(transfer)).toBe(term)
  })

  test.each([
    ['2023-09-18', 'in-transit'],
    ['2023-09-19', 'in-school-process'],
  ] as const)('what was sent on 20 June for 90 days is, on %s, %s', (on, term) => {
    expect(termOn(inSystem, {}, day(on))).toBe(term)
  })

  test.each<[outcome: Standing['outcome'], Term]>([
    ['on-time', 'in-transit'],
    ['delayed', 'delayed'],
    ['completed', 'in-transit'], // 结业, 肄业, 退学 leave like everyone else
    ['incomplete', 'in-transit'],
    ['withdrawn', 'in-transit'],
    ['suspended', 'delayed'],
    ['enlisted', 'in-transit'],
    ['deceased', 'reduced'],
  ])('%s with a transfer under way: %s', (outcome, term) => {
    expect(termOn(inSystem, { outcome })).toBe(term)
  })

  test('减员 comes before 延期, 延期 before 保留 and 已接收', () => {
    expect(termOn(at('received'), { outcome: 'delayed', reduction: 'expelled' })).toBe('reduced')
    expect(termOn(at('received'), { outcome: 'delayed', membership: 'disqualified' })).toBe('reduced')
    expect(termOn(at('retained'), { outcome: 'delayed' })).toBe('delayed')
    expect(termOn(at('received'), { outcome: 'delayed' })).toBe('delayed')
  })

  test('is total: every outcome, membership, end and state has one term, and 减员 always wins', () => {
    for (const outcome of outcomes)
      for (const membership of memberships)
        for (const reduction of [null, ...reductions])
          for (const state of states) {
            const term = termOn(at(state), { outcome, membership, reduction })
            expect(terms).toContain(term)
            expect(term === 'reduced').toBe(reduction !== null || outcome === 'deceased' || membership === 'disqualified')
          }
  })
})
