/** Any list of a screen as it is filtered: who took it out, and when, stands above it and at the foot of each page. */
import type { FormCell, FormColumn, FormSheet } from './write.ts'

export type List<Row> = {
  /** The list's own name: 接转台账. */
  name: string
  /** Who takes it out, and on which day. */
  by: string
  on: string
  /** Whether numbers stand in full, and what else is to be known of the rows. */
  notes?: readonly string[]
  columns: readonly (FormColumn & { cell: (row: Row) => FormCell })[]
  rows: readonly Row[]
}

export const listSheet = <Row>({ name, by, on, notes = [], columns, rows }: List<Row>): FormSheet => ({
  name,
  title: name,
  above: [[`共 ${rows.length} 行`, `${by} ${on} 导出`, ...notes].join('　')],
  columns: columns.map(({ cell: _, ...column }) => column),
  rows: rows.map(row => columns.map(({ cell }) => cell(row))),
  footer: `${by} ${on} 导出`,
})
