/** Who plays each role, what is theirs, and what lies beside them and outside. */
import type { Role } from '../../src/capabilities/accounts/rules.ts'
import type { Reach } from './row.ts'
import type { PersonName, Place, PlaceName, Subject, World } from './world.ts'

type Beside = { at: PlaceName; login: string }
/** `colleague`: whose own things lie within the role's reach, and are not the role's all the same. */
type Part = { login: string; sister: Beside; colleague?: Beside; at?: PlaceName }

/** At 英语第一党支部 where nothing else is said. A sister: the next unit of the same level. */
const parts: Record<Exclude<Role, 'graduate'>, Part> = {
  'committee-office': { login: 'office', sister: { at: 'own', login: 'teacher' } },
  'publicity-office': { login: 'publicity', sister: { at: 'own', login: 'teacher' } },
  'general-branch': { login: 'secondary', sister: { at: 'apart', login: 'sister-secondary' }, colleague: { at: 'own', login: 'teacher' } },
  'direct-branch': { login: 'direct', at: 'direct', sister: { at: 'own', login: 'teacher' } },
  'branch-teacher': { login: 'teacher', sister: { at: 'beside', login: 'sister-teacher' } },
  'branch-secretary': { login: 'secretary', sister: { at: 'beside', login: 'sister-teacher' } },
  counselor: { login: 'counselor', sister: { at: 'apart', login: 'sister-secondary' } },
  'system-admin': { login: 'sys-admin', sister: { at: 'own', login: 'auditor' } },
  'security-admin': { login: 'sec-admin', sister: { at: 'own', login: 'auditor' } },
  auditor: { login: 'auditor', sister: { at: 'own', login: 'sys-admin' } },
  junior: { login: 'junior', sister: { at: 'own', login: 'teacher' } },
}

export interface Cast {
  own: Subject
  sister: Subject
  other: Subject
}

/** A graduate's sister is a member of the same branch; the other school's is whoever plays the same role there. */
export function castOf({ places, desk }: World, role: Role, { as = 'self', reach }: { as?: PersonName; reach: Reach }): Cast {
  const at = (name: PlaceName, login: string, who = as): Subject => {
    const place = places[name]
    return { place, desk: desk(place.code, login), role, self: place.people[who] }
  }
  const graduate = (name: PlaceName, who: PersonName) => at(name, places[name].people[who].studentNumber, who)
  if (role === 'graduate') return { own: graduate('own', as), sister: graduate('own', 'waiting'), other: graduate('abroad', as) }
  const { login, sister, colleague = sister, at: home = 'own' } = parts[role]
  const beside = reach === 'account' ? colleague : sister
  return { own: at(home, login), sister: at(beside.at, beside.login), other: at('abroad', login === 'direct' ? 'teacher' : login) }
}

const marksOf = ({ all, unit, letterId, confirmationId, returns, materials }: Place): string[] => [
  unit.id,
  letterId,
  confirmationId,
  ...Object.values(returns.branch),
  ...Object.values(materials),
  ...all.flatMap(({ graduateId, memberId, studentNumber, name }) => [graduateId, memberId, studentNumber, name]),
]

/** Everything in the world by which one would know something of a branch that the caller must not see. */
export function foreignMarks({ places }: World, { place: home, desk, self, role }: Subject, reach: 'unit' | 'school' | 'self'): string[] {
  const inside = ({ school, unit }: Place) => school === desk.school && (reach === 'school' || unit.path.startsWith(desk.path))
  const marks = Object.values(places).flatMap(place => (inside(place) ? [] : marksOf(place)))
  if (role !== 'graduate' || reach === 'school') return marks
  const fellows = home.all.filter(({ graduateId }) => graduateId !== self.graduateId)
  return [...marks, ...fellows.flatMap(({ graduateId, memberId, studentNumber, name }) => [graduateId, memberId, studentNumber, name])]
}
