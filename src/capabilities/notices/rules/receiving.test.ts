import { describe, expect, test } from 'vitest'
import {
  type AcknowledgeRefusal,
  type Forwarding,
  type ForwardRefusal,
  mayAcknowledge,
  mayForward,
  type ReceiptFacts,
} from './receiving.ts'

const facts = (change: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
  state: 'issued',
  received: true,
  acknowledged: false,
  entitled: true,
  ...change,
})
const said = (decision: { allowed: boolean; reason?: string }) => (decision.allowed ? 'yes' : decision.reason)

test.each<[string, Partial<ReceiptFacts>, 'yes' | AcknowledgeRefusal]>([
  ['a unit that has it', {}, 'yes'],
  ['twice', { acknowledged: true }, 'already'],
  ['a unit that has not got it', { received: false }, 'not-received'],
  ['a student secretary', { entitled: false }, 'not-entitled'],
  ['after it was taken back', { state: 'withdrawn' }, 'withdrawn'],
])('acknowledging: %s', (_, change, expected) => expect(said(mayAcknowledge(facts(change)))).toBe(expected))

describe('handing on', () => {
  const first: Forwarding = { again: 0, fresh: 3, before: 0, says: false }
  test.each<[string, Partial<ReceiptFacts>, Partial<Forwarding>, 'yes' | ForwardRefusal]>([
    ['the first time, without a word', {}, {}, 'yes'],
    ['to one branch more', {}, { fresh: 1, before: 2 }, 'yes'],
    ['more duties to the same branches', {}, { fresh: 0, before: 3, says: true }, 'yes'],
    ['before it was acknowledged', { acknowledged: false }, {}, 'not-acknowledged'],
    ['to a branch that has it', {}, { again: 1, before: 3 }, 'already-there'],
    ['to no branch at all', {}, { fresh: 0 }, 'nobody'],
    ['nothing new', {}, { fresh: 0, before: 3 }, 'nothing-new'],
    ['what one has not got', { received: false }, {}, 'not-received'],
    ['what was taken back', { state: 'withdrawn' }, {}, 'withdrawn'],
    ['by who may not', { entitled: false }, {}, 'not-entitled'],
  ])('%s', (_, change, asked, expected) =>
    expect(said(mayForward(facts({ acknowledged: true, ...change }), { ...first, ...asked }))).toBe(expected),
  )
})
