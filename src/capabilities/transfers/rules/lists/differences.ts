/** Where the external system says something else than is held here: kept until a person decides. */
import { allow, type Decision, refuse } from '../../../../kernel/decision.ts'
import type { Refusal } from '../refusals.ts'
import { type Side, stateNames } from '../states.ts'
import { type HeldAttempt, isStillOut, type Move } from './outside.ts'
import { endHeld, planResult, type ResultEntry, type ResultStatus, resultWords } from './results.ts'

export const differenceKinds = [
  'accepted-there',
  'rejected-there',
  'under-way-there',
  'receiver',
  'serial',
  'started-on',
  'ended-on',
  'not-ours',
  'missing-there',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export const differenceNames: Record<DifferenceKind, string> = {
  'accepted-there': '系统里已接收，这里不是',
  'rejected-there': '系统里已退回，这里不是',
  'under-way-there': '系统里在办理，这里不是',
  receiver: '接收党组织不同',
  serial: '编号不同',
  'started-on': '发起日期不同',
  'ended-on': '办理日期不同',
  'not-ours': '系统里有，名册里没有',
  'missing-there': '这里已发起，系统里没有',
}

/** What the system says, without whom it says it of. */
export type Says = Pick<ResultEntry, 'status' | 'on' | 'serial' | 'startedOn' | 'reason' | 'receiver'>
export type Difference = { kind: DifferenceKind; ours: string; theirs: string }

/** The case is not where the system's word would lead: that is no fault of the file. Other refusals are its faults. */
const otherwiseHere: readonly Refusal[] = [
  'wrong-state',
  'track-not-ready',
  'already-received',
  'under-review',
  'membership-stopped',
  'application-pending',
  'proof-does-not-fit',
]
export const isOtherwiseHere = (refusal: Refusal): boolean => otherwiseHere.includes(refusal)

const kindOfStatus: Record<ResultStatus, DifferenceKind> = {
  accepted: 'accepted-there',
  rejected: 'rejected-there',
  'under-way': 'under-way-there',
}

const NOT_BEGUN = '还没有开始'
const unspaced = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
const sameName = (a: string, b: string) => unspaced(a) === unspaced(b)

const differs = (
  kind: DifferenceKind,
  ours: string | null,
  theirs: string | null,
  same = (a: string, b: string) => a === b,
): Difference[] => (ours !== null && theirs !== null && !same(ours, theirs) ? [{ kind, ours, theirs }] : [])

/** `held` null: the case has not begun. `refusal`: of the first step that the row would have taken. */
export function differencesOf(says: Says, held: HeldAttempt | null, refusal: Refusal | null): Difference[] {
  const standing = (ours: string): Difference => ({ kind: kindOfStatus[says.status], ours, theirs: resultWords(says) })
  if (held === null) return [standing(NOT_BEGUN)]
  const ends =
    endsDiffer(says, held) ||
    (refusal !== null && isOtherwiseHere(refusal)) ||
    (says.status === 'under-way' && held.systemAt === 'none' && !isOver(held))
  return [
    ...(ends
      ? [standing(stateNames[held.state])]
      : differs('ended-on', isOver(held) ? endHeld(held).on : null, says.status === 'under-way' ? null : says.on)),
    ...differs('receiver', held.relayedTo ?? held.addressee, says.receiver, sameName),
    ...differs('serial', held.serial, says.serial),
    ...differs('started-on', held.startedOn, says.startedOn),
  ]
}

/** Ended as far as the system can tell: where the letter alone was accepted, its own end may yet come. */
const isOver = (held: HeldAttempt) =>
  !isStillOut(held, 'system') &&
  (['received', 'closed', 'rejected'].includes(held.state) || held.systemAt === 'accepted' || held.systemAt === 'rejected')

const endsDiffer = ({ status }: Says, held: HeldAttempt): boolean => {
  if (!isOver(held) || status === 'under-way') return false
  return endHeld(held).status !== status
}

/** A list that names at least half of what is out by the system is taken for the whole of it; a shorter one is an extract, and says nothing of others. */
export const isWholeList = (named: number, out: number): boolean => out > 0 && named * 2 >= out

/** Said of somebody once: later steps, by whatever hand, may have brought both together. */
export function agreesNow({ kind, says }: { kind: DifferenceKind; says: Says }, held: HeldAttempt): boolean {
  if (kind === 'not-ours') return false
  if (kind === 'missing-there') return held.systemAt !== 'out'
  if (kind === 'accepted-there') return held.state === 'received' || held.state === 'closed'
  if (kind === 'rejected-there') return held.state === 'rejected' || held.systemAt === 'rejected'
  if (kind === 'under-way-there') return held.systemAt === 'out'
  return !differencesOf(says, held, null).some(difference => difference.kind === kind)
}

/** The steps that make ours what theirs is; none where no step does. */
export function takeTheirs({ kind, says }: { kind: DifferenceKind; says: Says }, held: HeldAttempt): readonly Move[] {
  if (kind === 'receiver') return says.receiver === null ? [] : [{ step: 'relay', reason: says.receiver }]
  const bySteps = kind === 'accepted-there' || kind === 'rejected-there' || kind === 'under-way-there'
  return bySteps ? planResult(says, held).moves : []
}

export const differenceDecisions = ['take', 'keep', 'ask'] as const
export type DifferenceDecision = (typeof differenceDecisions)[number]

export const differenceStates = ['open', 'asked', 'taken', 'kept', 'agreed'] as const
export type DifferenceState = (typeof differenceStates)[number]

export const differenceStateNames: Record<DifferenceState, string> = {
  open: '待定',
  asked: '已请单位核实',
  taken: '已按系统登记',
  kept: '以这里为准',
  agreed: '后来已一致',
}

export const stateAfterDecision: Record<DifferenceDecision, DifferenceState> = { take: 'taken', keep: 'kept', ask: 'asked' }

export const differenceRefusals = ['decided', 'needs-why', 'no-step', 'nobody-to-ask', 'no-deciding-side'] as const
export type DifferenceRefusal = (typeof differenceRefusals)[number]

export const SHORTEST_WHY = 4
const deciders: readonly Side[] = ['office', 'secondary']

type Deciding = { state: DifferenceState; kind: DifferenceKind; acting: readonly Side[]; moves: readonly Move[]; reason: string }

/** Whether the steps themselves are allowed, the rules of the case say. */
export function decideDifference(
  { state, kind, acting, moves, reason }: Deciding,
  decision: DifferenceDecision,
): Decision<DifferenceState, DifferenceRefusal> {
  if (state !== 'open' && state !== 'asked') return refuse('decided')
  if (!acting.some(side => deciders.includes(side))) return refuse('no-deciding-side')
  if (decision === 'keep' && reason.trim().length < SHORTEST_WHY) return refuse('needs-why')
  if (decision === 'ask' && kind === 'not-ours') return refuse('nobody-to-ask')
  if (decision === 'take' && moves.length === 0) return refuse('no-step')
  return allow(stateAfterDecision[decision])
}
