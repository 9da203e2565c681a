/** The cells of the grid: which columns it shows, which cells are wrong, and which of them comes next. */
import type { ImportRowView, PreviewView, ProblemView } from '../contract.ts'

export type CellAt = { row: number; field: string }
export type GridColumn = { field: string; label: string; required: boolean; choices: readonly string[] }

/** What is wrong with a row as a whole stands in the cell that names its kind. */
export const WHOLE_ROW = ''

export const sameCell = (a: CellAt | null, b: CellAt | null): boolean => a !== null && b !== null && a.row === b.row && a.field === b.field

/** An error that nobody has given a reason for. */
export const isWrong = ({ severity, overridden }: ProblemView): boolean => severity === 'error' && overridden === undefined

/** Fields in which something on this page is wrong or would change. */
const spoken = (rows: readonly ImportRowView[]) =>
  rows.flatMap(({ problems, changes }) => [...problems.filter(isWrong), ...changes].map(({ field }) => field))

/** How many leading columns name the row; what is wrong or changes comes right after them, so that it is in view. */
export const NAMING = 2
const BROUGHT_FORWARD = 3

/** The naming fields, up to three that would be out of view but have something wrong, the other leading ones, then the sheet's own order. */
export const columnOrder = ({ columns, rows }: Pick<PreviewView, 'columns' | 'rows'>, lead: readonly string[]): string[] => {
  const mapped = columns.flatMap(({ field }) => (field === null ? [] : [field]))
  const all = new Set([...mapped, ...rows.flatMap(({ problems, changes }) => [...problems, ...changes].map(({ field }) => field))])
  const leading = lead.filter(field => all.has(field))
  const forward = [...new Set(spoken(rows))].filter(field => !leading.includes(field)).slice(0, BROUGHT_FORWARD)
  return [...new Set([...leading.slice(0, NAMING), ...forward, ...leading, ...all])]
}

/** The order of before, with what came up since at the end: columns don't move under one's hand. */
export const keptOrder = (before: readonly string[], now: readonly string[]): string[] => [...new Set([...before, ...now])]

type Choices = Readonly<Record<string, readonly string[]>>

export const gridColumns = (order: readonly string[], fields: PreviewView['fields'], choices: Choices = {}): GridColumn[] => {
  const known = new Map(fields.map(field => [field.key, field]))
  return order.flatMap(key => {
    const field = known.get(key)
    return field ? [{ field: key, label: field.label, required: field.required, choices: field.choices ?? choices[key] ?? [] }] : []
  })
}

/** Problems of one cell; those of no shown column belong to the row. */
export const problemsAt = (row: ImportRowView, field: string, columns: readonly GridColumn[]): ProblemView[] =>
  field === WHOLE_ROW
    ? row.problems.filter(problem => !columns.some(column => column.field === problem.field))
    : row.problems.filter(problem => problem.field === field)

/** In the order of the screen: row by row, from left to right. */
export const wrongCells = (rows: readonly ImportRowView[], columns: readonly GridColumn[]): CellAt[] =>
  rows.flatMap(row =>
    [WHOLE_ROW, ...columns.map(({ field }) => field)]
      .filter(field => problemsAt(row, field, columns).some(isWrong))
      .map(field => ({ row: row.row, field })),
  )

/** The wrong cell after this one; from the last it goes back to the first. */
export const nextWrong = (cells: readonly CellAt[], from: CellAt | null, mended: readonly CellAt[] = []): CellAt | null => {
  const open = cells.filter(cell => sameCell(cell, from) || !mended.some(done => sameCell(done, cell)))
  const at = open.findIndex(cell => sameCell(cell, from))
  const next = open[at + 1] ?? open[0] ?? null
  return sameCell(next, from) && mended.some(done => sameCell(done, next)) ? null : next
}

/** Cells of this page that are written the same and wrong in the same way: one hand's habit, mended at once. */
export const alike = (rows: readonly ImportRowView[], at: ImportRowView, { field, kind, suggestion }: ProblemView): CellAt[] =>
  rows
    .filter(
      row =>
        row.cells[field] === at.cells[field] &&
        row.problems.some(problem => problem.field === field && problem.kind === kind && problem.suggestion === suggestion),
    )
    .map(({ row }) => ({ row, field }))
