import { readCsvSheets } from './read-csv.ts'
import { readOdsSheets } from './read-ods.ts'
import { readXlsSheets } from './read-xls.ts'
import { readXlsxSheets } from './read-xlsx.ts'
import { SpreadsheetError } from './refusals.ts'
import { formatOf } from './sniff.ts'
import { charactersIn, type Format, filledRows, limits, type Sheet, type Workbook } from './workbook.ts'

const readers: Record<Format, (bytes: Uint8Array, name: string) => Sheet[] | Promise<Sheet[]>> = {
  xlsx: readXlsxSheets,
  xls: readXlsSheets,
  ods: readOdsSheets,
  csv: readCsvSheets,
}

/** 50,000 rows of 100 columns. */
const MOST_MERGED = 5_000_000

/** Reads in the calling thread; whatever a reader trips over becomes one of the closed reasons. */
export const readHere = async (bytes: Uint8Array, name: string): Promise<Workbook> => {
  const format = checkOutside(bytes)
  const sheets = await Promise.resolve()
    .then(() => readers[format](bytes, name))
    .catch(error => {
      throw error instanceof SpreadsheetError ? error : new SpreadsheetError('unreadable')
    })
  if (sheets.reduce((sum, { rows }) => sum + charactersIn(rows), 0) > limits.characters) throw new SpreadsheetError('unpacked-too-large')
  if (sheets.some(isOvermerged)) throw new SpreadsheetError('unpacked-too-large')
  const filled = sheets.map(sheet => filledRows(sheet.rows))
  if (filled.some(count => count > limits.rows)) throw new SpreadsheetError('too-many-rows')
  if (filled.every(count => count === 0)) throw new SpreadsheetError('empty-workbook')
  return { format, sheets }
}

/** Merges that lie over each other are no sheet's: together they cover no more than it has cells. */
const isOvermerged = ({ rows, merges }: Sheet): boolean => {
  const covered = merges.reduce((sum, { startRow, startColumn, endRow, endColumn }) => {
    const height = Math.min(endRow, rows.length - 1) - startRow + 1
    return sum + Math.max(0, height) * Math.max(0, Math.min(endColumn, limits.columns - 1) - startColumn + 1)
  }, 0)
  return merges.length > limits.rows || covered > MOST_MERGED
}

/** What can be said from the outside, before a worker is troubled. */
export const checkOutside = (bytes: Uint8Array): Format => {
  if (bytes.byteLength === 0) throw new SpreadsheetError('empty-file')
  if (bytes.byteLength > limits.fileBytes) throw new SpreadsheetError('too-large')
  const format = formatOf(bytes)
  if (!format) throw new SpreadsheetError('not-a-workbook')
  return format
}
