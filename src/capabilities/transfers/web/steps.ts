/** Which door a step goes through, and what has to be asked before it. */
import type { Permission } from '../../accounts/rules.ts'
import type { ClauseId } from '../../plans/rules.ts'
import type { CaseView, Given, Stepped } from '../contract.ts'
import { type Step, wayAfter } from '../rules.ts'
import { transfersApi } from './client.ts'
import type { HandoverInput } from './handing.ts'

export type Door = 'fill' | 'check' | 'feedback' | 'handle' | 'issue' | 'void-letter' | 'hand-out'

/** Null: taken elsewhere, by the member, the receiver, or with 附件2. */
export const doorOf: Record<Step, Door | null> = {
  fill: 'fill',
  mend: 'fill',
  apply: 'fill',
  'branch-verify': 'check',
  'branch-send-back': 'check',
  'secondary-verify': 'check',
  'secondary-send-back': 'check',
  pass: 'feedback',
  'office-send-back': 'feedback',
  resume: 'feedback',
  recall: 'feedback',
  void: 'feedback',
  approve: 'feedback',
  decline: 'feedback',
  start: 'handle',
  'set-answer-aside': 'handle',
  relay: 'handle',
  accept: 'handle',
  reject: 'handle',
  close: 'handle',
  'accept-other': 'handle',
  'reject-other': 'handle',
  'confirm-internal': 'handle',
  'decline-internal': 'handle',
  issue: 'issue',
  'void-letter': 'void-letter',
  'hand-out': 'hand-out',
  'submit-register': null,
  answer: null,
  withdraw: null,
}

const permissionOf: Record<Door, Permission> = {
  fill: 'transfers:fill',
  check: 'transfers:check',
  feedback: 'transfers:feedback',
  handle: 'transfers:handle',
  issue: 'letters:issue',
  'void-letter': 'letters:issue',
  'hand-out': 'letters:issue',
}

export const mayTake = (can: (permission: string) => boolean) => (step: Step) => {
  const door = doorOf[step]
  return door !== null && can(permissionOf[door])
}

export type Ask =
  | 'reason'
  | 'back-to'
  | 'method'
  | 'some-method'
  | 'way-out'
  | 'track'
  | 'proof'
  | 'old-letter'
  | 'exception'
  | 'sheet'
  | 'application'
  | 'day'
  | 'serial'
  | 'note'
  | 'handover'

/** Exactly what the step brings; an empty list is done at one press. */
export const asksOf: Record<Step, readonly Ask[]> = {
  fill: [],
  mend: [],
  apply: ['application', 'reason'],
  'branch-verify': [],
  'branch-send-back': ['reason'],
  'secondary-verify': [],
  'secondary-send-back': ['reason', 'back-to'],
  pass: ['method'],
  'office-send-back': ['reason', 'back-to'],
  resume: ['way-out'],
  recall: ['reason', 'old-letter'],
  void: ['reason', 'old-letter'],
  approve: ['old-letter', 'exception'],
  decline: ['reason'],
  start: ['day', 'serial'],
  'set-answer-aside': ['reason'],
  relay: ['reason', 'day'],
  accept: ['proof', 'day', 'note'],
  reject: ['track', 'reason', 'day'],
  'accept-other': ['proof', 'day', 'note'],
  'reject-other': ['track', 'reason', 'day'],
  close: [],
  'confirm-internal': [],
  'decline-internal': ['reason'],
  issue: [],
  'void-letter': ['reason', 'sheet'],
  'hand-out': ['handover'],
  'submit-register': [],
  answer: [],
  withdraw: [],
}

/** What is wanted in words, where the same field means another thing. */
export const reasonLabel: Partial<Record<Step, string>> = {
  relay: '转往哪个下级党组织',
  reject: '对方退回的原因',
  'reject-other': '对方退回的原因',
  apply: '为什么要重办',
  'set-answer-aside': '核实的情况',
}

/** The one red button of a case, if it is open; the first that fits. */
export const mainSteps: readonly Step[] = [
  'approve',
  'branch-verify',
  'secondary-verify',
  'pass',
  'mend',
  'fill',
  'start',
  'issue',
  'hand-out',
  'accept',
  'confirm-internal',
  'resume',
  'accept-other',
  'close',
]

/** They end something: never beside the main button. */
export const graveSteps: readonly Step[] = ['recall', 'void', 'void-letter']

/** A letter that somebody still holds has to be accounted for. */
export const letterIsOpen = ({ attempts }: Pick<CaseView, 'attempts'>): boolean => {
  const at = attempts.find(({ living }) => living)?.letter.at
  return at === 'issued' || at === 'out'
}

export type Filled = { given: Given; handover?: HandoverInput | undefined }
/** The same destination on paper, though no rule calls for a letter: the office says why. */
export const needsException = ({ application, applied, attempts }: Pick<CaseView, 'application' | 'applied' | 'attempts'>): boolean => {
  if (!application || !applied || application === 'change' || applied.paper.outcome === 'paper') return false
  const way = wayAfter(application, attempts.find(({ living }) => living)?.method ?? null)
  return way === 'paper' || way === 'both'
}

type Item = { id: string; version: number }
type Once = { context: { idempotencyKey: string } }

type StepCall = (input: Item & { step: never; given: Given }, once: Once) => Promise<Stepped>
const stepCalls: Record<'fill' | 'check' | 'feedback' | 'handle', StepCall> = {
  fill: transfersApi.fill.step.call,
  check: transfersApi.check.step.call,
  feedback: transfersApi.feedback.step.call,
  handle: transfersApi.handle.step.call,
}

/** A batch of one that was refused says why, like a single step. */
export class RefusedRow extends Error {
  readonly reason: string
  readonly clause: ClauseId | null
  constructor(reason: string, clause: ClauseId | null = null) {
    super(reason)
    this.reason = reason
    this.clause = clause
  }
}
type Tried = { reason?: string | undefined; clause?: ClauseId | null | undefined }
const applied = ({ applied, rows }: { applied: boolean; rows: Tried[] }) => {
  if (!applied) throw new RefusedRow(rows[0]?.reason ?? 'wrong-state', rows[0]?.clause)
}

export async function takeStep(step: Step, item: Item, { given, handover }: Filled, once: Once): Promise<void> {
  const door = doorOf[step]
  if (door === null) return
  if (door === 'issue') return applied(await transfersApi.letters.issue.call({ items: [item] }, once))
  if (door === 'void-letter')
    return void (await transfersApi.letters.void.call({ ...item, reason: given.reason ?? '', sheet: given.sheet }, once))
  if (door === 'hand-out') return applied(await transfersApi.letters.handOut.call({ items: [item], ...handover! }, once))
  await stepCalls[door]({ ...item, step: step as never, given }, once)
}
