/** Branches that dissolve after the leaving day, and on which day their open cases pass to a named teacher. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { leavingDayOf, type Plan } from '../../plans/rules.ts'
import type { Term } from '../../transfers/rules.ts'
import { openTerms } from './closing.ts'

/** 保留 too: who is abroad still has to be kept in touch with. */
export const handedTerms: readonly Term[] = [...openTerms, 'retained']

/** 临时党支部 and 毕业班党支部 exist for one season, unless somebody says otherwise. */
export const dissolvesByName = (name: string): boolean => /临时|毕业班|毕业生/.test(name)

/** The branch's own exception, else its 总支's, else the school's. */
export const leavingOf = (plan: Plan, unitId: string, aboveId: string | null): Day | null => {
  const own = leavingDayOf(plan, unitId)
  return aboveId && own === plan.leavingDay ? leavingDayOf(plan, aboveId) : own
}

/** From the leaving day on, that day included. */
export const passesOn = (dissolves: boolean, leavingDay: Day | null, today: Day): boolean =>
  dissolves && leavingDay !== null && today >= leavingDay

/** `branch-itself`: a branch does not name who comes after it. `not-that-teacher`: no post at the 总支. `needs-phone`: members have to reach somebody. */
export const namingRefusals = ['branch-itself', 'not-that-teacher', 'needs-phone'] as const
export type NamingRefusal = (typeof namingRefusals)[number]

export type Naming = { dissolves: boolean; accountId: string | null; phone: string }

export const mayName = (naming: Naming, { atBranch, known }: { atBranch: boolean; known: boolean }): Decision<Naming, NamingRefusal> => {
  if (atBranch) return refuse('branch-itself')
  if (!naming.dissolves || !naming.accountId) return allow({ ...naming, accountId: null, phone: '' })
  if (!known) return refuse('not-that-teacher')
  return naming.phone.trim() ? allow({ ...naming, phone: naming.phone.trim() }) : refuse('needs-phone')
}
