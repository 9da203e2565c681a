/** The roster as a list that comes as a workbook: 附件1 in, members out. */
import { ORPCError } from '@orpc/server'
import { byAndBy, mapping, ready, type Steps } from '../../kernel/steps.ts'
import type { RequestContext } from '../accounts/index.ts'
import {
  type Checked,
  type CheckedRow,
  type Committed,
  type Edits,
  type ImportKind,
  overrideOf,
  type Reader,
  type ReadList,
  type StandingProblem,
} from '../imports/index.ts'
import type { Problem, RowKind, Sheet, Table, TableDecision, Written } from '../imports/rules.ts'
import { unitsOf } from '../orgs/index.ts'
import { holdsMembers } from '../orgs/rules.ts'
import { cohort } from '../plans/index.ts'
import { Ahead, type Around, aroundOf, foundWith, type Held, numbersOf, openingNear } from './around.ts'
import type { Known } from './known.ts'
import type { Place } from './rows.ts'
import { writtenApart } from './rules/apart.ts'
import type { RosterField } from './rules/field.ts'
import { findingHeld, graduateProblems } from './rules/held.ts'
import { letStand, rowsStanding } from './rules/override.ts'
import { choicesOf, textOfField } from './rules/value-text.ts'
import { isWeighty } from './rules/weight.ts'
import { type Change, type Comparison, comparingRoster, fieldLabel, type RosterRow, readingRoster, rosterFields } from './rules.ts'
import * as store from './store/near.ts'
import { tagMissing } from './tagging.ts'
import { undoing } from './undoing.ts'
import { addingPeople, changingPeople, type Work } from './write.ts'

export interface Facts {
  cohort: { id: string; name: string }
  /** Every branch of the school: a name is known, or it is not. */
  branches: string[]
  /** Those that the importer may write to. */
  own: Map<string, Place>
  today: RequestContext['today']
}

/** Juniors belong to no cohort. */
export type Among = Omit<Facts, 'cohort'> & { cohort: Facts['cohort'] | null }

/** Who stands where, and which branches there are. */
export async function factsFor(context: RequestContext, cohortId: string): Promise<Facts> {
  const found = await cohort(context.trx, context.scope, cohortId)
  if (!found) throw new ORPCError('NOT_FOUND')
  return { cohort: { id: cohortId, name: found.name }, ...(await placesFor(context)) }
}

export async function placesFor({ trx, scope, today }: RequestContext): Promise<Omit<Facts, 'cohort'>> {
  const units = (await unitsOf(trx, { ...scope, path: '/', pathEnd: '0' })).filter(({ kind }) => holdsMembers(kind))
  const own = units.filter(({ path }) => path.startsWith(scope.path))
  return {
    branches: [...new Set(units.map(({ name }) => name))],
    own: new Map(own.map(({ name, id, path }) => [name, { id, path }])),
    today,
  }
}

/** As the wizard shows them, with the words that they take. */
export const shownFields = (fields: readonly RosterField[]): ImportKind['fields'] =>
  fields.map(({ key, label, required }) => {
    const choices = choicesOf(key)
    return { key, label, required, ...(choices && { choices }) }
  })

/** What changes how the same file would be read. */
export const stampOf = ({ today, cohort: year, own, branches }: Among): string =>
  [today, year?.id, ...own.keys(), '', ...branches].join(' ')

/** What a person chose instead of what was found, as the table is read. */
export const chosenBy = ({ columns, cells, skipped, sheet, headerRow }: Edits) => ({
  choices: columns,
  edits: cells,
  skippedRows: skipped,
  ...(sheet !== undefined && { sheet }),
  ...(headerRow !== undefined && { headerRow }),
})

export const rosterImports: ImportKind = {
  kind: 'roster',
  undoing,
  fields: shownFields(rosterFields),
  async prepare(context, cohortId) {
    if (cohortId === null) throw new ORPCError('NOT_FOUND')
    const facts = await factsFor(context, cohortId)
    return readerOf(facts)
  },
}

export const readerOf = (facts: Among): Reader => {
  const cohort = new Ahead()
  return {
    stamp: stampOf(facts),
    ahead: context => cohort.start(context, facts),
    read: (sheets, edits) => readSheets(facts, cohort, sheets, edits),
  }
}

