/** Corrections by hand, for one person or for many: each person is a row of a sheet, and is checked as an import checks it. */
import { ORPCError } from '@orpc/server'
import type { StandingProblem } from '../imports/index.ts'
import type { Problem, Table } from '../imports/rules.ts'
import type { Facts } from './importing.ts'
import type { Known } from './known.ts'
import { letStand, rowsStanding } from './rules/override.ts'
import { textOfField } from './rules/value-text.ts'
import { type Change, compareRoster, type RosterEntry, type RosterRow, readRoster, rosterFields } from './rules.ts'

/** Field → the text that it shall read; empty clears a field that may be empty. */
export type Texts = Readonly<Record<string, string>>
export type Asked = { known: Known; texts: Texts }
export type Judged = { known: Known; entry: RosterRow; problems: StandingProblem[]; changes: Change[] }

/** Below the rows in which a sheet may explain itself. */
const FIRST_ROW = 6
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
const rowOf = ({ known, texts }: Asked): string[] => {
  const confirms = texts.membership !== undefined && texts.confirmedOn === undefined && known.membership !== 'full'
  return rosterFields.map(({ key }) => texts[key] ?? (confirms && key === 'confirmedOn' ? '' : heldText(known, key)))
}

type Read = { table: Table; problems: Problem[]; rows: RosterRow[] }

const readRows = (facts: Facts, lines: readonly (readonly string[])[]): Read => {
  const rows = [rosterFields.map(({ label }) => label), ...Array.from({ length: FIRST_ROW - 2 }, () => []), ...lines]
  const options = { branches: facts.branches, scope: [...facts.own.keys()], today: facts.today, headerRow: 1, choices }
  const decision = readRoster([{ name: '更正', hidden: false, rows, merges: [] }], options)
  if (!decision.allowed || decision.value.rows.length !== lines.length)
    throw new ORPCError('WRONG', { status: 422, data: { problems: [] } })
  return decision.value
}

/** What stood before the correction is not held against it. */
const newOnes = (before: readonly Problem[], after: readonly Problem[]): Problem[] => {
  const known = new Set(before.map(({ row, field, kind }) => `${row} ${field} ${kind}`))
  return after.filter(({ row, field, kind }) => !known.has(`${row} ${field} ${kind}`))
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

const changesOf = (known: Known, entry: RosterRow, compared: readonly Change[], texts: Texts): Change[] => {
  const explicit = explicitChanges(known, entry, texts)
  const said = new Set(explicit.map(({ field }) => field))
  return [...compared.filter(({ field }) => !said.has(field)), ...explicit]
}

/** What the corrections would change, and what is wrong with them; `override` is why overridable problems stand. */
export function judged(facts: Facts, asked: readonly Asked[], override?: string): Judged[] {
  const before = readRows(
    facts,
    asked.map(({ known }) => rowOf({ known, texts: {} })),
  )
  const after = readRows(facts, asked.map(rowOf))
  const found = letStand(newOnes(before.problems, after.problems), () => override)
  const fresh = new Set<Problem>(found)
  const kept = letStand(after.problems, problem => override ?? (fresh.has(problem) ? undefined : 'kept'))
  const standing = rowsStanding(after.rows, after.table, kept)
  // A new student number is a correction, not another person.
  const entries = standing.map((entry, at) => ({ ...entry, studentNumber: asked[at]!.known.studentNumber }))
  const comparison = compareRoster(
    asked.map(({ known }) => known),
    entries,
  )
  const compared = new Map(comparison.rows.map(row => [row.row, row.changes]))
  const problems = Map.groupBy([...found, ...letStand(comparison.problems, () => override)], ({ row }) => row)
  return asked.map(({ known, texts }, at) => {
    const entry = standing[at]!
    return {
      known,
      entry,
      problems: problems.get(entry.row) ?? [],
      changes: changesOf(known, entry, compared.get(entry.row) ?? [], texts),
    }
  })
}

/** A warning of an import is no reason to refuse a correction, but for a branch of somebody else. */
export const refuses = ({ severity, kind }: StandingProblem): boolean => severity === 'error' || kind === 'elsewhere'
