import type { ShownState, Side, Term } from '../../transfers/rules.ts'

/** How far a case has come. */
export const stages = ['due', 'reported', 'branch-verified', 'secondary-verified', 'fed-back', 'sent', 'received'] as const
export type Stage = (typeof stages)[number]

/** The stage that a case in this state waits to reach; null: it is no longer on its way out, or has arrived. */
const nextStage: Record<ShownState, Stage | null> = {
  'to-fill': 'reported',
  withdrawn: 'reported',
  void: 'reported',
  'sent-back': 'reported',
  'branch-check': 'branch-verified',
  'secondary-check': 'secondary-verified',
  verified: 'fed-back',
  'office-check': 'fed-back',
  'to-start': 'sent',
  'to-issue': 'sent',
  rejected: 'sent',
  expired: 'sent',
  internal: 'received',
  'in-transit': 'received',
  answered: 'received',
  received: null,
  closed: null,
  retained: null,
  deferred: null,
}

const sentBackTo: Partial<Record<Side, Stage>> = { branch: 'branch-verified', secondary: 'secondary-verified' }

const stageAhead = (owner: Side, state: ShownState): Stage | null => {
  if (state === 'sent-back') return sentBackTo[owner] ?? 'reported'
  // A case out on its way that is back with the office has an application pending: it is to be sent anew.
  if (owner === 'office' && state === 'in-transit') return 'sent'
  return nextStage[state]
}

export type FunnelStep = { stage: Stage; count: number; waiting: number }

/**
 * From those who leave down to those who have arrived: each stage is the one before it less those who wait to reach it.
 * So it ends in the equation's own 已接收.
 */
export function funnelOf(terms: Record<Term, number>, open: readonly { owner: Side; state: ShownState; count: number }[]): FunnelStep[] {
  const leaving = Object.values(terms).reduce((sum, count) => sum + count, 0) - terms.delayed - terms.reduced - terms.retained
  const waitingFor = (stage: Stage) =>
    stage === 'reported'
      ? terms.unreported
      : open.reduce((sum, { owner, state, count }) => sum + (stageAhead(owner, state) === stage ? count : 0), 0)
  let count = leaving
  return stages.map(stage => {
    const waiting = stage === 'due' ? 0 : waitingFor(stage)
    count -= waiting
    return { stage, count, waiting }
  })
}
