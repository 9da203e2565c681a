/** A list whose rows each speak of one subject, made into a kind of import: a capability says what a row is, and writes it. */
import type { RequestContext } from '../accounts/index.ts'
import { overrideOf } from './edits.ts'
import type { Checked, CheckedRow, Committed, ImportKind, ReadList, ShownChange, StandingProblem } from './kind.ts'
import {
  type Choice,
  type Complaint,
  type Field,
  type Ledger,
  ledgerFor,
  type Problem,
  type Repair,
  type RowKind,
  readTable,
  type Table,
  type TableRow,
} from './rules.ts'

export interface ListSpec<Facts, Entry, Held> {
  /** As stored with each import. */
  kind: string
  fields(facts: Facts | null): readonly Field<unknown, Facts>[]
  /** The words that a field takes, where they are a closed list. */
  choices?: Readonly<Record<string, readonly string[]>>
  /** Within a transaction: what reading needs to know. `stamp` differs whenever the same file would read otherwise. */
  facts(context: RequestContext, cohortId: string | null): Promise<{ facts: Facts; stamp: string }>
  /** Pure: what the row says, complaints said; null where it says too little to be anything. */
  entry(row: TableRow, facts: Facts, ledger: Ledger): Entry | null
  /** Whom or what the row speaks of; a second row about the same is an error, said at `keyField`. */
  key(entry: Entry): string
  keyField: string
  /** Not the importer's: set aside. */
  isElsewhere?(entry: Entry, facts: Facts): boolean
  /** Within a transaction, by key; `hold` keeps them so until it ends. */
  held(context: RequestContext, facts: Facts, entries: readonly Entry[], hold: boolean): Promise<ReadonlyMap<string, Held>>
  /** Field by field, in words; none: the row says what is held. */
  changes(held: Held, entry: Entry, facts: Facts): ShownChange[]
  /** What is wrong with a row only in view of what is held. `held` is undefined for a new one. */
  complaints?(entry: Entry, held: Held | undefined, facts: Facts): { field: string; complaint: Complaint }[]
  apply(context: RequestContext, writing: ListWriting<Facts, Entry, Held>): Promise<void>
  undoing?: ImportKind['undoing']
}

export interface ListWriting<Facts, Entry, Held> extends Pick<Committed, 'importId' | 'basis'> {
  facts: Facts
  added: readonly Entry[]
  changed: readonly { held: Held; entry: Entry; changes: readonly ShownChange[] }[]
}

type Row<Entry> = { row: TableRow; entry: Entry | null }

const twice = (earlier: number): Complaint => ({
  kind: 'twice',
  severity: 'error',
  text: `与第 ${earlier} 行说的是同一个。请核对，多余的一行可以跳过。`,
})

export function listKind<Facts, Entry, Held>(spec: ListSpec<Facts, Entry, Held>): ImportKind {
  const shownFields = spec.fields(null).map(({ key, label, required }) => {
    const choices = spec.choices?.[key]
    return { key, label, required, ...(choices && { choices: [...choices] }) }
  })
  return {
    kind: spec.kind,
    fields: shownFields,
    ...(spec.undoing && { undoing: spec.undoing }),
    async prepare(context, cohortId) {
      const { facts, stamp } = await spec.facts(context, cohortId)
      return {
        stamp,
        read(sheets, edits) {
          const { sheet, headerRow } = edits
          const decision = readTable(sheets, spec.fields(facts), {
            context: facts,
            choices: edits.columns,
            edits: edits.cells,
            skippedRows: edits.skipped,
            ...(sheet !== undefined && { sheet }),
            ...(headerRow !== undefined && { headerRow }),
          })
          if (!decision.allowed) return decision
          const table = decision.value
          const into = { problems: [...table.problems], repairs: [...table.repairs] }
          const rows = entriesOf(spec, facts, table, into)
          const stand = standing(edits)
          return {
            allowed: true,
            value: {
              table,
              repairs: into.repairs,
              skipped: table.skipped,
              compare: (inside, hold = false) => compare(spec, facts, { table, rows, problems: into.problems, stand }, inside, hold),
            } satisfies ReadList,
          }
        },
      }
    },
  }
}

const labelsOf = <Facts, Entry, Held>(spec: ListSpec<Facts, Entry, Held>, facts: Facts) =>
  new Map(spec.fields(facts).map(({ key, label }) => [key, label]))

function entriesOf<Facts, Entry, Held>(
  spec: ListSpec<Facts, Entry, Held>,
  facts: Facts,
  table: Table,
  into: { problems: Problem[]; repairs: Repair[] },
): Row<Entry>[] {
  const ledgerOf = ledgerFor(table, labelsOf(spec, facts), into)
  const seen = new Map<string, number>()
  return table.rows.map(row => {
    const ledger = ledgerOf(row)
    const entry = spec.entry(row, facts, ledger)
    if (entry !== null && !spec.isElsewhere?.(entry, facts)) {
      const earlier = seen.get(spec.key(entry))
      if (earlier === undefined) seen.set(spec.key(entry), row.row)
      else ledger.say(spec.keyField, twice(earlier))
    }
    return { row, entry }
  })
}

type Stand = (problems: readonly Problem[]) => StandingProblem[]

/** An overridable error that somebody let stand is a warning with its reason. */
const standing =
  (edits: Parameters<typeof overrideOf>[0]): Stand =>
  problems =>
    problems.map(problem => {
      const reason = problem.overridable && problem.severity === 'error' ? overrideOf(edits, problem) : undefined
      return reason === undefined ? problem : { ...problem, severity: 'warning', overridden: reason }
    })

type ReadRows<Entry> = { table: Table; rows: readonly Row<Entry>[]; problems: readonly Problem[]; stand: Stand }

async function compare<Facts, Entry, Held>(
  spec: ListSpec<Facts, Entry, Held>,
  facts: Facts,
  { table, rows, problems, stand }: ReadRows<Entry>,
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
  const compared = rows.map(({ row, entry }) => {
    const known = entry === null ? undefined : held.get(spec.key(entry))
    const changes = entry !== null && known !== undefined ? spec.changes(known, entry, facts) : []
    const kind = (): RowKind => {
      if (entry !== null && spec.isElsewhere?.(entry, facts)) return 'elsewhere'
      if (entry === null || wrong.has(row.row)) return 'wrong'
      if (known === undefined) return 'new'
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
    async apply(inside, { importId, choice, basis, progress }) {
      const added = choice.new ? compared.filter(({ kind }) => kind === 'new').map(({ entry }) => entry!) : []
      const changed = compared
        .filter(({ kind }) => kind === 'changed')
        .map(({ entry, known, changes }) => ({ entry: entry!, held: known!, changes: chosenOf(choice, changes) }))
        .filter(({ changes }) => changes.length > 0)
      const total = added.length + changed.length
      const due = compared.filter(({ kind }) => kind === 'new' || kind === 'changed').length
      await progress(0, total)
      if (total > 0) await spec.apply(inside, { facts, importId, basis, added, changed })
      await progress(total, total)
      return { new: added.length, changed: changed.length, left: due - total, tagged: 0 }
    },
  }
}

const chosenOf = ({ changed }: Choice, changes: readonly ShownChange[]): readonly ShownChange[] => {
  if (changed === 'none') return []
  return changed === 'all' ? changes : changes.filter(({ before }) => before === '')
}
