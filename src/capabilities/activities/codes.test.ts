import { describe, expect, test } from 'vitest'
import { keysUnder, newKey } from '../../platform/crypto/index.ts'
import { areDigits, digitsAt, readToken, tokenAt } from './codes.ts'

const keys = keysUnder(newKey())
const of = { school: '01900000-0000-7000-8000-00000000000a', activityId: '01900000-0000-7000-8000-00000000000b' }
const start = new Date('2023-06-08T06:00:00.000Z')
const later = (ms: number) => new Date(start.getTime() + ms)

describe('a scanned code', () => {
  const token = tokenAt(keys, of, start)
  test.each([
    [0, true],
    [9_999, true],
    [19_999, true],
    [20_000, false],
    [3_600_000, false],
  ])('%s ms after it was shown holds: %s', (ms, fresh) =>
    expect(readToken(keys, of.school, token, later(ms))).toEqual({ activityId: of.activityId, fresh }),
  )
  test('of the future holds not', () => expect(readToken(keys, of.school, tokenAt(keys, of, later(30_000)), start)?.fresh).toBe(false))
  test.each<[string, () => unknown]>([
    ['of another school', () => readToken(keys, of.activityId, token, start)],
    ['of another installation', () => readToken(keysUnder(newKey()), of.school, token, start)],
    ['with one sign changed', () => readToken(keys, of.school, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, start)],
    [
      'turned to another activity',
      () =>
        readToken(
          keys,
          of.school,
          Buffer.from(Buffer.from(token, 'base64url').map((byte, at) => (at === 15 ? byte ^ 1 : byte))).toString('base64url'),
          start,
        ),
    ],
    ['that is nothing', () => readToken(keys, of.school, 'hello', start)],
    ['that is empty', () => readToken(keys, of.school, '', start)],
  ])('%s is none', (_, read) => expect(read()).toBeNull())
})

describe('six digits', () => {
  const digits = digitsAt(keys, of, start)
  test('are six', () => expect(digits).toMatch(/^\d{6}$/))
  test.each([
    [0, true],
    [119_999, true],
    [120_000, false],
  ])('%s ms after they were shown hold: %s', (ms, held) => expect(areDigits(keys, of, digits, later(ms))).toBe(held))
  test('are others for another activity', () => {
    const others = Array.from({ length: 5 }, (_, at) =>
      digitsAt(keys, { ...of, activityId: `01900000-0000-7000-8000-00000000010${at}` }, start),
    )
    expect(others.filter(other => other === digits).length).toBeLessThan(2)
  })
  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('%s are none', text => expect(areDigits(keys, of, text, start)).toBe(false))
})
