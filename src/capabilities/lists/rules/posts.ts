/** Which post stands at which kind of unit, and which may not be one person's. */
import type { Role } from '../../accounts/rules.ts'
import type { UnitKind } from '../../orgs/rules.ts'

type StaffRole = Exclude<Role, 'graduate' | 'junior'>

const secondary = ['sub-committee', 'general-branch'] as const
const holding = ['branch', 'direct-branch'] as const

const places: Record<StaffRole, readonly UnitKind[]> = {
  'committee-office': ['committee'],
  'publicity-office': ['committee'],
  'system-admin': ['committee'],
  'security-admin': ['committee'],
  auditor: ['committee'],
  'general-branch': secondary,
  'direct-branch': ['direct-branch'],
  'branch-teacher': holding,
  'branch-secretary': holding,
  counselor: [...secondary, ...holding],
}

/** Members come with the roster, and are no staff. */
export const staffRoles = Object.keys(places) as StaffRole[]

export const placesOf = (role: StaffRole): readonly UnitKind[] => places[role]
export const mayHold = (role: StaffRole, kind: UnitKind): boolean => places[role].includes(kind)
export type { StaffRole }

/** Who sets the system up, who gives rights and who reads the log are three people (等保2.0 8.1.10). */
export const apart: ReadonlySet<Role> = new Set<Role>(['system-admin', 'security-admin', 'auditor'])
