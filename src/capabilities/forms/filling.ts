import type { Filling } from '../../platform/spreadsheets/index.ts'
import type { Layout } from './layout.ts'
import { type Mapping, withValues } from './rules.ts'

/** The rows of a form in a school's own workbook: what it has no place for is left out, a counter counts. */
export const fillingOf = ({ columns, single, ...place }: Mapping, { rows, values, footer }: Layout): Filling => ({
  ...place,
  positions: columns.map(({ position }) => position),
  rows: rows.map((row, at) => columns.map(({ key }) => (key === 'no' ? at + 1 : (row[key] ?? '')))),
  single: single.map(({ text, ...cell }) => ({ ...cell, text: withValues(text, values) })),
  ...(footer !== undefined && { footer }),
})
