/** Any office's spreadsheet in, official forms and marked workbooks out. Knows no domain. */
import type { Mark } from './mark.ts'
import { inWorker } from './pool.ts'
import { checkOutside } from './read.ts'
import type { Workbook } from './workbook.ts'
import type { FormSheet } from './write.ts'

export { harmless } from './harmless.ts'
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

/** The sender's workbook as .xlsx, with each mark as a red cell, a note on it, and a line in the column 问题. */
export const markWorkbook = async (bytes: Uint8Array, marks: readonly Mark[]): Promise<Uint8Array> => {
  checkOutside(bytes)
  return inWorker('mark', bytes, marks)
}
