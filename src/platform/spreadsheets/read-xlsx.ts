import { readXlsx } from 'hucre/xlsx'
import { isLong, readLongSheets, type Take } from './read-long.ts'
import { SpreadsheetError } from './refusals.ts'
import { type Cell, dateCell, limits, type ReadSheet, type Sheet, tidy } from './workbook.ts'
import { columnLetter } from './write.ts'
import { checkDeclaredSizes } from './zip.ts'

/** In place: a workbook of 10,000 rows has 280,000 cells, and few of them are dates. */
const withDates = (rows: (Cell | Date)[][]): Cell[][] => {
  for (const row of rows) {
    if (!row) continue
    for (let at = 0; at < row.length; at++) {
      const cell = row[at]
      if (cell instanceof Date) row[at] = dateCell(cell)
    }
  }
  return rows as Cell[][]
}

/** A cell that strayed to the far end of its sheet would else make a rectangle of billions. */
const WITHIN = `A1:${columnLetter(limits.columns - 1)}1048576`

/** Hidden sheets are named but not parsed. Macros are never looked at. */
export const readXlsxSheets = async (bytes: Uint8Array, _name: string, take?: Take): Promise<ReadSheet[]> => {
  checkDeclaredSizes(bytes)
  return isLong(bytes) ? readLongSheets(bytes, take).catch(orWhole(bytes, take)) : readWhole(bytes)
}

/** What cannot be taken apart, or read row by row, is left to the reader that takes more in its stride. */
const orWhole =
  (bytes: Uint8Array, take: Take | undefined) =>
  (error: unknown): Promise<Sheet[]> => {
    if (error instanceof SpreadsheetError) throw error
    take?.(0, [], true)
    return readWhole(bytes)
  }

export const readWhole = async (bytes: Uint8Array): Promise<Sheet[]> => {
  const named: { name: string; hidden: boolean }[] = []
  const book = await readXlsx(bytes, {
    range: WITHIN,
    sheets: ({ name, hidden, veryHidden }) => {
      const isHidden = Boolean(hidden || veryHidden)
      named.push({ name, hidden: isHidden })
      return !isHidden
    },
  })
  const read = [...book.sheets]
  return named.map(({ name, hidden }) => {
    const sheet = hidden ? undefined : read.shift()
    const merges = (sheet?.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      startRow,
      startColumn: startCol,
      endRow,
      endColumn: endCol,
    }))
    return { name, hidden, rows: sheet ? tidy(withDates(sheet.rows)) : [], merges }
  })
}
