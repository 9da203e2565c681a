/** What stands in somebody's calendar: what they are called to, and by when what is due. */
import type { Day } from '../../kernel/day.ts'
import type { Role } from '../accounts/rules.ts'
import { dueOn, type Milestone, type Plan } from '../plans/rules.ts'

/** Whose due days are the reader's own. */
export const levelsOf: Readonly<Record<Role, readonly Milestone['level'][]>> = {
  'committee-office': ['committee'],
  'publicity-office': [],
  'general-branch': ['secondary'],
  'direct-branch': ['secondary', 'branch'],
  'branch-teacher': ['branch'],
  'branch-secretary': ['branch'],
  counselor: ['branch'],
  graduate: ['graduate'],
  junior: [],
  'system-admin': [],
  'security-admin': [],
  auditor: [],
}

export type DueDay = { key: string; name: string; note: string; on: Day }

/** The days that the plan sets for the unit; what waits for the leaving day stands in the calendar once it is known. */
export const dueDays = (plan: Plan, role: Role, unitId: string): DueDay[] =>
  plan.milestones
    .filter(({ level }) => levelsOf[role].includes(level))
    .flatMap(({ task, level, name, note = '' }) => {
      const on = dueOn(plan, task, level, unitId)
      return on === null ? [] : [{ key: `${task}-${level}`, name: `截止：${name}`, note, on }]
    })

/** The school's code and 128 bits: the last part of the address. */
export const FEED_CODE = /^[a-z0-9-]{1,40}-[0-9a-hjkmnp-tv-z]{26}$/
