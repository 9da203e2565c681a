import { expect, test } from 'vitest'
import type { Role } from '../../accounts/rules.ts'
import { escalatedWork, waitingAt } from '../rules.ts'

const counts = { secondary: 2, committee: 5 }

test.each<[Role, string | null, number]>([
  ['general-branch', 'escalated-secondary', 2],
  ['committee-office', 'escalated-committee', 5],
  ['direct-branch', null, 0],
  ['branch-teacher', null, 0],
  ['counselor', null, 0],
])('what was passed up is work for %s: %s', (role, kind, count) =>
  expect(escalatedWork(role, counts).map(work => [work.kind, work.act, work.count, work.clause])).toEqual(
    kind ? [[kind, 'do', count, 'C11']] : [],
  ),
)

test('of a level that has none there is no line', () => {
  expect(escalatedWork('general-branch', { secondary: 0, committee: 5 })).toEqual([])
  expect(escalatedWork('committee-office', { secondary: 2, committee: 0 })).toEqual([])
})

test('an entry counts these cases once, in the line of their step', () =>
  expect(waitingAt([...escalatedWork('general-branch', counts), { kind: 'secondary-check', act: 'do', count: 3, overdue: 1 }])).toEqual({
    transfers: { count: 3, urgent: true },
  }))
