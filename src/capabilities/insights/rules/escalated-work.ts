import type { Role } from '../../accounts/rules.ts'
import type { EscalationLevel } from '../../transfers/rules.ts'
import type { EscalatedKind, Work } from './kinds.ts'

/** A direct branch has no 总支 above it: its cases pass to 组织部. */
const levelOf: Partial<Record<Role, EscalationLevel>> = { 'general-branch': 'secondary', 'committee-office': 'committee' }
const kindFor: Record<EscalationLevel, EscalatedKind> = { secondary: 'escalated-secondary', committee: 'escalated-committee' }

/** Whom nobody below has acted for in time: the reader's own level has them now. */
export function escalatedWork(role: Role, counts: Readonly<Record<EscalationLevel, number>>): Work[] {
  const level = levelOf[role]
  if (!level || counts[level] === 0) return []
  return [{ kind: kindFor[level], act: 'do', task: null, count: counts[level], overdue: 0, dueOn: null, clause: 'C11', parts: [] }]
}
