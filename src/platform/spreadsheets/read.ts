import { readCsvSheets } from './read-csv.ts'
import type { Take } from './read-long.ts'
import { readOdsSheets } from './read-ods.ts'
import { readXlsSheets } from './read-xls.ts'
import { readXlsxSheets } from './read-xlsx.ts'
import { SpreadsheetError } from './refusals.ts'
import { formatOf } from './sniff.ts'
import { type Format, limits, type Merge, type ReadSheet, sizeOf, type Workbook } from './workbook.ts'

const readers: Record<Format, (bytes: Uint8Array, name: string, take?: Take) => ReadSheet[] | Promise<ReadSheet[]>> = {
  xlsx: readXlsxSheets,
  xls: readXlsSheets,
  ods: readOdsSheets,
  csv: readCsvSheets,
}

/** 50,000 rows of 100 columns. */
const MOST_MERGED = 5_000_000

/** Reads in the calling thread; whatever a reader trips over becomes one of the closed reasons. The rows of a long sheet go to `take`. */
export const readHere = async (bytes: Uint8Array, name: string, take?: Take): Promise<Workbook> => {
  const format = checkOutside(bytes)
  const sheets = await Promise.resolve()
    .then(() => readers[format](bytes, name, take))
    .catch(error => {
      throw error instanceof SpreadsheetError ? error : new SpreadsheetError('unreadable')
    })
  const sizes = sheets.map(sizeOf)
  if (sizes.reduce((sum, { characters }) => sum + characters, 0) > limits.characters) throw new SpreadsheetError('unpacked-too-large')
  if (sheets.some(({ merges }, at) => isOvermerged(merges, sizes[at]!.rows))) throw new SpreadsheetError('unpacked-too-large')
  if (sizes.some(({ filled }) => filled > limits.rows)) throw new SpreadsheetError('too-many-rows')
  if (sizes.every(({ filled }) => filled === 0)) throw new SpreadsheetError('empty-workbook')
  return { format, sheets }
}

/** Merges that lie over each other are no sheet's: together they cover no more than it has cells. */
const isOvermerged = (merges: readonly Merge[], rows: number): boolean => {
  const covered = merges.reduce((sum, { startRow, startColumn, endRow, endColumn }) => {
    const height = Math.min(endRow, rows - 1) - startRow + 1
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
