/** In a merged block only the first cell is seen: what is wrong with any of it is shown there. */
import { SpreadsheetError } from '../refusals.ts'
import type { Merge } from '../workbook.ts'

type Place = { row: number; column: number }
const keyOf = ({ row, column }: Place) => `${row},${column}`

/** Rows that are asked for, in order, for each column. */
const rowsByColumn = (places: readonly Place[]) =>
  new Map(
    [...Map.groupBy(places, ({ column }) => column)].map(([column, own]) => [column, own.map(({ row }) => row).sort((a, b) => a - b)]),
  )

/** Where in the sorted rows the first is that is not before `row`. */
export const firstFrom = (rows: readonly number[], row: number): number => {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]! < row) low = middle + 1
    else high = middle
  }
  return low
}

/** Places and merges by the thousand: each merge looks only at the columns and rows that are asked for. */
export const anchorsOf = (merges: readonly Merge[], places: readonly Place[]): ((place: Place) => Place) => {
  const found = new Map<string, Place>()
  const columns = rowsByColumn(places)
  let hits = 0
  for (const { startRow, startColumn, endRow, endColumn } of merges) {
    for (const [column, rows] of columns) {
      if (column <= startColumn || column > endColumn + 1) continue
      for (let at = firstFrom(rows, startRow + 1); at < rows.length && rows[at]! <= endRow + 1; at++) {
        // A cell lies in one merge at most; a file that says otherwise is no program's.
        if (++hits > places.length) throw new SpreadsheetError('unreadable')
        found.set(keyOf({ row: rows[at]!, column }), { row: startRow + 1, column: startColumn + 1 })
      }
    }
  }
  return place => found.get(keyOf(place)) ?? place
}
