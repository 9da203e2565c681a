import { expect, test } from 'vitest'
import { callDoubt } from './calling.ts'

const me = 'a'
test.each([
  ['a number that nobody is known to have written', { phoneBy: null, phoneVerified: false, doubted: false }, null],
  ['another’s number', { phoneBy: 'b', phoneVerified: false, doubted: false }, null],
  ['one’s own number', { phoneBy: me, phoneVerified: false, doubted: false }, 'own-number'],
  ['one’s own number, 核实 since', { phoneBy: me, phoneVerified: true, doubted: false }, null],
  ['a number that came to somebody else', { phoneBy: 'b', phoneVerified: false, doubted: true }, 'doubted'],
  ['one’s own that came to somebody else', { phoneBy: me, phoneVerified: false, doubted: true }, 'doubted'],
] as const)('%s', (_, number, doubt) => expect(callDoubt(number, me)).toBe(doubt))
