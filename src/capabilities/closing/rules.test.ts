import { describe, expect, test } from 'vitest'
import { type Term, termOfState, terms } from '../transfers/rules.ts'
import { type Figures, figureText, maySign, nextSteps, openIn, openTerms, wholeOf } from './rules.ts'

const none = Object.fromEntries(terms.map(term => [term, 0])) as Figures
const of = (some: Partial<Figures>): Figures => ({ ...none, ...some })
const settled = of({ received: 28, retained: 2, delayed: 1, reduced: 1 })

test.each<[string, Figures, Figures | null, string | null]>([
  ['nobody', none, null, 'nobody-here'],
  ['all received or accounted for', settled, null, null],
  ['one unreported', { ...settled, unreported: 1 }, null, 'still-open'],
  ['one in the school’s own chain', { ...settled, 'in-school-process': 1 }, null, 'still-open'],
  ['one on the way', { ...settled, 'in-transit': 1 }, null, 'still-open'],
  ['one whom the new branch has not confirmed', { ...settled, internal: 1 }, null, 'still-open'],
  ['signed, and nothing changed', settled, settled, 'signed-already'],
  ['signed, and one more was received', { ...settled, received: 29, retained: 1 }, settled, null],
])('%s', (_, figures, signed, reason) => {
  const decision = maySign(figures, signed)
  expect(decision.allowed ? null : decision.reason).toBe(reason)
})

describe('the terms', () => {
  test('are open or settled, and add up', () => {
    const settledTerms: Term[] = ['received', 'retained', 'delayed', 'reduced']
    expect([...openTerms, ...settledTerms].sort()).toEqual([...terms].sort())
    expect(wholeOf({ ...settled, unreported: 3 })).toBe(35)
    expect(openIn({ ...settled, unreported: 3, internal: 2 })).toBe(5)
  })

  test('every state that is open has a next step that is not an end', () => {
    const open = Object.entries(termOfState).filter(([, term]) => (openTerms as readonly Term[]).includes(term))
    for (const [state] of open) expect(nextSteps[state as keyof typeof nextSteps]).not.toMatch(/^已?办结/)
  })

  test('are told in the order of the equation', () => expect(figureText(settled)).toBe('已接收 28，保留/暂缓 2，延期在校 1，减员 1'))
})
