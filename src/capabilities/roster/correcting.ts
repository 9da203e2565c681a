/** A correction by hand goes through the same checks as an import: the person is one row of a sheet. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import type { StandingProblem } from '../imports/index.ts'
import type { Problem } from '../imports/rules.ts'
import { judged, refuses, type Texts } from './checking.ts'
import { type Facts, factsFor } from './importing.ts'
import { type Known, opened } from './known.ts'
import { announceChange } from './moves.ts'
import { heldProblems } from './rules/held.ts'
import { letStand } from './rules/override.ts'
import { isWeighty } from './rules/weight.ts'
import { fieldLabel, type RosterRow } from './rules.ts'
import * as store from './store/full.ts'
import * as numberStore from './store/numbers.ts'
import { changePeople } from './write.ts'

export type Correction = {
  id: string
  version: number
  changes: Texts
  override?: string | undefined
  /** The paper that a change of legal weight rests on. */
  basis?: string | undefined
  /** What the member proposed, where it goes back to that. */
  proposal?: { id: string; by: string } | undefined
}

export async function correct(context: RequestContext, { id, version, changes, override, basis, proposal }: Correction): Promise<void> {
  const row = await store.graduateInFull(context.trx, context.scope, id, true)
  if (!row) throw new ORPCError('NOT_FOUND')
  if (row.graduateVersion !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: row.graduateVersion ?? 1 } })
  const facts = await factsFor(context, row.cohortId!)
  const [known] = (await opened(context, [row])) as [Known]

  const [found] = judged(facts, [{ known, texts: changes }], override)
  const more = letStand(await heldByOthers(context, facts, known, found!.entry), () => override)
  const problems = [...found!.problems, ...more, ...lackingBasis(found!.changes, basis)].filter(refuses)
  if (problems.length > 0) throw wrong(problems)
  if (found!.changes.length === 0) return

  const note = { ...(override && { reason: override }), ...(basis && { basis }), ...(proposal && { proposedBy: proposal.by }) }
  const goesBackTo = proposal && { proposalId: proposal.id }
  await changePeople(context, { cohortId: row.cohortId!, branches: facts.own, basis: basis ?? null, note, ...goesBackTo }, [found!])
  await announceChange(context, row.cohortId!, [row.graduateId!])
}

const lackingBasis = (changes: Parameters<typeof isWeighty>[0][], basis: string | undefined): Problem[] =>
  basis || !changes.some(isWeighty)
    ? []
    : [
        {
          row: 0,
          field: 'membership',
          column: fieldLabel('membership'),
          position: 0,
          kind: 'basis-missing',
          severity: 'error',
          text: '党员类别的变更须有依据：请写明批复文号或支部大会决议的日期。',
        },
      ]

export const wrong = (problems: readonly StandingProblem[]) =>
  new ORPCError('WRONG', {
    status: 422,
    data: {
      problems: problems.map(({ row: _, overridable, field, ...problem }) => ({
        ...problem,
        field,
        column: fieldLabel(field),
        overridable: overridable ?? false,
      })),
    },
  })

/** Whether somebody else holds the number that is entered. */
async function heldByOthers(context: RequestContext, facts: Facts, known: Known, entry: RosterRow): Promise<Problem[]> {
  const { trx, scope } = context
  const index = entry.idNumber === null ? null : (await context.vault(facts.cohort.id)).index('id-number', entry.idNumber)
  const elsewhere = await numberStore.heldElsewhere(trx, [entry.studentNumber], index ? [index] : [])
  const former = await numberStore.formerAmong(trx, scope, [entry.studentNumber])
  const others = await numberStore.holdersOf(trx, scope, known.held.memberId, entry.studentNumber, index)
  const held = {
    elsewhereNumbers: elsewhere.numbers,
    elsewhereIds: new Set(elsewhere.indexes.size > 0 ? [entry.idNumber!] : []),
    formerNumbers: new Map(
      former.filter(({ memberId }) => memberId !== known.held.memberId).map(({ number, present }) => [number, present]),
    ),
    holders: new Map(others.filter(other => other.byId).map(other => [entry.idNumber!, other.studentNumber])),
  }
  const compared = { row: entry.row, studentNumber: entry.studentNumber, difference: 'changed' as const, changes: [] }
  const taken: Problem[] = others
    .filter(other => !other.byId)
    .map(() => ({
      row: entry.row,
      field: 'studentNumber',
      column: fieldLabel('studentNumber'),
      position: 0,
      kind: 'duplicate-student-number',
      severity: 'error',
      text: '这个学号已属于名册里的另一个人，请核对。',
    }))
  return [...heldProblems([entry], [compared], held), ...taken]
}
