import { describe, expect, test } from 'vitest'
import { atOnce, byAndBy, mapping, type Steps } from './steps.ts'

function* counting(most: number): Steps<number> {
  for (let at = 0; at < most; at++) yield
  return most
}

const busy = (ms: number) => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

describe('work in steps', () => {
  test('is the same at once and by and by', async () => {
    expect(atOnce(counting(100))).toBe(100)
    expect(await byAndBy(counting(100))).toBe(100)
  })

  test('maps in order', () => expect(atOnce(mapping([1, 2, 3], value => value * 2))).toEqual([2, 4, 6]))

  test('lets others come between', async () => {
    let between = 0
    const timer = setInterval(() => between++, 1)
    await byAndBy(mapping(Array.from({ length: 20 }), () => busy(4)))
    clearInterval(timer)
    expect(between).toBeGreaterThan(3)
  })

  test('ends with the error of a step', async () => {
    const broken = mapping([1], () => {
      throw new Error('so')
    })
    await expect(byAndBy(broken)).rejects.toThrow('so')
  })
})
