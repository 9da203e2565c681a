import type { Answers } from './destinations.ts'
import type { Method, State } from './states.ts'

/** Why a new attempt is asked for. Nothing is void until the office has approved. */
export const applicationKinds = ['change', 'wrong-addressee', 'expired', 'returned', 'lost', 'to-paper', 'to-system'] as const
export type ApplicationKind = (typeof applicationKinds)[number]

export const applicationNames: Record<ApplicationKind, string> = {
  change: '改派',
  'wrong-addressee': '抬头有误',
  expired: '过期换开',
  returned: '被退回后重办',
  lost: '遗失或损坏补开',
  'to-paper': '系统改纸质',
  'to-system': '纸质改系统',
}

/** What became of the old letter. */
export const oldLetters = ['handed-back', 'loss-stated', 'returned-by-receiver'] as const
export type OldLetter = (typeof oldLetters)[number]
export const oldLetterNames: Record<OldLetter, string> = {
  'handed-back': '原信交回',
  'loss-stated': '遗失说明',
  'returned-by-receiver': '对方退回',
}

/** What it presupposes beside the state. */
export type Presupposed = 'expired' | 'letter' | 'by-system' | 'by-paper'

type Ask = {
  from: readonly State[]
  /** A new destination is checked from the start; the same one needs no second approval. */
  beginsAt: 'branch-check' | 'by-method'
  /** A mere re-issue ends some months after the transfer-out [policy]; asking anew by 改派 never does. */
  withinPeriod: boolean
  only?: Presupposed
  /** The way that the new attempt takes, where that is what is asked for. */
  way?: Extract<Method, 'system' | 'paper'>
}

const underWay = ['to-start', 'to-issue', 'in-transit', 'answered'] as const

export const applications: Record<ApplicationKind, Ask> = {
  change: { from: [...underWay, 'rejected'], beginsAt: 'branch-check', withinPeriod: false },
  'wrong-addressee': { from: [...underWay, 'rejected'], beginsAt: 'by-method', withinPeriod: false },
  expired: { from: underWay, beginsAt: 'by-method', withinPeriod: true, only: 'expired' },
  returned: { from: ['rejected'], beginsAt: 'by-method', withinPeriod: false },
  lost: { from: underWay, beginsAt: 'by-method', withinPeriod: true, only: 'letter' },
  'to-paper': { from: [...underWay, 'rejected'], beginsAt: 'by-method', withinPeriod: true, only: 'by-system', way: 'paper' },
  'to-system': { from: [...underWay, 'rejected'], beginsAt: 'by-method', withinPeriod: true, only: 'by-paper', way: 'system' },
}

/** Asking for another way answers whether paper is asked for: the application is the record of it. */
export const answersFor = (kind: ApplicationKind | null, answers: Answers): Answers => {
  if (kind === 'to-paper') return { ...answers, paperAsked: answers.paperAsked || 'receiver' }
  return kind === 'to-system' ? { ...answers, paperAsked: false } : answers
}

/** The way of the attempt that an approved application begins; a new destination has its own proposed. */
export const wayAfter = (kind: ApplicationKind, method: Method | null): Method | null => applications[kind].way ?? method
