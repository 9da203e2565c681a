import { expect, test } from 'vitest'
import type { Role } from '../../accounts/rules.ts'
import { reportWork } from '../rules.ts'

const waiting = [
  { name: '英语第一党支部', count: 1 },
  { name: '英语第二党支部', count: 2 },
]

test.each<[Role, boolean]>([
  ['branch-teacher', true],
  ['direct-branch', true],
  ['general-branch', true],
  ['committee-office', false],
  ['branch-secretary', false],
  ['counselor', false],
])('what members report is work for %s: %s', (role, confirms) => {
  const line = { kind: 'item-reports', act: 'do', count: 3, overdue: 0, dueOn: null, clause: 'C2', parts: [waiting[1], waiting[0]] }
  expect(reportWork(role, waiting)).toEqual(confirms ? [expect.objectContaining(line)] : [])
})

test('nothing waits', () => expect(reportWork('branch-teacher', [])).toEqual([]))