function* readSheets(facts: Among, ahead: Ahead, sheets: readonly Sheet[], edits: Edits): Steps<TableDecision<ReadList>> {
  const decision = yield* readingRoster(sheets, {
    branches: facts.branches,
    scope: [...facts.own.keys()],
    today: facts.today,
    ...chosenBy(edits),
  })
  if (!decision.allowed) return decision
  const { table, repairs, skipped, ...read } = decision.value
  const problems = letStand(read.problems, problem => overrideOf(edits, problem))
  const rows = rowsStanding(read.rows, table, problems)
  return { allowed: true, value: { table, repairs, skipped, compare: comparing(facts, ahead, { table, rows, problems, edits }) } }
}

type ReadRoster = { table: Table; rows: RosterRow[]; problems: StandingProblem[]; edits: Edits }

/** Compares with what is held now. As long as nobody has written any of it, the last comparison is today's: a commit compares anew only then. */
function comparing(facts: Among, ahead: Ahead, read: ReadRoster): ReadList['compare'] {
  let last: { stamp: string; checked: Checked } | undefined
  let whom: Around | undefined
  return async (context, hold = false) => {
    const { trx, scope } = context
    whom ??= await byAndBy(aroundOf(await context.vault(facts.cohort?.id), facts, read.rows))
    const { around, indexes } = whom
    const numbers = await numbersOf(context, around)
    const stampWith = (rows: string) => JSON.stringify([rows, numbers.words])
    const stands = (last || hold) && stampWith(await store.stampNear(trx, scope, around, hold))
    if (last && last.stamp === stands) return ready(last.checked)
    const known = stands ? [] : await ahead.take()
    const held = known.map(person => person.held)
    const rows = await (held.length ? store.othersNear(trx, scope, around, held) : store.membersNear(trx, scope, around))
    const others = await openingNear(context, rows)
    return (function* () {
      const current = [...known, ...(yield* others)]
      const checked = yield* checking(facts, read, current, foundWith(numbers, indexes, current))
      last = { stamp: stampWith(store.stampOf([...held, ...rows])), checked }
      return checked
    })()
  }
}

function* checking(
  facts: Among,
  { table, rows, problems: own, edits }: ReadRoster,
  current: readonly Known[],
  found: Held,
): Steps<Checked> {
  const comparison = yield* comparingRoster(current, rows)
  const graduates = facts.cohort ? [] : current.filter(({ held }) => held.graduateId !== null)
  const more = [
    ...comparison.problems,
    ...(yield* findingHeld(rows, comparison.rows, found)),
    ...graduateProblems(rows, new Set(graduates.map(({ studentNumber }) => studentNumber))),
  ].map(placedIn(table))
  const problems = [...own, ...letStand(more, problem => overrideOf(edits, problem))]
  const byNumber = new Map(current.map(known => [known.studentNumber, known]))
  // Nobody keeps a list of all juniors: whom a file does not name, it says nothing about.
  const missing = facts.cohort ? (comparison.missing as Known[]).filter(({ held }) => held.graduateId !== null) : []
  const standing = yield* rowsOf(rows, comparison, problems, { byNumber, toCohort: facts.cohort !== null })
  return {
    rows: yield* mapping(standing, ({ row, kind, changes, joins }) => ({
      row,
      kind,
      changes: shown(changes, joins ? facts.cohort!.name : null),
    })),
    problems: problems.sort((a, b) => a.row - b.row || a.position - b.position),
    missing: missing.map(({ studentNumber, name, branch }) => ({ studentNumber, name, branch: branch ?? '' })),
    weighty: standing.filter(({ kind, changes }) => kind === 'changed' && changes.some(isWeighty)).length,
    apply: (inside, committed) => apply(inside, facts, committed, { rows: standing, missing }),
  }
}

/** A comparison knows fields; the sheet knows where they stand. */
export const placedIn = (table: Table) => {
  const columns = new Map(table.columns.flatMap(column => (column.field === null ? [] : [[column.field, column] as const])))
  return (problem: Problem): Problem => {
    const column = columns.get(problem.field)
    return column ? { ...problem, column: column.header || problem.column, position: column.position } : problem
  }
}

export type ComparedRow = Omit<CheckedRow, 'changes'> & { changes: Change[]; joins: boolean; entry: RosterRow; known: Known | null }

