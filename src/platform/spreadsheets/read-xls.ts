import { type CellObject, read, SSF, type WorkSheet } from '@e965/xlsx'
import { SpreadsheetError } from './refusals.ts'
import { isEncryptedPackage } from './sniff.ts'
import { type Cell, type Sheet, serialCell, tidy } from './workbook.ts'

const cellOf = (cell: CellObject | undefined): Cell => {
  if (!cell) return null
  if (cell.t === 'e') return cell.w ?? null
  if (cell.t === 'n' && typeof cell.v === 'number' && typeof cell.z === 'string' && SSF.is_date(cell.z)) return serialCell(cell.v)
  return cell.v === undefined || cell.v instanceof Date ? null : cell.v
}

const rowsOf = (sheet: WorkSheet): Cell[][] => {
  const dense = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  return tidy(Array.from({ length: dense.length }, (_, row) => Array.from(dense[row] ?? [], cellOf)))
}

/** Old Excel and WPS .et files (BIFF). */
export const readXlsSheets = (bytes: Uint8Array): Sheet[] => {
  if (isEncryptedPackage(bytes)) throw new SpreadsheetError('encrypted')
  const book = readBook(bytes)
  return book.SheetNames.map((name, at) => {
    const hidden = Boolean(book.Workbook?.Sheets?.[at]?.Hidden)
    const sheet = book.Sheets[name]
    if (hidden || !sheet) return { name, hidden, rows: [], merges: [] }
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ startRow: s.r, startColumn: s.c, endRow: e.r, endColumn: e.c }))
    return { name, hidden, rows: rowsOf(sheet), merges }
  })
}

const readBook = (bytes: Uint8Array) => {
  try {
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellHTML: false, cellFormula: false })
  } catch (error) {
    throw new SpreadsheetError(/password|encrypt/i.test(String(error)) ? 'encrypted' : 'unreadable')
  }
}
