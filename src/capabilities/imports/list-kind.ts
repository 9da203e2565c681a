/** A list whose rows each speak of one subject, made into a kind of import: a capability says what a row is, and writes it. */
import { ready } from '../../kernel/steps.ts'
import { overrideOf } from './edits.ts'
import type { ReadList, StandingProblem } from './kind.ts'
import { compare, labelsOf } from './list-check.ts'
import type { ListKind, ListSpec } from './list-spec.ts'
import { undoingOf } from './list-undo.ts'
import { type Complaint, ledgerFor, type Problem, type Repair, readingTable, type Table, type TableRow } from './rules.ts'

const twice = (earlier: number): Complaint => ({
  kind: 'twice',
  severity: 'error',
  text: `与第 ${earlier} 行说的是同一个。请核对，多余的一行可以跳过。`,
})

export function listKind<Facts, Entry, Held>(spec: ListSpec<Facts, Entry, Held>): ListKind {
  const shownFields = spec.fields(null).map(({ key, label, required }) => {
    const choices = spec.choices?.[key]
    return { key, label, required, ...(choices && { choices: [...choices] }) }
  })
  return {
    kind: spec.kind,
    title: spec.title,
    hints: spec.hints,
    fields: shownFields,
    ...(spec.undo && { undoing: undoingOf(spec.undo) }),
    async prepare(context, cohortId, about) {
      const { facts, stamp } = await spec.facts(context, cohortId, about)
      return {
        stamp,
        *read(sheets, edits) {
          const { sheet, headerRow } = edits
          const decision = yield* readingTable(sheets, spec.fields(facts), {
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
          sayTogether(spec, facts, { table, rows }, into)
          const stand = standing(edits)
          return {
            allowed: true,
            value: {
              table,
              repairs: into.repairs,
              skipped: table.skipped,
              compare: async (inside, hold = false) =>
                ready(await compare(spec, facts, { table, rows, problems: into.problems, stand, cohortId }, inside, hold)),
            } satisfies ReadList,
          }
        },
      }
    },
  }
}

function entriesOf<Facts, Entry, Held>(
  spec: ListSpec<Facts, Entry, Held>,
  facts: Facts,
  table: Table,
  into: { problems: Problem[]; repairs: Repair[] },
): { row: TableRow; entry: Entry | null }[] {
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

type Rows<Entry> = { table: Table; rows: readonly { row: TableRow; entry: Entry | null }[] }

function sayTogether<Facts, Entry, Held>(
  spec: ListSpec<Facts, Entry, Held>,
  facts: Facts,
  { table, rows }: Rows<Entry>,
  into: { problems: Problem[]; repairs: Repair[] },
): void {
  if (!spec.together) return
  const ledgerOf = ledgerFor(table, labelsOf(spec, facts), into)
  const ours = rows.flatMap(({ row, entry }) => (entry === null || spec.isElsewhere?.(entry, facts) ? [] : [{ row, entry }]))
  const byRow = new Map(ours.map(({ row }) => [row.row, row]))
  const asked = ours.map(({ row, entry }) => ({ row: row.row, entry, sound: row.wrong.size === 0 }))
  for (const { row, field, complaint } of spec.together(asked, facts)) ledgerOf(byRow.get(row)!).say(field, complaint)
}

/** An overridable error that somebody let stand is a warning with its reason. */
const standing =
  (edits: Parameters<typeof overrideOf>[0]) =>
  (problems: readonly Problem[]): StandingProblem[] =>
    problems.map(problem => {
      const reason = problem.overridable && problem.severity === 'error' ? overrideOf(edits, problem) : undefined
      return reason === undefined ? problem : { ...problem, severity: 'warning', overridden: reason }
    })
