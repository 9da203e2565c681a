import { type Cell as BookCell, type Sheet as BookSheet, type CellValue, openXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx'
import { harmless } from './harmless.ts'
import { checkOutside, readHere } from './read.ts'
import { SpreadsheetError } from './refusals.ts'
import type { Cell } from './workbook.ts'
import { checkDeclaredSizes } from './zip.ts'

/** `row` and `column` as Excel counts them, from 1. */
export type Mark = { sheet: string; row: number; column: number; text: string }

const PROBLEMS = '问题'
const red: NonNullable<BookCell['style']>['fill'] = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFC7CE' } }
const AUTHOR = '启程'
/** Excel takes 32,767 characters in a cell. */
const MAX_TEXT = 30_000

const typeOf = (value: CellValue): BookCell['type'] => {
  if (value === null || value === '') return 'empty'
  if (value instanceof Date) return 'date'
  return typeof value as 'string' | 'number' | 'boolean'
}

const inkCell = (sheet: BookSheet, cells: Map<string, BookCell>, { row, column, text }: Mark) => {
  const key = `${row - 1},${column - 1}`
  const value = sheet.rows[row - 1]?.[column - 1] ?? null
  const cell = cells.get(key) ?? { value, type: typeOf(value) }
  const said = cell.comment?.author === AUTHOR ? `${cell.comment.text}\n${text}` : text
  cells.set(key, { ...cell, style: { ...cell.style, fill: red }, comment: { author: AUTHOR, text: said } })
}

const isProblems = (cell: CellValue | undefined) => typeof cell === 'string' && cell.startsWith(PROBLEMS)
const HEAD_ROWS = 60

/** Right of the last filled column; the column of an earlier marking is used again, so that marks do not pile up. */
const problemColumn = (sheet: BookSheet): number => {
  const earlier = Math.max(-1, ...sheet.rows.slice(0, HEAD_ROWS).map(row => row?.findLastIndex(isProblems) ?? -1))
  return earlier >= 0 ? earlier : sheet.rows.reduce((widest, row) => Math.max(widest, row?.length ?? 0), 0)
}

/** The first row that is about as full as the fullest: title and remark rows hold one or two cells. */
const headerRow = (sheet: BookSheet): number => {
  const filled = sheet.rows.slice(0, HEAD_ROWS).map(row => row?.filter(cell => cell !== null && cell !== '').length ?? 0)
  const fullest = Math.max(0, ...filled)
  return Math.max(
    0,
    filled.findIndex(count => count >= fullest * 0.6),
  )
}

const put = (sheet: BookSheet, cells: Map<string, BookCell>, row: number, column: number, text: string, bold = false) => {
  while (sheet.rows.length <= row) sheet.rows.push([])
  const at = sheet.rows[row]!
  while (at.length < column) at.push(null)
  at[column] = text
  const style = { font: { bold, color: { rgb: 'FF9C0006' } }, alignment: { vertical: 'center' as const, wrapText: true } }
  cells.set(`${row},${column}`, { value: text, type: 'string', style })
}

/** What an earlier marking left: its notes with their fill, and the words of its column. */
const unmark = (sheet: BookSheet, cells: Map<string, BookCell>, column: number) => {
  for (const [key, cell] of cells) if (cell.comment?.author === AUTHOR) cells.set(key, withoutComment(cell))
  for (let row = 0; row < sheet.rows.length; row++) if (typeof sheet.rows[row]?.[column] === 'string') put(sheet, cells, row, column, '')
}

const markSheet = (sheet: BookSheet, marks: readonly Mark[]) => {
  const cells = sheet.cells ?? new Map<string, BookCell>()
  const columns = sheet.columns ?? []
  const column = problemColumn(sheet)
  const header = headerRow(sheet)
  unmark(sheet, cells, column)
  put(sheet, cells, header, column, PROBLEMS, true)
  for (const [row, ofRow] of Map.groupBy(marks, mark => mark.row)) {
    for (const mark of ofRow) if (mark.column > 0) inkCell(sheet, cells, mark)
    const texts = ofRow.map(mark => mark.text)
    const said = (row - 1 === header ? [PROBLEMS, ...texts] : texts).join('\n')
    put(sheet, cells, row - 1, column, harmless(said.slice(0, MAX_TEXT)), row - 1 === header)
  }
  while (columns.length <= column) columns.push({})
  columns[column] = { ...columns[column], width: 48 }
  Object.assign(sheet, { cells, columns })
}

/** The fill goes with the note: what was mended is white again. */
const withoutComment = ({ comment: _, ...cell }: BookCell): BookCell => ({
  ...cell,
  style: { ...cell.style, fill: { type: 'pattern', pattern: 'none' } },
})

const asValue = (cell: Cell): CellValue => (cell !== null && typeof cell === 'object' ? new Date(`${cell.date}T00:00:00Z`) : cell)

/** Old formats and workbooks with macros come back as plain .xlsx: what is not written cannot be run. */
const rebuilt = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const { sheets } = await readHere(bytes, 'marked.csv')
  return writeXlsx({
    sheets: sheets
      .filter(sheet => !sheet.hidden)
      .map(({ name, rows, merges }) => ({
        name: name.slice(0, 31),
        rows: rows.map(row => row.map(asValue)),
        columns: (rows[0] ?? []).map(() => ({ width: 14 })),
        merges: merges.map(merge => ({
          startRow: merge.startRow,
          startCol: merge.startColumn,
          endRow: merge.endRow,
          endCol: merge.endColumn,
        })),
      })),
  })
}

const open = async (bytes: Uint8Array) => {
  if (checkOutside(bytes) !== 'xlsx') return openXlsx(await rebuilt(bytes), { readStyles: true })
  checkDeclaredSizes(bytes)
  const book = await openXlsx(bytes, { readStyles: true })
  return book.hasMacros ? openXlsx(await rebuilt(bytes), { readStyles: true }) : book
}

/** The sender's own workbook with red cells, a note on each and a column of problems at the right. */
export const markHere = async (bytes: Uint8Array, marks: readonly Mark[]): Promise<Uint8Array> => {
  try {
    const book = await open(bytes)
    const bySheet = Map.groupBy(marks, mark => mark.sheet)
    for (const sheet of book.sheets) {
      // A csv has one sheet, named after a file whose name is not known here.
      const own = bySheet.get(sheet.name) ?? (book.sheets.length === 1 ? marks : [])
      if (own.length > 0) markSheet(sheet, own)
    }
    return await saveXlsx(book)
  } catch (error) {
    throw error instanceof SpreadsheetError ? error : new SpreadsheetError('unreadable')
  }
}
