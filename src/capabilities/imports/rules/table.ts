/** The pipe: sheets in, rows of read values out, with everything that was mended, skipped or wrong. Never throws. */
import { atOnce, type Steps } from '../../../kernel/steps.ts'
import { type Cell, isBlank, type Sheet, textOf } from './cell.ts'
import { type Choices, type Column, mapColumns } from './columns.ts'
import type { Field, Problem } from './field.ts'
import { findHeader, type Header, headerAt } from './header.ts'
import { readCell } from './read-cell.ts'
import type { Table, TableRow } from './result.ts'
import { skipReason } from './skip.ts'
import { dictionaryOf } from './word.ts'
import { type TableRefusal, tableRefusalText } from './words.ts'

export type TableOptions<Context> = {
  context: Context
  /** What a person chose instead of what was found. */
  sheet?: string
  headerRow?: number
  choices?: Choices
  /** `row:field` → the text that replaces the cell. */
  edits?: Readonly<Record<string, string>>
  skippedRows?: readonly number[]
}

/** `found` is what could be made out, for a person to correct: `columns-missing` and `no-rows` have a header. */
export type TableDecision<Value> =
  | { allowed: true; value: Value }
  | { allowed: false; reason: TableRefusal; text: string; found?: { sheet: string; headerRow: number; columns: Column[] } }

const refused = (reason: TableRefusal, facts: Partial<Parameters<(typeof tableRefusalText)[TableRefusal]>[0]>) =>
  ({ allowed: false, reason, text: tableRefusalText[reason]({ sheet: '', row: 0, columns: [], ...facts }) }) as const

type Fields<Context> = readonly Field<unknown, Context>[]

export const readTable = <Context>(...given: Parameters<typeof readingTable<Context>>): TableDecision<Table> =>
  atOnce(readingTable<Context>(...given))

/** A step for each row. */
export function* readingTable<Context>(
  sheets: readonly Sheet[],
  fields: Fields<Context>,
  options: TableOptions<Context>,
): Steps<TableDecision<Table>> {
  const visible = sheets.filter(
    sheet => !sheet.hidden && sheet.rows.length > 0 && (options.sheet === undefined || sheet.name === options.sheet),
  )
  const [first] = visible
  if (!first) return refused('no-sheet', { sheet: options.sheet ?? '' })

  const dictionary = dictionaryOf(fields)
  const header =
    options.headerRow === undefined
      ? findHeader(visible, dictionary, Math.min(2, fields.length))
      : headerAt(first, options.headerRow - 1, dictionary)
  if (!header) return refused('no-header', { sheet: first.name, columns: expected(fields) })

  const columns = mapColumns(header, fields, dictionary, options.choices)
  const place = { sheet: header.sheet.name, row: header.row + 1 }
  const mapped = new Set(columns.map(column => column.field))
  const lacking = fields.filter(field => field.essential && !mapped.has(field.key)).map(field => field.label)
  const found = { sheet: place.sheet, headerRow: place.row, columns }
  if (lacking.length > 0) return { ...refused('columns-missing', { ...place, columns: lacking }), found }

  const table = yield* readingRows(header, columns, fields, options)
  return table.rows.length === 0 ? { ...refused('no-rows', place), found } : { allowed: true, value: table }
}

const expected = <Context>(fields: readonly Field<unknown, Context>[]) =>
  [...fields].sort((a, b) => Number(b.essential ?? false) - Number(a.essential ?? false)).map(field => field.label)

function* readingRows<Context>(header: Header, columns: Column[], fields: Fields<Context>, options: TableOptions<Context>): Steps<Table> {
  const { sheet } = header
  const table: Table = {
    sheet: sheet.name,
    headerRow: header.row + 1,
    columns,
    rows: [],
    problems: missingColumns(header, columns, fields),
    repairs: [],
    skipped: [],
  }
  const [noValues, noTexts] = [shapeOf(columns, null), shapeOf(columns, '')]
  const byKey = new Map(fields.map(field => [field.key, field]))
  const read = columns.flatMap(column => (column.field === null ? [] : [{ column, field: byKey.get(column.field)! }]))
  const mapped = read.map(({ column }) => column)
  const essential = read.filter(({ field }) => field.essential).map(({ column }) => column)
  const skipped = new Set(options.skippedRows)
  const mended = new Set(Object.keys(options.edits ?? {}).map(key => Number(key.split(':')[0])))
  const lifted = mergedBelow(sheet, header.row)

  for (let at = header.row + 1; at < sheet.rows.length; at++) {
    yield
    const row = at + 1
    const cells = mended.has(row) ? edited(sheet.rows[at] ?? [], row, columns, options.edits!) : (sheet.rows[at] ?? [])
    const reason = skipped.has(row) ? 'chosen' : skipReason(cells, { mapped, essential, afterHeader: at - header.row })
    if (reason) {
      table.skipped.push({ row, reason, text: cells.map(textOf).filter(Boolean).join(' ').slice(0, 60) })
      continue
    }
    const into: TableRow = { row, values: { ...noValues }, texts: { ...noTexts }, wrong: new Set() }
    for (const { column, field } of read) {
      const above = lifted?.get(at)?.get(column.position - 1)
      readCell(table, into, { column, field, context: options.context, cell: cells[column.position - 1] ?? null, above: above ?? null })
    }
    table.rows.push(into)
  }
  return table
}

/** A copy of one shape takes a sixth of the memory, and of the time, of a row that grows a field at a time. */
const shapeOf = <Value>(columns: readonly Column[], value: Value): Record<string, Value> =>
  JSON.parse(JSON.stringify(Object.fromEntries(columns.flatMap(({ field }) => (field === null ? [] : [[field, value]])))))

/** A required column that the sheet lacks is said once, not once a row. */
const missingColumns = <Context>(header: Header, columns: readonly Column[], fields: readonly Field<unknown, Context>[]): Problem[] => {
  const mapped = new Set(columns.map(column => column.field))
  return fields
    .filter(field => field.required && !mapped.has(field.key))
    .map(field => ({
      row: header.row + 1,
      column: field.label,
      position: 0,
      field: field.key,
      kind: 'column-missing',
      severity: 'warning',
      text: `表里没有“${field.label}”这一列，导入后这一项是空的，需要另行补填。`,
    }))
}

const edited = (
  cells: readonly Cell[],
  row: number,
  columns: readonly Column[],
  edits: NonNullable<TableOptions<unknown>['edits']>,
): readonly Cell[] => {
  let copy: Cell[] | null = null
  for (const { field, position } of columns) {
    const text = field === null ? undefined : edits[`${row}:${field}`]
    if (text === undefined) continue
    copy ??= [...cells]
    copy[position - 1] = text
  }
  return copy ?? cells
}

/** The unit's name written once over twenty merged rows belongs to each of them: row → column → that cell. */
const mergedBelow = (sheet: Sheet, headerRow: number): Map<number, Map<number, Cell>> | null => {
  const tall = sheet.merges.filter(
    merge => merge.startRow > headerRow && merge.endRow > merge.startRow && merge.startColumn === merge.endColumn,
  )
  if (tall.length === 0) return null
  const lifted = new Map<number, Map<number, Cell>>()
  for (const { startRow, endRow, startColumn } of tall) {
    const cell = sheet.rows[startRow]?.[startColumn] ?? null
    if (isBlank(cell)) continue
    for (let row = startRow + 1; row <= Math.min(endRow, sheet.rows.length - 1); row++) {
      const columns = lifted.get(row) ?? new Map<number, Cell>()
      lifted.set(row, columns.set(startColumn, cell))
    }
  }
  return lifted
}
