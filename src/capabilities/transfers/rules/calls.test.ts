import { expect, test } from 'vitest'
import { type Calling, callOutcomes, decideCall, mayCall, proves, type SaidCall } from './calls.ts'

const out: Calling = { state: 'in-transit', own: false, acting: ['office'], receiver: { phone: '0571-00000000' } }
const spoke: SaidCall = { outcome: 'received', answeredBy: '俞老师', said: '' }

test.each<[string, Partial<Calling>, string | null]>([
  ['by the office', {}, null],
  ['by the 总支', { acting: ['secondary'] }, null],
  ['after an answer from the public page', { state: 'answered' }, null],
  ['by a branch', { acting: ['branch'] }, 'not-your-side'],
  ['by the member', { own: true }, 'own-case'],
  ['before anything is out', { state: 'to-issue' }, 'not-out'],
  ['once it is received', { state: 'received' }, 'not-out'],
  ['to a receiver that the dictionary lacks', { receiver: null }, 'not-in-dictionary'],
  ['to an entry without a number', { receiver: { phone: null } }, 'no-phone'],
])('called %s', (_, more, reason) => {
  const decision = mayCall({ ...out, ...more })
  expect(decision.allowed ? null : decision.reason).toBe(reason)
})

test.each<[string, SaidCall, string | null]>([
  ['who said so', spoke, null],
  ['nobody named', { ...spoke, answeredBy: '' }, 'needs-answerer'],
  ['查无此人 by nobody', { ...spoke, outcome: 'unknown-person', answeredBy: '' }, 'needs-answerer'],
  ['nobody there', { outcome: 'no-answer', answeredBy: '', said: '' }, null],
  ['somebody else’s number', { outcome: 'wrong-number', answeredBy: '', said: '是一家快递站' }, null],
  ['a mobile among the words', { ...spoke, said: '请打 19000000009' }, 'number-in-words'],
])('logged with %s', (_, said, reason) => {
  const decision = decideCall(out, said)
  expect(decision.allowed ? null : decision.reason).toBe(reason)
})

test('only 已接收 from a number beyond doubt proves anything', () => {
  const proving = callOutcomes
    .flatMap(outcome => ([null, 'own-number', 'doubted'] as const).map(doubt => ({ outcome, doubt })))
    .filter(proves)
  expect(proving).toEqual([{ outcome: 'received', doubt: null }])
})
