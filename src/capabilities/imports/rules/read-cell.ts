/** One cell: cleaned, read by its field, and what happened to it written down. */
import { type Cell, isBlank, textOf } from './cell.ts'
import { clean } from './clean.ts'
import type { Column } from './columns.ts'
import type { Complaint, Field, Place, RepairKind } from './field.ts'
import type { Table, TableRow } from './result.ts'

const formulaError = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)$/

type Job<Context> = { column: Column; field: Field<unknown, Context>; context: Context; cell: Cell; above: Cell }

const said = (table: Table, into: TableRow, place: Place, complaints: readonly Complaint[]) => {
  for (const complaint of complaints) {
    table.problems.push({ ...place, ...complaint })
    if (complaint.severity === 'error') into.wrong.add(place.field)
  }
}

export const missing = (label: string): Complaint => ({ kind: 'missing', severity: 'error', text: `“${label}”没有填写，请补上。` })
const brokenFormula = (label: string): Complaint => ({
  kind: 'formula-error',
  severity: 'error',
  text: `“${label}”这一格的公式出错，没有结果。请直接填写内容。`,
})

export const readCell = <Context>(table: Table, into: TableRow, { column, field, context, cell: own, above }: Job<Context>): void => {
  const fromAbove = above !== null && isBlank(own)
  const cell = fromAbove ? above : own
  const place = (): Place => ({ row: into.row, column: column.header || field.label, position: column.position, field: field.key })
  const cleaned = typeof cell === 'string' ? clean(cell) : null
  const raw = cleaned ? cleaned.text : cell
  into.values[field.key] = null
  into.texts[field.key] = textOf(raw)

  if (raw === null || raw === '') {
    if (field.required) said(table, into, place(), [missing(field.label)])
    return
  }
  if (typeof raw === 'string' && raw.startsWith('#') && formulaError.test(raw)) {
    said(table, into, place(), [brokenFormula(field.label)])
    return
  }

  const reading = field.read(raw, context)
  into.values[field.key] = reading.value
  if (reading.problems) said(table, into, place(), reading.problems)
  if (reading.text !== undefined) into.texts[field.key] = reading.text
  const repair: RepairKind | null = reading.repair ?? cleaned?.repair ?? (fromAbove ? 'merged-cell' : null)
  if (repair) table.repairs.push({ ...place(), kind: repair, before: fromAbove ? '' : textOf(own), after: into.texts[field.key]! })
}
