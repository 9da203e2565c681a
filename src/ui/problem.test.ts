import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { problemOf, wordsOf } from './problem.ts'

describe('what went wrong', () => {
  test('a refusal carries its reason and the state as it now stands', () => {
    const error = new ORPCError('REFUSED', { status: 409, data: { reason: 'wrong-state', state: 'sent', extra: 1 } })
    expect(problemOf(error)).toEqual({ code: 'REFUSED', reason: 'wrong-state', state: 'sent' })
  })

  test('a conflict carries the version', () => {
    expect(problemOf(new ORPCError('CONFLICT', { status: 409, data: { version: 7 } }))).toEqual({ code: 'CONFLICT', version: 7 })
  })

  test('a field that was refused for a reason of its own says which, and there are words for it', () => {
    const issues = [{ code: 'too_big' }, { code: 'custom', params: { reason: 'whole-number' } }]
    const problem = problemOf(new ORPCError('BAD_REQUEST', { status: 400, data: { issues } }))
    expect(problem).toEqual({ code: 'BAD_REQUEST', reason: 'whole-number' })
    expect(wordsOf(problem)).toContain('不能写进网址')
    expect(problemOf(new ORPCError('BAD_REQUEST', { status: 400, data: { issues: [{ code: 'too_big' }] } }))).toEqual({
      code: 'BAD_REQUEST',
    })
  })

  test('a broken line is OFFLINE, a fault of the page UNKNOWN', () => {
    expect(problemOf(new TypeError('Failed to fetch'))).toEqual({ code: 'OFFLINE' })
    expect(problemOf(new RangeError('page'))).toEqual({ code: 'UNKNOWN' })
    expect(problemOf(null)).toEqual({ code: 'UNKNOWN' })
  })
})

describe('words', () => {
  const refusals = { 'wrong-state': '这条已被别人办过。' }

  test("a page's own reason comes first", () => {
    expect(wordsOf({ code: 'REFUSED', reason: 'wrong-state' }, refusals)).toBe('这条已被别人办过。')
  })

  test('an unknown code is still answered by what was kept and what to do', () => {
    expect(wordsOf({ code: 'INTERNAL_SERVER_ERROR' })).toContain('内容没有改动')
  })

  test.each(['OFFLINE', 'UNAUTHORIZED', 'FORBIDDEN', 'CONFLICT', 'TOO_MANY_REQUESTS', 'X'])('%s: no exclamation, no bare 失败', code => {
    expect(wordsOf({ code })).not.toMatch(/[!！]|失败|系统繁忙/)
  })
})
