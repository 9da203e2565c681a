import type { Column } from './columns.ts'
import type { Problem, Repair } from './field.ts'
import type { Skipped } from './skip.ts'

/** `texts` is how each cell reads once mended; `wrong` are the fields whose cell is an error. */
export type TableRow = { row: number; values: Record<string, unknown>; texts: Record<string, string>; wrong: Set<string> }

export type Table = {
  sheet: string
  /** The last row of the header, as Excel counts. */
  headerRow: number
  columns: Column[]
  rows: TableRow[]
  problems: Problem[]
  repairs: Repair[]
  skipped: Skipped[]
}
