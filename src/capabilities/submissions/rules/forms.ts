import type { Role } from '../../accounts/rules.ts'
import type { Level } from '../../orgs/rules.ts'

/** The three returns of the notice (C12, C13 with C7, C14). */
export const returnTasks = ['roster', 'register', 'delayed'] as const
export type ReturnTask = (typeof returnTasks)[number]

/** A branch hands in to its 总支; a 总支, 分党委 or 直属党支部 submits to 组织部. */
export const returnLevels = ['branch', 'secondary'] as const
export type ReturnLevel = (typeof returnLevels)[number]

export const formOfTask = { roster: 'annex1', register: 'annex2', delayed: 'annex3' } as const satisfies Record<ReturnTask, string>
export const formNames: Record<ReturnTask, string> = { roster: '附件1', register: '附件2', delayed: '附件3' }
export const taskTitles: Record<ReturnTask, string> = { roster: '名册', register: '转出登记', delayed: '延毕、肄业' }
export const clauseOfTask: Record<ReturnTask, 'C12' | 'C13' | 'C14'> = { roster: 'C12', register: 'C13', delayed: 'C14' }

/** At which level this role submits for its unit; null where the post submits nothing. */
export const levelFor = (role: Role, unitLevel: Level): ReturnLevel | null => {
  if (unitLevel === 'branch') return role === 'branch-teacher' ? 'branch' : null
  if (unitLevel === 'secondary') return role === 'general-branch' || role === 'direct-branch' ? 'secondary' : null
  return null
}

/** The secondary unit that answers for a path: the nearest one at or above it. */
export const answersFor = <Unit extends { path: string; level: Level }>(units: readonly Unit[], path: string): Unit | undefined =>
  units
    .filter(unit => unit.level === 'secondary' && path.startsWith(unit.path))
    .sort((a, b) => b.path.length - a.path.length)
    .at(0)
