/** The rows of a list against what is held now, and what is written of them. */
import type { RequestContext } from '../accounts/index.ts'
import type { Checked, CheckedRow, Committed, ShownChange, StandingProblem } from './kind.ts'
import type { ListSpec, Overridden } from './list-spec.ts'
import { keepTraces } from './list-undo.ts'
import { type Choice, ledgerFor, type Problem, type RowKind, type Table, type TableRow } from './rules.ts'

type Row<Entry> = { row: TableRow; entry: Entry | null }
type Stand = (problems: readonly Problem[]) => StandingProblem[]

export const labelsOf = <Facts, Entry, Held>(spec: ListSpec<Facts, Entry, Held>, facts: Facts) =>
  new Map(spec.fields(facts).map(({ key, label }) => [key, label]))

type ReadRows<Entry> = {
  table: Table
  rows: readonly Row<Entry>[]
  problems: readonly Problem[]
  stand: Stand
  cohortId: string | null
}

export async function compare<Facts, Entry, Held>(
  spec: ListSpec<Facts, Entry, Held>,
  facts: Facts,
  { table, rows, problems, stand, cohortId }: ReadRows<Entry>,
  context: RequestContext,
  hold: boolean,
): Promise<Checked> {
  const entries = rows.flatMap(({ entry }) => (entry === null ? [] : [entry]))
  const held = await spec.held(context, facts, entries, hold)
  const more: Problem[] = []
  const ledgerOf = ledgerFor(table, labelsOf(spec, facts), { problems: more, repairs: [] })
  for (const { row, entry } of rows) {
    if (entry === null) continue
    const ledger = ledgerOf({ ...row, wrong: new Set(row.wrong) })
    for (const { field, complaint } of spec.complaints?.(entry, held.get(spec.key(entry)), facts) ?? []) ledger.say(field, complaint)
  }
  const all = stand([...problems, ...more]).sort((a, b) => a.row - b.row || a.position - b.position)
  const wrong = new Set(all.filter(({ severity }) => severity === 'error').map(({ row }) => row))
  const isNew = (known: Held | undefined) => known === undefined || !(spec.isHeld?.(known) ?? true)
  const compared = rows.map(({ row, entry }) => {
    const known = entry === null ? undefined : held.get(spec.key(entry))
    const changes = entry !== null && !isNew(known) ? spec.changes(known!, entry, facts) : []
    const kind = (): RowKind => {
      if (entry !== null && spec.isElsewhere?.(entry, facts)) return 'elsewhere'
      if (entry === null || wrong.has(row.row)) return 'wrong'
      if (isNew(known)) return 'new'
      return changes.length > 0 ? 'changed' : 'same'
    }
    return { row: row.row, kind: kind(), changes, entry, known }
  })
  const aside = new Set(compared.filter(({ kind }) => kind === 'elsewhere').map(({ row }) => row))
  return {
    rows: compared.map(({ row, kind, changes }): CheckedRow => ({ row, kind, changes })),
    // What stands in a row of somebody else is not the importer's to mend.
    problems: all.filter(({ row }) => !aside.has(row)),
    missing: [],
    weighty: 0,
    apply: (inside, committed) => apply(spec, { facts, cohortId, rows: compared, overridden: overriddenIn(all) }, inside, committed),
  }
}

type ComparedRow<Entry, Held> = CheckedRow & { entry: Entry | null; known: Held | undefined }
type Standing<Facts, Entry, Held> = {
  facts: Facts
  cohortId: string | null
  rows: readonly ComparedRow<Entry, Held>[]
  overridden: (row: number) => Overridden
}

async function apply<Facts, Entry, Held>(
  spec: ListSpec<Facts, Entry, Held>,
  { facts, cohortId, rows, overridden }: Standing<Facts, Entry, Held>,
  context: RequestContext,
  { importId, choice, basis, progress }: Committed,
) {
  const added = choice.new
    ? rows
        .filter(({ kind }) => kind === 'new')
        .map(({ row, entry, known }) => ({ entry: entry!, held: known, overridden: overridden(row) }))
    : []
  const changed = rows
    .filter(({ kind }) => kind === 'changed')
    .map(({ row, entry, known, changes }) => ({
      entry: entry!,
      held: known!,
      changes: chosenOf(choice, changes),
      overridden: overridden(row),
    }))
    .filter(({ changes }) => changes.length > 0)
  const total = added.length + changed.length
  const due = rows.filter(({ kind }) => kind === 'new' || kind === 'changed').length
  await progress(0, total)
  if (total > 0) {
    const traces = await spec.apply(context, { facts, importId, basis, added, changed })
    if (spec.undo) await keepTraces(context, importId, cohortId, traces)
  }
  await progress(total, total)
  return { new: added.length, changed: changed.length, left: due - total, tagged: 0 }
}

const none: Overridden = new Map()

function overriddenIn(problems: readonly StandingProblem[]): (row: number) => Overridden {
  const stand = Map.groupBy(
    problems.filter(({ overridden }) => overridden !== undefined),
    ({ row }) => row,
  )
  const reasons = new Map([...stand].map(([row, all]) => [row, new Map(all.map(({ kind, overridden }) => [kind, overridden!]))]))
  return row => reasons.get(row) ?? none
}

const chosenOf = ({ changed }: Choice, changes: readonly ShownChange[]): readonly ShownChange[] => {
  if (changed === 'none') return []
  return changed === 'all' ? changes : changes.filter(({ before }) => before === '')
}
