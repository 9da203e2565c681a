/** The end of study and of membership: recorded decisions, each with its facts. */
import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import type { Decision } from '../../kernel/decision.ts'
import type { RequestContext } from '../accounts/index.ts'
import { factsFor } from './importing.ts'
import { announceChange } from './moves.ts'
import { changeRow } from './rows.ts'
import { decideOutcome, decideReduction, type ReductionFacts } from './rules/outcome-rules.ts'
import { type Outcome, type OutcomeFacts, type OutcomeRefusal, outcomeNames, type Reduction, reductionNames } from './rules.ts'
import * as full from './store/full.ts'
import * as store from './store/write.ts'

export const contactPlace = (graduateId: string) => `graduates.contact_phone ${graduateId}`

async function held({ trx, scope }: RequestContext, id: string, version: number): Promise<full.FullRow> {
  const row = await full.graduateInFull(trx, scope, id, true)
  if (!row) throw new ORPCError('NOT_FOUND')
  if (row.graduateVersion !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: row.graduateVersion ?? 1 } })
  return row
}

const allowedOr = (decision: Decision<true, OutcomeRefusal>): void => {
  if (!decision.allowed) throw new ORPCError('REFUSED', { status: 409, data: { reason: decision.reason } })
}

export async function setOutcome(context: RequestContext, input: { id: string; version: number; outcome: Outcome; facts: OutcomeFacts }) {
  const { outcome, facts } = input
  const row = await held(context, input.id, input.version)
  const { branches } = await factsFor(context, row.cohortId!)
  allowedOr(decideOutcome(row, outcome, facts, { today: context.today, branches }))
  const { contactPhone, ...kept } = facts
  const vault = await context.vault(row.cohortId!)
  // A death ends both, study and membership: one entry says so once.
  const death = outcome === 'deceased' ? { reduction: 'deceased', reduced_on: kept.documentOn } : { reduction: null, reduced_on: null }
  await save(context, row, {
    outcome,
    outcome_facts: kept,
    contact_phone_sealed: contactPhone ? vault.seal(contactPhone, contactPlace(input.id)) : null,
    ...death,
  })
  const change = { before: outcomeNames[row.outcome ?? 'on-time'], after: outcomeNames[outcome] }
  await written(context, row, { outcome: change }, { before: { outcome: row.outcome }, after: { outcome, ...kept } })
}

/**
 * A late degree as the branch has verified it on the member's own word. False where the roster holds an outcome already, or
 * something that 附件3 needs is not in it: then the roster stays as it is, and somebody records it by hand.
 */
export async function recordDelay(context: RequestContext, graduateId: string, facts: OutcomeFacts): Promise<boolean> {
  const row = await full.graduateInFull(context.trx, context.scope, graduateId, true)
  if (!row || (row.outcome ?? 'on-time') !== 'on-time') return false
  const { branches } = await factsFor(context, row.cohortId!)
  if (!decideOutcome(row, 'delayed', facts, { today: context.today, branches }).allowed) return false
  await setOutcome(context, { id: graduateId, version: row.graduateVersion!, outcome: 'delayed', facts })
  return true
}

const reductionText = (reduction: Reduction | null) => (reduction === null ? '' : reductionNames[reduction])

type ReductionInput = { id: string; version: number; reduction: Reduction | null } & ReductionFacts

export async function setReduction(context: RequestContext, { id, version, reduction, ...facts }: ReductionInput) {
  const row = await held(context, id, version)
  allowedOr(decideReduction(row, reduction, facts, context.today))
  const on: Day | null = reduction === null ? null : (facts.on ?? null)
  const revived = row.outcome === 'deceased' && reduction === null ? { outcome: 'on-time', outcome_facts: {} } : {}
  await save(context, row, { reduction, reduced_on: on, ...revived })
  const change = { before: reductionText(row.reduction), after: reductionText(reduction) }
  await written(context, row, { reduction: change }, { before: { reduction: row.reduction }, after: { reduction, ...facts } })
}

const save = ({ trx, scope }: RequestContext, row: full.FullRow, change: Record<string, unknown>) =>
  store.saveGraduates(trx, [{ school_id: scope.school, id: row.graduateId, version: row.graduateVersion! + 1, ...change }])

async function written(
  context: RequestContext,
  { memberId, graduateId, cohortId, path }: full.FullRow,
  changes: Parameters<typeof changeRow>[4],
  note: { before: Record<string, unknown>; after: Record<string, unknown> },
) {
  await store.addChanges(context.trx, [changeRow(context, {}, { memberId, path }, 'changed', changes)])
  context.record({ kind: 'graduate', id: graduateId!, path, ...note })
  await announceChange(context, cohortId!, [graduateId!])
}
