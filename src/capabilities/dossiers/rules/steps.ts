/** A dossier's life as a table: two signatures by two people, a bag, a list, and the ways back. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Trouble } from './papers.ts'
import { type Explained, type State, unexplained } from './standing.ts'

export const steps = ['enter', 'pack', 'check', 'send-back', 'postpone', 'resume', 'hand-over', 'receive', 'withdraw', 'reopen'] as const
export type Step = (typeof steps)[number]
export const stepNames: Record<Step, string> = {
  enter: '录入',
  pack: '装档签字',
  check: '核对签字',
  'send-back': '退回重装',
  postpone: '暂不移交',
  resume: '恢复移交',
  'hand-over': '列入移交清单',
  receive: '档案馆接收',
  withdraw: '撤出清单',
  reopen: '重新打开',
}

type Permission = 'dossiers:edit' | 'dossiers:hand-over'
type Life = { from: readonly State[]; to: State | 'same'; by: Permission }
const before: readonly State[] = ['open', 'packed', 'checked']

export const life: Record<Step, Life> = {
  enter: { from: ['open'], to: 'same', by: 'dossiers:edit' },
  pack: { from: ['open'], to: 'packed', by: 'dossiers:edit' },
  check: { from: ['packed'], to: 'checked', by: 'dossiers:edit' },
  'send-back': { from: ['packed', 'checked'], to: 'open', by: 'dossiers:edit' },
  postpone: { from: before, to: 'same', by: 'dossiers:edit' },
  resume: { from: before, to: 'same', by: 'dossiers:edit' },
  'hand-over': { from: ['checked'], to: 'handed-over', by: 'dossiers:hand-over' },
  receive: { from: ['handed-over'], to: 'received', by: 'dossiers:hand-over' },
  withdraw: { from: ['handed-over'], to: 'checked', by: 'dossiers:hand-over' },
  // What is still on its way is taken back with its whole list.
  reopen: { from: ['received'], to: 'open', by: 'dossiers:hand-over' },
}

export const stepRefusals = [
  'wrong-state',
  'own-dossier',
  'same-person',
  'unexplained',
  'postponed',
  'not-postponed',
  'reason-missing',
  'changed',
] as const
export type StepRefusal = (typeof stepRefusals)[number]

export type Dossier = {
  state: State
  /** Whether it is the actor’s own. */
  own: boolean
  /** Whether the actor signed first. */
  packedByMe: boolean
  postponed: boolean
  troubles: readonly Trouble[]
  explained: Explained
}

const lacksWords = ({ troubles, explained }: Dossier): StepRefusal | null =>
  unexplained(troubles, explained).length > 0 ? 'unexplained' : null

/** What a step asks beside its place in the life. */
const asks: Record<Step, (dossier: Dossier) => StepRefusal | null> = {
  enter: () => null,
  pack: lacksWords,
  // Since it was packed a plan may ask for more, and 预备 may have become 正式.
  check: dossier => (dossier.packedByMe ? 'same-person' : lacksWords(dossier)),
  'send-back': () => null,
  postpone: ({ postponed }) => (postponed ? 'postponed' : null),
  resume: ({ postponed }) => (postponed ? null : 'not-postponed'),
  'hand-over': ({ postponed }) => (postponed ? 'postponed' : null),
  receive: () => null,
  withdraw: () => null,
  reopen: () => null,
}

/** Lists are of a whole unit: one that has the actor’s own on it is not the actor’s act upon it. */
const byLists: readonly Step[] = ['hand-over', 'receive', 'withdraw']

export function mayStep(step: Step, dossier: Dossier): Decision<State, StepRefusal> {
  const { from, to } = life[step]
  if (dossier.own && !byLists.includes(step)) return refuse('own-dossier')
  if (!from.includes(dossier.state)) return refuse('wrong-state')
  const reason = asks[step](dossier)
  return reason ? refuse(reason) : allow(to === 'same' ? dossier.state : to)
}

const reasoned: readonly Step[] = ['send-back', 'postpone', 'withdraw', 'reopen']

/** The same, with the reason that the step has to name. */
export function mayStepFor(step: Step, dossier: Dossier, reason: string): Decision<State, StepRefusal> {
  const decision = mayStep(step, dossier)
  return decision.allowed && reasoned.includes(step) && reason.trim() === '' ? refuse('reason-missing') : decision
}

/** The buttons of one dossier. */
export const openSteps = (dossier: Dossier, may: (permission: Permission) => boolean): Step[] =>
  steps.filter(step => {
    if (byLists.includes(step) || !may(life[step].by)) return false
    const decision = mayStep(step, dossier)
    // What only lacks its explanations can be packed by giving them.
    return decision.allowed || (step === 'pack' && decision.reason === 'unexplained')
  })

export const cellRefusals = ['wrong-state', 'own-dossier', 'no-such-paper'] as const
export type CellRefusal = (typeof cellRefusals)[number]
