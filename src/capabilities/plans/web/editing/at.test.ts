import { expect, test } from 'vitest'
import { moved, valueAt, withField, withValue } from './at.ts'

const tree = { a: { b: [1, 2], c: 'x' }, d: 1 }

test('a place is read and written by its path; the rest is the same object', () => {
  expect(valueAt(tree, 'a.b')).toEqual([1, 2])
  expect(valueAt(tree, '')).toBe(tree)
  expect(valueAt(tree, 'a.z.y')).toBeUndefined()
  const next = withValue(tree, 'a.c', 'y')
  expect(next).toEqual({ a: { b: [1, 2], c: 'y' }, d: 1 })
  expect(next.a.b).toBe(tree.a.b)
})

test('a property keeps its place, a new one comes last, an emptied one goes', () => {
  expect(Object.keys(withField({ a: 1, b: 2 }, 'a', 3))).toEqual(['a', 'b'])
  expect(withField({ a: 1 }, 'b', 2)).toEqual({ a: 1, b: 2 })
  expect(withField({ a: 1, b: 2 }, 'b', undefined)).toEqual({ a: 1 })
})

test.each([
  [0, -1, 'abc'],
  [0, 1, 'bac'],
  [2, 1, 'abc'],
  [2, -1, 'acb'],
] as const)('row %i moved by %i: %s', (from, by, expected) => expect(moved([...'abc'], from, by).join('')).toBe(expected))
