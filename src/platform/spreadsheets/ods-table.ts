/** One OpenDocument sheet as it is written down: repeated rows and cells are counted before they are made. */
import { SpreadsheetError } from './refusals.ts'
import { type Cell, limits, type Merge } from './workbook.ts'

/** Excel and LibreOffice end here. */
const LAST_ROW = 1_048_576
/** What repetition may make of a few bytes: 50,000 rows of 100 cells. */
const MOST_CELLS = 5_000_000

type Given = { cell: Cell; repeat: number; columns?: number; rows?: number }

export class OdsTable {
  readonly rows: Cell[][] = []
  readonly merges: Merge[] = []
  #row: Cell[] = []
  #column = 0
  #emptyRows = 0
  #filledRows = 0
  #cells = 0
  #characters = 0
  #merged = 0

  /** Empty cells are only counted; those at the end of a row never become any. */
  add({ cell, repeat, columns = 1, rows = 1 }: Given): void {
    const start = this.#column
    this.#column += repeat
    if (columns > 1 || rows > 1) this.#merge(start, columns, rows)
    if (cell === null || cell === '' || start >= limits.columns) return
    while (this.#row.length < start) this.#row.push(null)
    for (let at = start; at < Math.min(this.#column, limits.columns); at++) this.#row.push(cell)
  }

  endRow(repeat: number): void {
    const row = this.#row
    this.#row = []
    this.#column = 0
    if (row.length === 0) {
      this.#emptyRows += repeat
      return
    }
    this.#count(row, repeat)
    for (; this.#emptyRows > 0; this.#emptyRows--) this.rows.push([])
    for (let at = 0; at < repeat; at++) this.rows.push(row)
  }

  #count(row: readonly Cell[], repeat: number): void {
    this.#filledRows += repeat
    if (this.#filledRows > limits.rows) throw new SpreadsheetError('too-many-rows')
    this.#cells += row.length * repeat
    for (const cell of row) if (typeof cell === 'string') this.#characters += cell.length * repeat
    const height = this.rows.length + this.#emptyRows + repeat
    if (this.#cells > MOST_CELLS || this.#characters > limits.unpackedBytes || height > LAST_ROW)
      throw new SpreadsheetError('unpacked-too-large')
  }

  /** Merges that lie over each other are no sheet's; together they never cover more than it has cells. */
  #merge(startColumn: number, columns: number, height: number): void {
    const startRow = this.rows.length + this.#emptyRows
    const endRow = Math.min(startRow + height, LAST_ROW) - 1
    const endColumn = Math.min(startColumn + columns, limits.columns) - 1
    if (endColumn < startColumn || endRow < startRow) return
    this.#merged += (endRow - startRow + 1) * (endColumn - startColumn + 1)
    if (this.#merged > MOST_CELLS) throw new SpreadsheetError('unpacked-too-large')
    this.merges.push({ startRow, startColumn, endRow, endColumn })
  }
}
