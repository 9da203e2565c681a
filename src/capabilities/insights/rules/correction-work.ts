import type { Role } from '../../accounts/rules.ts'
import { partsOf } from './case-work.ts'
import type { Act, Part, Work } from './kinds.ts'

/** The branch confirms what its members propose about their data; the unit above it may, and reminds. */
const actOf: Partial<Record<Role, Act>> = { 'branch-teacher': 'do', 'direct-branch': 'do', 'general-branch': 'urge' }

/** No day presses, but somebody waits for an answer. */
export function correctionWork(role: Role, waiting: readonly Part[]): Work[] {
  const act = actOf[role]
  const count = waiting.reduce((total, row) => total + row.count, 0)
  if (!act || count === 0) return []
  return [{ kind: 'corrections', act, task: null, count, overdue: 0, dueOn: null, clause: 'C12', parts: partsOf(waiting) }]
}
