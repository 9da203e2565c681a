import type { Role } from '../../accounts/rules.ts'
import type { Side } from './states.ts'

const sidesOfRole: Record<Role, readonly Side[]> = {
  'committee-office': ['office'],
  'publicity-office': [],
  'general-branch': ['secondary'],
  'direct-branch': ['branch'], // the rules let it do the 总支's part too
  'branch-teacher': ['branch'],
  'branch-secretary': [],
  counselor: [],
  graduate: ['member'],
  junior: [],
  'system-admin': [],
  'security-admin': [],
  auditor: [],
}

export type Acting = { role: Role; path: string }

/** For which sides a post acts in a case. The receiving unit of an internal move is spoken for by whoever stands over it. */
export const actingSides = ({ role, path }: Acting, toPath: string | null): readonly Side[] => {
  const sides = sidesOfRole[role]
  const receives = sides.length > 0 && role !== 'graduate' && (role === 'committee-office' || toPath?.startsWith(path))
  return receives ? [...sides, 'new-branch'] : sides
}
