import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { type Asked, mayRecord, mayRevoke, maySign, noticeParagraphs, noticeText, type Person } from './rules.ts'

const today = day('2023-06-08')
const person: Person = { leaves: true, own: false, held: new Set() }
const talk: Asked = { kind: 'talk', onDay: today, how: 'in-person', by: '周老师' }
const paper: Asked = { kind: 'notice', onDay: today, how: 'paper', by: '周老师' }
const reasonOf = (decision: { allowed: boolean; reason?: string }) => (decision.allowed ? null : decision.reason)

describe('a record', () => {
  test.each<[string, Partial<Person>, Asked, string | null]>([
    ['a talk today', {}, talk, null],
    ['a signed paper', {}, paper, null],
    ['a talk beside a notice', { held: new Set(['notice']) }, talk, null],
    ['of tomorrow', {}, { ...talk, onDay: day('2023-06-09') }, 'future-day'],
    ['of yesterday', {}, { ...talk, onDay: day('2023-06-07') }, null],
    ['by nobody', {}, { ...talk, by: '  ' }, 'nobody-named'],
    ['a second talk', { held: new Set(['talk']) }, talk, 'already-recorded'],
    ['of oneself', { own: true }, talk, 'own-record'],
    ['of who stays', { leaves: false }, talk, 'stays-here'],
    ['a talk on paper', {}, { ...talk, how: 'paper' }, 'wrong-way'],
    ['a notice signed online by somebody else', {}, { ...paper, how: 'online' }, 'wrong-way'],
  ])('%s: %#', (_, more, asked, reason) => expect(reasonOf(mayRecord({ ...person, ...more }, asked, today))).toBe(reason))
})

describe('a signature', () => {
  const signed = { name: '阿依努尔·买买提', typed: '阿依努尔·买买提', textRead: 'a', textNow: 'a' }
  test.each<[string, Partial<Person>, Partial<typeof signed>, string | null]>([
    ['with the own name', {}, {}, null],
    ['with another dot and a space', {}, { typed: '阿依努尔• 买买提' }, null],
    ['with another name', {}, { typed: '买买提' }, 'other-name'],
    ['twice', { held: new Set(['notice']) }, {}, 'already-signed'],
    ['of a text that has changed', {}, { textNow: 'b' }, 'other-text'],
    ['of who stays', { leaves: false }, {}, 'stays-here'],
  ])('%s', (_, more, said, reason) => expect(reasonOf(maySign({ ...person, ...more }, { ...signed, ...said }))).toBe(reason))
})

test.each([
  ['a wrong one', { revoked: false, own: false, reason: '登记错了人' }, null],
  ['without a reason', { revoked: false, own: false, reason: ' ' }, 'reason-missing'],
  ['twice', { revoked: true, own: false, reason: '重复' }, 'already-revoked'],
  ['the own', { revoked: false, own: true, reason: '重复' }, 'own-record'],
] as const)('is taken back: %s', (_, facts, reason) => expect(reasonOf(mayRevoke(facts))).toBe(reason))

test('the text is one whole, each paragraph a sentence or more', () => {
  expect(noticeParagraphs.every(paragraph => paragraph.endsWith('。'))).toBe(true)
  expect(noticeText.split('\n')).toHaveLength(noticeParagraphs.length + 1)
})
