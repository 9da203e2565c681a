/** Who was there: signed in, written down by the branch, or made up. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { ActivityState } from './life.ts'

export const attendanceStates = ['coming', 'present', 'late', 'absent', 'made-up'] as const
export type AttendanceState = (typeof attendanceStates)[number]

export const attendanceNames: Record<AttendanceState, string> = {
  coming: '已报名',
  present: '到会',
  late: '迟到',
  absent: '请假',
  'made-up': '补课',
}

/** Whoever came late was there; whoever made up has heard it too. */
export const countsAs: Record<AttendanceState, boolean> = { coming: false, present: true, late: true, absent: false, 'made-up': true }

export const signingWays = ['scan', 'digits', 'list', 'self'] as const
export type SigningWay = (typeof signingWays)[number]
export const wayNames: Record<SigningWay, string> = { scan: '扫码', digits: '签到码', list: '支部登记', self: '本人报名' }

/** Minutes after the opening from which on somebody is late. */
export const LATE_AFTER = 15

export const stateAt = (openedAt: Date, now: Date): 'present' | 'late' =>
  now.getTime() - openedAt.getTime() > LATE_AFTER * 60_000 ? 'late' : 'present'

export const signRefusals = [
  'code-unknown',
  'code-expired',
  'too-many-tries',
  'not-begun',
  'over',
  'not-invited',
  'list-closed',
  'already-signed',
] as const
export type SignRefusal = (typeof signRefusals)[number]

export interface SignFacts {
  state: ActivityState
  /** The member's branch is among those it is for. */
  invited: boolean
  /** The member's branch has closed its list. */
  closed: boolean
  attendance: AttendanceState | null
}

const begun = (state: ActivityState): SignRefusal | null => {
  if (state === 'held') return null
  return state === 'recorded' || state === 'cancelled' ? 'over' : 'not-begun'
}

/** May this member sign in now, the code being right? */
export const maySign = ({ state, invited, closed, attendance }: SignFacts): Decision<true, SignRefusal> => {
  if (!invited) return refuse('not-invited')
  if (closed) return refuse('list-closed')
  const notNow = begun(state)
  if (notNow) return refuse(notNow)
  return attendance && countsAs[attendance] ? refuse('already-signed') : allow(true)
}

export const markRefusals = ['not-begun', 'cancelled', 'not-invited', 'list-closed', 'own-record', 'reason-missing'] as const
export type MarkRefusal = (typeof markRefusals)[number]

export interface MarkFacts {
  state: ActivityState
  invited: boolean
  closed: boolean
  /** The marking person's own line: nobody writes themselves down. */
  own: boolean
}

/** `clear` takes a wrong line off the list. */
export type Marking = Exclude<AttendanceState, 'coming'> | 'clear'
export const markings = ['present', 'late', 'absent', 'made-up', 'clear'] as const satisfies readonly Marking[]

const explained = new Set<Marking>(['absent', 'made-up'])

/** May the branch write this of a member? Absence is excused before it begins; the rest is known when it has begun. */
export const mayMark = (facts: MarkFacts, marking: Marking, reason: string): Decision<Marking, MarkRefusal> => {
  if (!facts.invited) return refuse('not-invited')
  if (facts.own) return refuse('own-record')
  if (facts.closed) return refuse('list-closed')
  if (facts.state === 'cancelled') return refuse('cancelled')
  if ((facts.state === 'draft' || facts.state === 'announced') && marking !== 'absent' && marking !== 'clear') return refuse('not-begun')
  if (explained.has(marking) && reason.trim() === '') return refuse('reason-missing')
  return allow(marking)
}

export const closeRefusals = ['not-begun', 'cancelled', 'list-closed', 'not-invited', 'nobody'] as const
export type CloseRefusal = (typeof closeRefusals)[number]

/** May the branch close its list? After that it stands, and counts for the items. */
export const mayClose = (facts: Omit<MarkFacts, 'own'> & { there: number }): Decision<true, CloseRefusal> => {
  if (!facts.invited) return refuse('not-invited')
  if (facts.closed) return refuse('list-closed')
  if (facts.state === 'cancelled') return refuse('cancelled')
  if (facts.state === 'draft' || facts.state === 'announced') return refuse('not-begun')
  return facts.there > 0 ? allow(true) : refuse('nobody')
}
