/** A correction by hand goes through the same checks as an import: the person is one row of a sheet. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import type { StandingProblem } from '../imports/index.ts'
import type { Problem } from '../imports/rules.ts'
import { type Facts, factsFor } from './importing.ts'
import { type Known, opened } from './known.ts'
import { announceChange } from './moves.ts'
import { heldProblems } from './rules/held.ts'
import { letStand, rowsStanding } from './rules/override.ts'
import { textOfField } from './rules/value-text.ts'
import { type Change, compareRoster, fieldLabel, type RosterEntry, type RosterRow, readRoster, rosterFields } from './rules.ts'
import * as store from './store/full.ts'
import * as numberStore from './store/numbers.ts'
import { changePeople } from './write.ts'

type Texts = Readonly<Record<string, string>>
export type Correction = { id: string; version: number; changes: Texts; override?: string | undefined }

/** Below the rows in which a sheet may explain itself. */
const ROW = 6
const choices = Object.fromEntries(rosterFields.map(({ key, label }) => [label, key]))
const contactParts: Record<string, 'name' | 'phone' | 'relation'> = {
  secondContact: 'name',
  secondContactPhone: 'phone',
  secondContactRelation: 'relation',
}

const heldText = (known: Known, key: string): string => {
  const part = contactParts[key]
  return part ? (known.secondContact?.[part] ?? '') : textOfField(key as keyof RosterEntry, known[key as keyof RosterEntry])
}

/** Who becomes a full member was confirmed on a day that is entered now; the end of the probation held before is another day. */
const textsOf = (known: Known, changes: Texts): string[] => {
  const confirms = changes.membership !== undefined && changes.confirmedOn === undefined && known.membership !== 'full'
  return rosterFields.map(({ key }) => changes[key] ?? (confirms && key === 'confirmedOn' ? '' : heldText(known, key)))
}

const readOne = (facts: Facts, texts: readonly string[]) => {
  const rows = [rosterFields.map(({ label }) => label), ...Array.from({ length: ROW - 2 }, () => []), texts]
  const options = { branches: facts.branches, scope: [...facts.own.keys()], today: facts.today, headerRow: 1, choices }
  const decision = readRoster([{ name: '更正', hidden: false, rows, merges: [] }], options)
  if (!decision.allowed) throw new ORPCError('WRONG', { status: 422, data: { problems: [] } })
  return decision.value
}

/** What stood before the correction is not held against it. */
const newOnes = (before: readonly Problem[], after: readonly Problem[]): Problem[] => {
  const known = new Set(before.map(({ field, kind }) => `${field} ${kind}`))
  return after.filter(({ field, kind }) => !known.has(`${field} ${kind}`))
}

const clearable = new Set(
  rosterFields.filter(({ required, key }) => !required && key !== 'relationAtSchool' && key !== 'idType').map(({ key }) => key),
)

/** Unlike an empty cell of an import, a field emptied by hand is emptied; a second contact is taken as a whole. */
const explicitChanges = (known: Known, entry: RosterRow, texts: Texts): Change[] => {
  const touched = Object.keys(texts)
  const emptied = touched.filter(key => texts[key]!.trim() === '' && clearable.has(key) && !(key in contactParts)) as (keyof RosterEntry)[]
  const contact = touched.some(key => key in contactParts)
  return [
    ...emptied.filter(field => known[field] !== null).map(field => ({ field, before: known[field], after: null })),
    ...(contact ? [{ field: 'secondContact' as const, before: known.secondContact, after: entry.secondContact }] : []),
    ...(entry.studentNumber === known.studentNumber
      ? []
      : [{ field: 'studentNumber' as const, before: known.studentNumber, after: entry.studentNumber }]),
  ]
}

export async function correct(context: RequestContext, { id, version, changes, override }: Correction): Promise<void> {
  const row = await store.graduateInFull(context.trx, context.scope, id, true)
  if (!row) throw new ORPCError('NOT_FOUND')
  if (row.graduateVersion !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: row.graduateVersion ?? 1 } })
  const facts = await factsFor(context, row.cohortId!)
  const [known] = (await opened(context, [row])) as [Known]

  const before = readOne(facts, textsOf(known, {}))
  const after = readOne(facts, textsOf(known, changes))
  const found = letStand(newOnes(before.problems, after.problems), () => override)
  const kept = letStand(after.problems, problem => override ?? (found.includes(problem) ? undefined : 'kept'))
  const entry = rowsStanding(after.rows, after.table, kept)[0]!
  const comparison = compareRoster([known], [{ ...entry, studentNumber: known.studentNumber }])
  const more = [...comparison.problems, ...(await heldByOthers(context, facts, known, entry))]
  const problems = [...found, ...letStand(more, () => override)].filter(
    ({ severity, kind }) => severity === 'error' || kind === 'elsewhere',
  )
  if (problems.length > 0) throw wrong(problems)

  const explicit = explicitChanges(known, entry, changes)
  const said = new Set(explicit.map(({ field }) => field))
  const all = [...(comparison.rows[0]?.changes ?? []).filter(({ field }) => !said.has(field)), ...explicit]
  if (all.length === 0) return
  const note = override === undefined ? {} : { reason: override }
  await changePeople(context, { cohortId: row.cohortId!, branches: facts.own, note }, [{ known, changes: all }])
  await announceChange(context, row.cohortId!, [row.graduateId!])
}

const wrong = (problems: readonly StandingProblem[]) =>
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
