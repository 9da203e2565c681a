import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { dissolvesByName, mayName, passesOn } from './dissolving.ts'

const leaving = day('2023-06-25')

test.each([
  ['离校日前一天', true, leaving, '2023-06-24', false],
  ['离校日当天', true, leaving, '2023-06-25', true],
  ['离校日后一天', true, leaving, '2023-06-26', true],
  ['不解散的支部', false, leaving, '2023-06-26', false],
  ['还没有定离校日', true, null, '2023-12-31', false],
] as const)('%s', (_, dissolves, on, today, passes) => expect(passesOn(dissolves, on, day(today))).toBe(passes))

test.each([
  ['英语毕业班党支部', true],
  ['赴西部计划临时党支部', true],
  ['2023届毕业生党支部', true],
  ['英语第一党支部', false],
])('%s: %s', (name, dissolves) => expect(dissolvesByName(name)).toBe(dissolves))

const named = { dissolves: true, accountId: 'a', phone: ' 020-00000001 ' }
test.each([
  ['总支指定到人', named, { atBranch: false, known: true }, { dissolves: true, accountId: 'a', phone: '020-00000001' }],
  ['先标解散，人后定', { ...named, accountId: null }, { atBranch: false, known: false }, { dissolves: true, accountId: null, phone: '' }],
  ['不解散，就不要人', { ...named, dissolves: false }, { atBranch: false, known: true }, { dissolves: false, accountId: null, phone: '' }],
  ['支部自己不定', named, { atBranch: true, known: true }, 'branch-itself'],
  ['不是总支的老师', named, { atBranch: false, known: false }, 'not-that-teacher'],
  ['没有电话', { ...named, phone: ' ' }, { atBranch: false, known: true }, 'needs-phone'],
])('%s', (_, naming, facts, answer) => {
  const decision = mayName(naming, facts)
  expect(decision.allowed ? decision.value : decision.reason).toEqual(answer)
})
