import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { Role } from '../../accounts/rules.ts'
import { noticeWork } from '../rules.ts'

const facts = {
  toAcknowledge: 1,
  duties: [
    { dueOn: day('2023-06-08'), late: false },
    { dueOn: day('2023-06-05'), late: true },
  ],
  following: { unacknowledged: 3, late: 2, reported: 4 },
}
const said = (role: Role) =>
  noticeWork(role, facts).map(({ kind, act, count, overdue, dueOn }) => `${act} ${kind} ${count} ${overdue} ${dueOn}`)

test.each<[Role, string[]]>([
  ['branch-teacher', ['do notice-unread 1 0 null', 'do notice-duties 2 1 2023-06-05']],
  ['branch-secretary', ['do notice-duties 2 1 2023-06-05']], // reports what was done, signs for nothing
  [
    'general-branch',
    [
      'do notice-unread 1 0 null',
      'do notice-duties 2 1 2023-06-05',
      'do duty-reports 4 0 null',
      'urge notice-unread 3 0 null',
      'urge notice-duties 2 2 null',
    ],
  ],
  ['committee-office', ['do duty-reports 4 0 null', 'urge notice-unread 3 0 null', 'urge notice-duties 2 2 null']],
  ['counselor', []],
  ['auditor', []],
])('%s', (role, expected) => expect(said(role)).toEqual(expected))

test('nothing waits', () =>
  expect(noticeWork('general-branch', { toAcknowledge: 0, duties: [], following: { unacknowledged: 0, late: 0, reported: 0 } })).toEqual(
    [],
  ))
