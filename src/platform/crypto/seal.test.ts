import { describe, expect, test } from 'vitest'
import { keysUnder, newKey, seal, unseal } from './index.ts'

describe('a sealed value', () => {
  const key = newKey()
  const sealed = seal(key, Buffer.from('449901200001010012'), 'members.id_number a')

  test('opens with its key and its place', () =>
    expect(Buffer.from(unseal(key, sealed, 'members.id_number a')).toString()).toBe('449901200001010012'))
  test('does not show what it holds', () => expect(Buffer.from(sealed).toString('latin1')).not.toContain('449901'))
  test('never looks the same twice', () => expect(seal(key, Buffer.from('x'), 'a')).not.toEqual(seal(key, Buffer.from('x'), 'a')))
  test.each([
    ['another key', () => unseal(newKey(), sealed, 'members.id_number a')],
    ['another row', () => unseal(key, sealed, 'members.id_number b')],
    [
      'a changed byte',
      () =>
        unseal(
          key,
          sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
          'members.id_number a',
        ),
    ],
  ])('does not open with %s', (_, open) => expect(open).toThrow())
})

describe('the keys of schools', () => {
  const keys = keysUnder(newKey())
  const vault = (school: string, id: string) => keys.open(school, id, keys.wrapNew(school, id))

  test('index equal values alike inside a school, and differently between schools', () => {
    const [a, a2, b] = [vault('s1', 'k1'), vault('s1', 'k2'), vault('s2', 'k3')]
    expect(a.index('phone', '1')).toEqual(a2.index('phone', '1'))
    expect(a.index('phone', '1')).not.toEqual(b.index('phone', '1'))
    expect(a.index('phone', '1')).not.toEqual(a.index('id', '1'))
  })
  test('a wrapped key of one school is no key of another', () => expect(() => keys.open('s2', 'k9', keys.wrapNew('s1', 'k9'))).toThrow())
})
