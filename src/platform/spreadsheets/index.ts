/** Any office's spreadsheet in, official forms and marked workbooks out. Knows no domain. */
import type { Filling, TemplateFacts } from './fill.ts'
import { type List, listSheet } from './list.ts'
import type { Mark } from './mark.ts'
import { inWorker } from './pool.ts'
import { checkOutside } from './read.ts'
import type { Workbook } from './workbook.ts'
import type { FormSheet } from './write.ts'

export type { Filling, NamedPlace, TemplateFacts } from './fill.ts'
export { harmless } from './harmless.ts'
export type { List } from './list.ts'
export type { Mark } from './mark.ts'
export { refusalReasons, SpreadsheetError, type SpreadsheetRefusal, spreadsheetRefusalText } from './refusals.ts'
export { type Cell, type Format, limits, type Merge, type Sheet, type Workbook } from './workbook.ts'
export { columnLetter, type FormCell, type FormColumn, type FormSheet } from './write.ts'

/** Reads .xlsx, .xls, .ods and .csv by what they hold, not by their name. Refuses with a `SpreadsheetError`. */
export const readWorkbook = async (bytes: Uint8Array, name: string): Promise<Workbook> => {
  checkOutside(bytes)
  return inWorker('read', bytes, name)
}

/** Writes official forms as one .xlsx: A4 landscape, header repeated on each page, text kept as text. */
export const writeWorkbook = (...sheets: readonly FormSheet[]): Promise<Uint8Array> => inWorker('write', sheets)

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A list of a screen as a file, up to 100,000 rows; what else is to be known of them on pages beside it. */
export const listWorkbook = async <Row, Beside = never>(list: List<Row>, ...beside: readonly List<Beside>[]): Promise<File> =>
  new File([new Uint8Array(await writeWorkbook(listSheet(list), ...beside.map(listSheet)))], `${list.name}-${list.on}.xlsx`, { type: XLSX })

/** The sender's workbook as .xlsx, with each mark as a red cell, a note on it, and a line in the column 问题. */
export const markWorkbook = async (bytes: Uint8Array, marks: readonly Mark[]): Promise<Uint8Array> => {
  checkOutside(bytes)
  return inWorker('mark', bytes, marks)
}

/** What a school's own workbook says beside its cells. Refuses with a `SpreadsheetError`. */
export const lookAtTemplate = async (bytes: Uint8Array): Promise<TemplateFacts> => {
  checkOutside(bytes)
  return inWorker('template', bytes)
}

/** The workbook with people and values in it; its look and all else that it holds stay. */
export const fillWorkbook = (bytes: Uint8Array, filling: Filling): Promise<Uint8Array> => inWorker('fill', bytes, filling)
