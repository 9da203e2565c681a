import type { Day } from '../../../kernel/day.ts'
import { permissionsOf, type Role } from '../../accounts/rules.ts'
import type { Act, Work } from './kinds.ts'

/** Of the reader's own unit; `following` is what those below owe it. */
export type NoticeFacts = {
  toAcknowledge: number
  duties: readonly { dueOn: Day; late: boolean }[]
  following: { unacknowledged: number; late: number; reported: number }
}

const line = (kind: Work['kind'], act: Act, count: number, more: Partial<Work> = {}): Work[] =>
  count === 0 ? [] : [{ kind, act, task: null, count, overdue: 0, dueOn: null, clause: 'C18', parts: [], ...more }]

/** A notice waits for the unit's word, its duties for being done; those above remind, and take note of what was done. */
export function noticeWork(role: Role, { toAcknowledge, duties, following }: NoticeFacts): Work[] {
  const may = (permission: (typeof permissionsOf)[Role][number]) => permissionsOf[role].includes(permission)
  const late = duties.filter(duty => duty.late).length
  const first = duties.reduce<Day | null>((day, { dueOn }) => (day === null || dueOn < day ? dueOn : day), null)
  return [
    ...(may('notices:acknowledge') ? line('notice-unread', 'do', toAcknowledge) : []),
    ...(may('notices:report') ? line('notice-duties', 'do', duties.length, { overdue: late, dueOn: first, clause: 'C15' }) : []),
    ...(may('notices:follow') || may('notices:forward')
      ? [
          ...line('duty-reports', 'do', following.reported, { clause: 'C15' }),
          ...line('notice-unread', 'urge', following.unacknowledged),
          ...line('notice-duties', 'urge', following.late, { overdue: following.late, clause: 'C15' }),
        ]
      : []),
  ]
}
