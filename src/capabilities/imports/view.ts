import { pageFrom, pageKey } from '../../kernel/paging.ts'
import type { CountsView, ImportRowView, ImportView, PreviewView, ProblemView } from './contract.ts'
import type { Edits } from './edits.ts'
import type { Checked, ReadList, StandingProblem } from './kind.ts'
import { openImportSteps, type RowKind, repairText, rowKinds, type Sheet, skipText, type TableDecision, textOf } from './rules.ts'
import type { ImportRow } from './store.ts'
import { type Looked, undoView } from './undo-look.ts'

const EXAMPLES = 3

export const noCounts: CountsView = {
  total: 0,
  wrong: 0,
  changed: 0,
  new: 0,
  same: 0,
  elsewhere: 0,
  skipped: 0,
  missing: 0,
  left: 0,
  tagged: 0,
}

export function countsOf(decision: TableDecision<ReadList>, { rows, missing }: Checked): CountsView {
  if (!decision.allowed) return noCounts
  const counts = { ...noCounts, total: rows.length, skipped: decision.value.skipped.length, missing: missing.length }
  for (const { kind } of rows) counts[kind]++
  return counts
}

export const importView = (row: ImportRow, accountId: string): ImportView => ({
  id: row.id,
  cohortId: row.cohortId,
  fileName: row.fileName,
  state: row.state,
  counts: { ...noCounts, ...row.counts },
  uploadedBy: row.accountName,
  mine: row.accountId === accountId,
  createdAt: row.createdAt.toISOString(),
  committedAt: row.committedAt?.toISOString() ?? null,
  version: row.version,
})

const problemView = ({ row: _, overridable, ...problem }: StandingProblem): ProblemView => ({
  ...problem,
  overridable: overridable ?? false,
})

type Shown = { row: ImportRow; looked: Looked; accountId: string; sheets: readonly Sheet[]; edits: Edits; fields: PreviewView['fields'] }
type Page = { kind?: RowKind | undefined; after?: readonly [rank: number, row: number] | undefined; limit: number }

export function previewOf(shown: Shown, decision: TableDecision<ReadList>, checked: Checked, page: Page): PreviewView {
  const { row, looked, accountId, sheets, edits, fields } = shown
  const found = decision.allowed ? decision.value.table : decision.found!
  const counts = countsOf(decision, checked)
  const sheet = sheets.find(({ name }) => name === found.sheet)
  return {
    import: importView(row, accountId),
    sheets: sheets.filter(({ hidden }) => !hidden).map(({ name, rows }) => ({ name, rows: rows.length })),
    sheet: found.sheet,
    headerRow: found.headerRow,
    recalled: edits.recalled ?? false,
    head: headOf(sheet, found.headerRow),
    columns: found.columns,
    fields,
    problem: decision.allowed ? null : { reason: decision.reason, text: decision.text },
    counts,
    can: openImportSteps({ state: row.state, readable: decision.allowed, counts }, looked.facts),
    undo: undoView(looked),
    weighty: checked.weighty,
    missing: checked.missing,
    ...(decision.allowed ? listView(decision.value, checked, edits, page) : nothingRead),
  }
}

const nothingRead = { notices: [], repairs: [], skipped: [], rows: [], matching: 0, next: null }

const HEAD_ROWS = 12
const headOf = (sheet: Sheet | undefined, headerRow: number): PreviewView['head'] =>
  (sheet?.rows ?? [])
    .slice(0, Math.max(HEAD_ROWS, headerRow + 2))
    .map((cells, at) => ({ row: at + 1, cells: cells.slice(0, 40).map(cell => textOf(cell).slice(0, 60)) }))

function listView(read: ReadList, checked: Checked, edits: Edits, page: Page) {
  const people = new Set(read.table.rows.map(({ row }) => row))
  return {
    notices: checked.problems.filter(({ row }) => !people.has(row)).map(problemView),
    repairs: repairsOf(read),
    skipped: read.skipped.map(skipped => ({ ...skipped, label: skipText[skipped.reason] })),
    ...rowsOf(read, checked, edits, page),
  }
}

const repairsOf = ({ repairs }: ReadList): PreviewView['repairs'] =>
  [...Map.groupBy(repairs, ({ kind }) => kind)]
    .map(([kind, all]) => ({
      kind,
      label: repairText[kind],
      count: all.length,
      examples: all.slice(0, EXAMPLES).map(({ row, column, before, after }) => ({ row, column, before, after })),
    }))
    .sort((a, b) => b.count - a.count)

const rankOf = (kind: RowKind) => rowKinds.indexOf(kind)

/** Wrong ones first, then in the order of the sheet; the key of a page is the last row shown. */
function rowsOf(read: ReadList, { rows, problems }: Checked, edits: Edits, { kind, after, limit }: Page) {
  const asked = rows.filter(row => kind === undefined || row.kind === kind).sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || a.row - b.row)
  const [rank, last] = after ?? [-1, 0]
  const rest = asked.filter(row => rankOf(row.kind) > rank || (rankOf(row.kind) === rank && row.row > last))
  const { page, next } = pageFrom(rest, limit, ({ kind, row }) => pageKey(rankOf(kind), row))

  const texts = new Map(read.table.rows.map(row => [row.row, row.texts]))
  const said = Map.groupBy(problems, ({ row }) => row)
  const repaired = Map.groupBy(read.repairs, ({ row }) => row)
  const edited = Map.groupBy(Object.keys(edits.cells), key => Number(key.split(':')[0]))
  const views = page.map(
    (row): ImportRowView => ({
      row: row.row,
      kind: row.kind,
      cells: texts.get(row.row) ?? {},
      changes: row.changes,
      problems: (said.get(row.row) ?? []).map(problemView),
      repairs: (repaired.get(row.row) ?? []).map(({ field, kind: how, before, after: now }) => ({ field, kind: how, before, after: now })),
      edited: (edited.get(row.row) ?? []).map(key => key.slice(key.indexOf(':') + 1)),
    }),
  )
  return { rows: views, matching: asked.length, next }
}
