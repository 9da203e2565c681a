import { type Mark, markSheet } from './marking/mark-sheet.ts'
import { rebuilt } from './marking/rebuilt.ts'
import { noStyles, Styles } from './marking/styles.ts'
import { blankStrings, bookOf, stylesPath, withoutMacros } from './parts/book.ts'
import { Package, Unpatchable } from './parts/package.ts'
import { checkOutside } from './read.ts'
import { SpreadsheetError } from './refusals.ts'

export type { Mark } from './marking/mark-sheet.ts'

/** The parts that are written to are the marked sheets, their notes and the cell formats; every other part comes back bit by bit. */
const marked = async (bytes: Uint8Array, marks: readonly Mark[]): Promise<Uint8Array> => {
  const parts = new Package(bytes)
  const book = bookOf(parts)
  withoutMacros(parts, book)
  const bySheet = Map.groupBy(marks, mark => mark.sheet)
  const at = stylesPath(parts, book)
  const before = parts.xml(at) ?? noStyles
  const styles = new Styles(before)
  const blank = blankStrings(parts, book)
  for (const sheet of book.sheets) {
    const own = bySheet.get(sheet.name) ?? (book.sheets.length === 1 ? marks : [])
    markSheet({ parts, book, styles, blank }, sheet, own)
  }
  if (styles.xml !== before || !parts.has(at)) parts.put(at, styles.xml)
  return parts.pack()
}

const asXlsx = async (bytes: Uint8Array, marks: readonly Mark[]): Promise<Uint8Array> => {
  if (checkOutside(bytes) === 'xlsx') {
    try {
      return await marked(bytes, marks)
    } catch (error) {
      if (!(error instanceof Unpatchable)) throw error
    }
  }
  return marked(await rebuilt(bytes), marks)
}

/** The sender's own workbook with red cells, a note on each and a column of problems at the right. */
export const markHere = (bytes: Uint8Array, marks: readonly Mark[]): Promise<Uint8Array> =>
  asXlsx(bytes, marks).catch(error => {
    throw error instanceof SpreadsheetError ? error : new SpreadsheetError('unreadable')
  })
