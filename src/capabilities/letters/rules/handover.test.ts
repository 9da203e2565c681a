import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { mayHandOver } from './handover.ts'

const letter = { state: 'issued', issuedOn: day('2023-06-02'), pickedUpOn: null } as const
const taken = { on: day('2023-06-02'), by: '欧阳静怡', how: 'self' } as const
const today = day('2023-06-08')

test.each([
  ['on the day of issue', {}, {}, null],
  ['today', {}, { on: day('2023-06-08') }, null],
  ['a voided letter', { state: 'voided' }, {}, 'void'],
  ['a second time', { pickedUpOn: day('2023-06-03') }, {}, 'already-handed-over'],
  ['before it was issued', {}, { on: day('2023-06-01') }, 'before-issue'],
  ['tomorrow', {}, { on: day('2023-06-09') }, 'future-day'],
  ['to nobody', {}, { by: ' ' }, 'nobody-named'],
] as const)('handed over %s', (_, facts, handover, reason) => {
  const decision = mayHandOver({ ...letter, ...facts }, { ...taken, ...handover }, today)
  expect(decision).toEqual(reason ? { allowed: false, reason } : { allowed: true, value: { ...taken, ...handover } })
})
