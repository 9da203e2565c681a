import { describe, expect, test } from 'vitest'
import { countOf, isChosen, nothing, toggledAll, toggledOne } from './chosen.ts'

describe('what is chosen of a long list', () => {
  test('one by one', () => {
    const two = toggledOne(toggledOne(nothing, 'a'), 'b')
    expect([isChosen(two, 'a'), isChosen(two, 'c'), countOf(two, 100)]).toEqual([true, false, 2])
    expect(countOf(toggledOne(two, 'a'), 100)).toBe(1)
  })

  test('all, and all but one', () => {
    const butOne = toggledOne(toggledAll(true), 'a')
    expect([isChosen(butOne, 'a'), isChosen(butOne, 'b'), countOf(butOne, 100)]).toEqual([false, true, 99])
    expect(countOf(toggledOne(butOne, 'a'), 100)).toBe(100)
    expect(countOf(toggledAll(false), 100)).toBe(0)
  })
})
