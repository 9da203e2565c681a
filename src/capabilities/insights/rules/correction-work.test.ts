import { expect, test } from 'vitest'
import type { Role } from '../../accounts/rules.ts'
import { correctionWork } from '../rules.ts'

const waiting = [
  { name: '英语第一党支部', count: 1 },
  { name: '英语第二党支部', count: 2 },
]

test.each<[Role, string | null]>([
  ['branch-teacher', 'do'],
  ['direct-branch', 'do'],
  ['general-branch', 'urge'],
  ['committee-office', null],
  ['branch-secretary', null],
  ['counselor', null],
])('what members propose is work for %s: %s', (role, act) => {
  const line = { kind: 'corrections', act, count: 3, overdue: 0, dueOn: null, parts: [waiting[1], waiting[0]] }
  expect(correctionWork(role, waiting)).toMatchObject(act ? [line] : [])
})

test('nothing waits', () => expect(correctionWork('branch-teacher', [])).toEqual([]))
