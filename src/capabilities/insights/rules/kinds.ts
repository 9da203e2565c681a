import type { Day } from '../../../kernel/day.ts'
import type { ClauseId } from '../../plans/rules.ts'
import type { ReturnTask } from '../../submissions/rules.ts'

/** What waits in a case, by what is to be done about it. */
export const caseKinds = [
  'to-fill',
  'sent-back',
  'branch-check',
  'secondary-check',
  'verified',
  'office-check',
  'to-start',
  'to-issue',
  'answered',
  'received',
  'rejected',
  'expired',
  'internal',
  'deferred',
  'application',
] as const
export type CaseKind = (typeof caseKinds)[number]

/** A return waits for the unit that owes it, or for whoever receives it. */
export const returnKinds = ['return-missing', 'return-sent-back', 'return-to-decide'] as const
export type ReturnKind = (typeof returnKinds)[number]

/** Cases that nobody has acted on in time: passed up to the level that has them now. */
export const escalatedKinds = ['escalated-secondary', 'escalated-committee'] as const
export type EscalatedKind = (typeof escalatedKinds)[number]

/** 签收, tasks of a notice, and reports of them. */
export const noticeKinds = ['notice-unread', 'notice-duties', 'duty-reports'] as const

/** Drafts that wait for the 总支, and drafts that came back. */
export const newsKinds = ['news-to-pass', 'news-to-mend'] as const

export const workKinds = [
  ...caseKinds,
  ...escalatedKinds,
  ...returnKinds,
  ...noticeKinds,
  ...newsKinds,
  'items-missing',
  'item-reports',
  'corrections',
] as const
export type WorkKind = (typeof workKinds)[number]

/** The clause that each kind of case work rests on; a return rests on its own milestone. */
export const clauseOf: Record<CaseKind, ClauseId> = {
  'to-fill': 'C6',
  'sent-back': 'C6',
  'branch-check': 'C6',
  'secondary-check': 'C7',
  verified: 'C7',
  'office-check': 'C8',
  'to-start': 'C8',
  'to-issue': 'C10',
  answered: 'C11',
  received: 'C11',
  rejected: 'C11',
  expired: 'C11',
  internal: 'C5',
  deferred: 'C11',
  application: 'C11',
}

/** `do`: it waits for the reader; `urge`: it waits for somebody below, whom the reader can remind. */
export const acts = ['do', 'urge'] as const
export type Act = (typeof acts)[number]

/** No day presses for it, and nobody waits: it stands at the end and is not counted on the desk's entries. */
export const canWait: readonly WorkKind[] = ['received', 'deferred']

/** Each of these cases stands in the line of its own step too: an entry counts it there. */
export const countedElsewhere: readonly WorkKind[] = escalatedKinds

/** How many of what waits are in which unit. */
export type Part = { name: string; count: number }

export type Work = {
  kind: WorkKind
  act: Act
  /** Which return; null for all other work. */
  task: ReturnTask | null
  count: number
  overdue: number
  dueOn: Day | null
  clause: ClauseId
  parts: Part[]
}

/** Behind which entry of the desk it is counted. */
export const places = ['transfers', 'letters', 'submissions', 'education', 'roster', 'notices', 'news'] as const
export type Place = (typeof places)[number]

export const placeOf: Record<WorkKind, Place> = {
  'to-fill': 'transfers',
  'sent-back': 'transfers',
  'branch-check': 'transfers',
  'secondary-check': 'transfers',
  verified: 'transfers',
  'office-check': 'transfers',
  'to-start': 'transfers',
  'to-issue': 'letters',
  answered: 'transfers',
  received: 'transfers',
  rejected: 'transfers',
  expired: 'transfers',
  internal: 'transfers',
  deferred: 'transfers',
  application: 'transfers',
  'escalated-secondary': 'transfers',
  'escalated-committee': 'transfers',
  'return-missing': 'submissions',
  'return-sent-back': 'submissions',
  'return-to-decide': 'submissions',
  'notice-unread': 'notices',
  'notice-duties': 'notices',
  'duty-reports': 'notices',
  'news-to-pass': 'news',
  'news-to-mend': 'news',
  'items-missing': 'education',
  'item-reports': 'education',
  corrections: 'roster',
}
