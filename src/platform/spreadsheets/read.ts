import { readCsvSheets } from './read-csv.ts'
import { readOdsSheets } from './read-ods.ts'
import { readXlsSheets } from './read-xls.ts'
import { readXlsxSheets } from './read-xlsx.ts'
import { SpreadsheetError } from './refusals.ts'
import { formatOf } from './sniff.ts'
import { type Format, filledRows, limits, type Sheet, type Workbook } from './workbook.ts'

const readers: Record<Format, (bytes: Uint8Array, name: string) => Sheet[] | Promise<Sheet[]>> = {
  xlsx: readXlsxSheets,
  xls: readXlsSheets,
  ods: readOdsSheets,
  csv: readCsvSheets,
}

/** Reads in the calling thread; whatever a reader trips over becomes one of the closed reasons. */
export const readHere = async (bytes: Uint8Array, name: string): Promise<Workbook> => {
  const format = checkOutside(bytes)
  const sheets = await Promise.resolve()
    .then(() => readers[format](bytes, name))
    .catch(error => {
      throw error instanceof SpreadsheetError ? error : new SpreadsheetError('unreadable')
    })
  const filled = sheets.map(sheet => filledRows(sheet.rows))
  if (filled.some(count => count > limits.rows)) throw new SpreadsheetError('too-many-rows')
  if (filled.every(count => count === 0)) throw new SpreadsheetError('empty-workbook')
  return { format, sheets }
}

/** What can be said from the outside, before a worker is troubled. */
export const checkOutside = (bytes: Uint8Array): Format => {
  if (bytes.byteLength === 0) throw new SpreadsheetError('empty-file')
  if (bytes.byteLength > limits.fileBytes) throw new SpreadsheetError('too-large')
  const format = formatOf(bytes)
  if (!format) throw new SpreadsheetError('not-a-workbook')
  return format
}
