import { describe, expect, test } from 'vitest'
import { corrected, isOffset, offsetInWords } from './printers.ts'

test.each<[number, boolean]>([
  [0, true],
  [0.5, true],
  [-30, true],
  [30, true],
  [30.5, false],
  [0.3, false],
  [Number.NaN, false],
])('%s mm can be set: %s', (millimetres, can) => {
  expect(isOffset(millimetres)).toBe(can)
})

describe('what the test sheet says', () => {
  const at = (right: number, down: number) => ({ right, down })
  test.each([
    ['lies right as it is', at(1, -2), at(0, 0), at(1, -2)],
    ['2 mm too far right, unmoved so far', at(0, 0), at(2, 0), at(-2, 0)],
    ['2 mm too far right, moved by 1 already', at(1, 0), at(2, 0), at(-1, 0)],
    ['1.5 mm too high', at(0, 0), at(0, -1.5), at(0, 1.5)],
    ['measured to the tenth, set to the half', at(0, 0), at(1.3, -0.7), at(-1.5, 0.5)],
    ['to the very edge', at(29, 0), at(-1, 0), at(30, 0)],
    ['beyond it', at(29.5, 0), at(-1, 0), null],
  ])('%s', (_, offset, seen, next) => {
    expect(corrected(offset, seen)).toEqual(next ? { allowed: true, value: next } : { allowed: false, reason: 'too-far' })
  })
})

test.each([
  [{ right: 0, down: 0 }, '不移动'],
  [{ right: 2, down: -0.5 }, '右移 2 毫米，上移 0.5 毫米'],
  [{ right: -1, down: 3 }, '左移 1 毫米，下移 3 毫米'],
])('%j is %s', (offset, words) => {
  expect(offsetInWords(offset)).toBe(words)
})
