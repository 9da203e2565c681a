import type { State } from './states.ts'

/** Why a new attempt is asked for. Nothing is void until the office has approved. */
export const applicationKinds = ['change', 'wrong-addressee', 'expired', 'returned', 'lost'] as const
export type ApplicationKind = (typeof applicationKinds)[number]

export const applicationNames: Record<ApplicationKind, string> = {
  change: '改派',
  'wrong-addressee': '抬头有误',
  expired: '过期换开',
  returned: '被退回后重办',
  lost: '遗失或损坏补开',
}

/** What became of the old letter. */
export const oldLetters = ['handed-back', 'loss-stated', 'returned-by-receiver'] as const
export type OldLetter = (typeof oldLetters)[number]
export const oldLetterNames: Record<OldLetter, string> = {
  'handed-back': '原信交回',
  'loss-stated': '遗失说明',
  'returned-by-receiver': '对方退回',
}

type Ask = {
  from: readonly State[]
  /** A new destination is checked from the start; the same one needs no second approval. */
  beginsAt: 'branch-check' | 'by-method'
  /** A mere re-issue ends some months after the transfer-out [policy]; asking anew by 改派 never does. */
  withinPeriod: boolean
  only?: 'expired' | 'letter'
}

const underWay = ['to-start', 'to-issue', 'in-transit', 'answered'] as const

export const applications: Record<ApplicationKind, Ask> = {
  change: { from: [...underWay, 'rejected'], beginsAt: 'branch-check', withinPeriod: false },
  'wrong-addressee': { from: [...underWay, 'rejected'], beginsAt: 'by-method', withinPeriod: false },
  expired: { from: underWay, beginsAt: 'by-method', withinPeriod: true, only: 'expired' },
  returned: { from: ['rejected'], beginsAt: 'by-method', withinPeriod: false },
  lost: { from: underWay, beginsAt: 'by-method', withinPeriod: true, only: 'letter' },
}
