import { permissionsOf, type Role } from '../../accounts/rules.ts'
import { partsOf } from './case-work.ts'
import type { Part, Work } from './kinds.ts'

/** What members report of the five items waits for whoever may confirm it, whatever the day: somebody waits for an answer. */
export function reportWork(role: Role, waiting: readonly Part[]): Work[] {
  const count = waiting.reduce((total, row) => total + row.count, 0)
  if (count === 0 || !permissionsOf[role].includes('education:confirm')) return []
  return [{ kind: 'item-reports', act: 'do', task: null, count, overdue: 0, dueOn: null, clause: 'C2', parts: partsOf(waiting) }]
}
