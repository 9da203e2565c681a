import { expect, test } from 'vitest'
import { isSignature, SIGNATURE_FORM, type Stroke, signatureDrawing, signatureText, strokePath, strokesOf } from './signature.ts'

const wave: Stroke = [
  [10, 10],
  [60, 40],
  [110, 10],
]

test('travels as numbers alone, and comes back the same', () => {
  const text = signatureText([wave, [[5.4, 299.6]], []])
  expect(text).toBe('10,10 60,40 110,10;5,300')
  expect(text).toMatch(SIGNATURE_FORM)
  expect(strokesOf(text)).toEqual([wave, [[5, 300]]])
})

test('beyond the pad is its edge', () => {
  expect(signatureText([[[-3, 4000]]])).toBe('0,300')
})

test.each(['', '1,2;', '1,2  3,4', '1,2"/><script>', '1000,1', '1,-2', 'M1 2'])('%j is no signature', text => {
  expect(text).not.toMatch(SIGNATURE_FORM)
})

test.each<[string, Stroke[], boolean]>([
  ['nothing', [], false],
  ['a touch', [[[400, 100]]], false],
  [
    'a slip',
    [
      [
        [400, 100],
        [420, 110],
      ],
    ],
    false,
  ],
  ['a stroke', [wave], true],
])('%s: signed or not', (_, strokes, signed) => {
  expect(isSignature(strokes)).toBe(signed)
})

test('is drawn through the middles, and a touch is a dot', () => {
  expect(strokePath(wave)).toBe('M10 10Q60 40 85 25L110 10')
  expect(strokePath([[7, 8]])).toBe('M7 8h1')
  expect(signatureDrawing('10,10 60,40 110,10;7,8')).toContain('d="M10 10Q60 40 85 25L110 10M7 8h1"')
})