function* rowsOf(
  rows: readonly RosterRow[],
  comparison: Comparison,
  problems: readonly StandingProblem[],
  { byNumber, toCohort }: { byNumber: ReadonlyMap<string, Known>; toCohort: boolean },
): Steps<ComparedRow[]> {
  const differences = new Map(comparison.rows.map(row => [row.row, row]))
  const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ row }) => row))
  return yield* mapping(rows, entry => {
    const difference = differences.get(entry.row)
    const known = (difference && byNumber.get(difference.studentNumber)) ?? null
    const joins = toCohort && known !== null && known.held.graduateId === null
    const kind = (): RowKind => {
      if (entry.standing === 'elsewhere') return 'elsewhere'
      if (wrong.has(entry.row) || !difference) return 'wrong'
      return difference.difference === 'same' && joins ? 'changed' : difference.difference
    }
    return { row: entry.row, kind: kind(), changes: difference?.changes ?? [], joins, entry, known }
  })
}

export const shown = (changes: readonly Change[], joined: string | null): CheckedRow['changes'] => [
  ...(joined === null ? [] : [{ field: 'cohort', label: fieldLabel('cohort'), before: '', after: joined }]),
  ...changes.map(({ field, before, after }) => ({
    field,
    label: fieldLabel(field),
    before: textOfField(field, before as never),
    after: textOfField(field, after as never),
  })),
]

type Compared = { rows: readonly ComparedRow[]; missing: readonly Known[] }

/** So many at once; between them it says how far it is, and others may read. */
const BATCH = 500

const isEmpty = (value: unknown) => value === null || value === ''

/** Who joins the cohort is new to it, though known; what the file says otherwise of them is a change. */
const chosen = (rows: readonly ComparedRow[], choice: Committed['choice']) => {
  const newcomers = rows.filter(({ kind }) => kind === 'new' && choice.new)
  const changed = rows
    .filter(({ kind, joins }) => kind === 'changed' && (!joins || choice.new))
    .map(({ known, joins, changes }) => ({ known: known!, joins, changes: changesBy(choice, changes) }))
    .filter(({ joins, changes }) => joins || changes.length > 0)
  return { newcomers, changed }
}

const changesBy = ({ changed }: Committed['choice'], changes: readonly Change[]): readonly Change[] => {
  if (changed === 'none') return []
  return changed === 'all' ? changes : changes.filter(({ before }) => isEmpty(before))
}

/** What was begun has gone to the database. */
const sent = () => new Promise<void>(resolve => setImmediate(resolve))

export async function apply(
  context: RequestContext,
  { cohort: list, own }: Among,
  { importId, choice, basis, progress }: Committed,
  { rows, missing }: Compared,
): Promise<Written> {
  const cohortId = list?.id ?? null
  const writing = { cohortId, branches: own, importId, basis, note: { importId, ...(basis && { basis }) } }
  const { newcomers, changed } = chosen(rows, choice)
  const total = newcomers.length + changed.length
  const apart = writtenApart(
    newcomers.map(({ entry }) => entry),
    changed,
  )
  let done = 0
  const inBatches = async <Person, Ready>(all: readonly Person[], { prepare, write }: Work<Person, Ready>) => {
    const partAt = (at: number) => all.slice(at, at + BATCH)
    let ready = prepare(partAt(0))
    for (let at = 0; at < all.length; at += BATCH) {
      await progress(done, total)
      const next = () => prepare(partAt(at + BATCH))
      ;[, ready] = await Promise.all([write(ready), sent().then(next)])
      if (apart) await context.pause()
      done += Math.min(BATCH, all.length - at)
    }
  }
  await inBatches(newcomers, await addingPeople(context, writing))
  await inBatches(changed, await changingPeople(context, writing))
  const tagged = choice.missing === 'tag' ? await tagMissing(context, missing) : 0
  await progress(total, total)
  // Thousands at once: their lamps are counted after the commit, off the request.
  if (total > 0 && cohortId) await context.begin('roster-changed', '按新名册更新预警提示', { cohortId })
  const due = rows.filter(({ kind }) => kind === 'new' || kind === 'changed').length
  return { new: newcomers.length, changed: changed.length, left: due - total, tagged }
}
