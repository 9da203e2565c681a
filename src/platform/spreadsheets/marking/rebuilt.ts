/** Old formats come back as plain .xlsx: what they hold, readable, and nothing that could be run. */
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { readHere } from '../read.ts'
import type { Cell, Sheet } from '../workbook.ts'
import { columnWidth, sheetName } from '../write.ts'
import { PROBLEMS } from './notes.ts'

const asValue = (cell: Cell): CellValue => (cell !== null && typeof cell === 'object' ? new Date(`${cell.date}T00:00:00Z`) : cell)
const shown = (cell: Cell | undefined): string => (cell !== null && typeof cell === 'object' ? cell.date : String(cell ?? ''))

const SAMPLED_ROWS = 60
/** A title over the whole table says nothing about the column that it begins in. */
const widthsOf = ({ rows, merges }: Sheet) => {
  const sampled = rows.map((row, at) => ({ row, at })).slice(0, SAMPLED_ROWS)
  const wide = new Set(
    merges.filter(({ startColumn, endColumn }) => endColumn > startColumn).map(merge => `${merge.startRow},${merge.startColumn}`),
  )
  const columns = sampled.reduce((most, { row }) => Math.max(most, row.length), 0)
  return Array.from({ length: columns }, (_, column) => ({
    width: columnWidth(sampled.filter(({ at }) => !wide.has(`${at},${column}`)).map(({ row }) => shown(row[column]))),
  }))
}

/** Of an earlier marking, once the file was saved without notes: its last column, headed so, with nothing but our sentences. */
const withoutProblems = (sheet: Sheet): Sheet => {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const said = sheet.rows.map(row => String(row[width - 1] ?? '')).filter(Boolean)
  const isOurs = said[0] === PROBLEMS && said.slice(1).every(text => text.split('\n').every(line => line.endsWith('。')))
  return isOurs ? { ...sheet, rows: sheet.rows.map(row => row.slice(0, width - 1)) } : sheet
}

/** A csv has one sheet, named after a file whose name is not known here. */
export const rebuilt = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const { sheets } = await readHere(bytes, 'marked.csv')
  return writeXlsx({
    sheets: sheets
      .filter(sheet => !sheet.hidden)
      .map(withoutProblems)
      .map(sheet => ({
        name: sheetName(sheet.name),
        rows: sheet.rows.map(row => row.map(asValue)),
        columns: widthsOf(sheet),
        merges: sheet.merges.map(merge => ({
          startRow: merge.startRow,
          startCol: merge.startColumn,
          endRow: merge.endRow,
          endCol: merge.endColumn,
        })),
      })),
  })
}
