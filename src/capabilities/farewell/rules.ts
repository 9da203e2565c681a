/** 告知书 and 离校谈话: whom they concern, what a record needs, who may make it. */
import type { Day } from '../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../kernel/decision.ts'
import type { Outcome } from '../roster/rules.ts'

export { noticeParagraphs, noticeText, noticeTitle } from './rules/notice.ts'

export const farewellKinds = ['notice', 'talk'] as const
export type FarewellKind = (typeof farewellKinds)[number]
export const kindNames: Record<FarewellKind, string> = { notice: '告知书', talk: '离校谈话' }

export const ways = ['online', 'paper', 'in-person', 'phone', 'video'] as const
export type Way = (typeof ways)[number]
export const wayNames: Record<Way, string> = {
  online: '线上签收',
  paper: '纸质签收',
  'in-person': '当面',
  phone: '电话',
  video: '视频',
}
/** `online` is the member's own act. */
export const waysOf: Record<FarewellKind, readonly Way[]> = { notice: ['paper'], talk: ['in-person', 'phone', 'video'] }

/** Who leaves hears it; 延期 and 休学 stay, and hear it in their own year. */
export const leaves: Record<Outcome, boolean> = {
  'on-time': true,
  delayed: false,
  completed: true,
  incomplete: true,
  withdrawn: true,
  suspended: false,
  enlisted: true,
  deceased: false,
}
export const staying = (Object.keys(leaves) as Outcome[]).filter(outcome => !leaves[outcome])

export const recordRefusals = ['stays-here', 'already-recorded', 'own-record', 'future-day', 'nobody-named', 'wrong-way'] as const
export type RecordRefusal = (typeof recordRefusals)[number]

export type Asked = { kind: FarewellKind; onDay: Day; how: Way; by: string }
/** `held`: the kinds that this person has a living record of. */
export type Person = { leaves: boolean; own: boolean; held: ReadonlySet<FarewellKind> }

export const mayRecord = (person: Person, { kind, onDay, how, by }: Asked, today: Day): Decision<true, RecordRefusal> => {
  if (!waysOf[kind].includes(how)) return refuse('wrong-way')
  if (by.trim() === '') return refuse('nobody-named')
  if (onDay > today) return refuse('future-day')
  if (person.own) return refuse('own-record')
  if (!person.leaves) return refuse('stays-here')
  return person.held.has(kind) ? refuse('already-recorded') : allow(true)
}

/** `other-text`: the text has changed since it was read. */
export const signRefusals = ['stays-here', 'already-signed', 'other-name', 'other-text'] as const
export type SignRefusal = (typeof signRefusals)[number]

const bare = (name: string) => name.normalize('NFKC').replace(/[\s·•‧・]/g, '')

/** A member signs with the own name, having read the text as it stands. */
export const maySign = (
  person: Pick<Person, 'leaves' | 'held'>,
  { name, typed, textRead, textNow }: { name: string; typed: string; textRead: string; textNow: string },
): Decision<true, SignRefusal> => {
  if (!person.leaves) return refuse('stays-here')
  if (person.held.has('notice')) return refuse('already-signed')
  if (textRead !== textNow) return refuse('other-text')
  return bare(typed) === bare(name) ? allow(true) : refuse('other-name')
}

export const revokeRefusals = ['already-revoked', 'own-record', 'reason-missing'] as const
export type RevokeRefusal = (typeof revokeRefusals)[number]

export const mayRevoke = ({ revoked, own, reason }: { revoked: boolean; own: boolean; reason: string }): Decision<true, RevokeRefusal> => {
  if (revoked) return refuse('already-revoked')
  if (own) return refuse('own-record')
  return reason.trim() === '' ? refuse('reason-missing') : allow(true)
}
