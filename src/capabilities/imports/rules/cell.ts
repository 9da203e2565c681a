/** A sheet as rules see it: what `platform/spreadsheets` reads, said again here because rules know the kernel only. */
export type Cell = string | number | boolean | { date: string } | null
export type Merge = { startRow: number; startColumn: number; endRow: number; endColumn: number }
export type Sheet = { name: string; hidden: boolean; rows: readonly (readonly Cell[])[]; merges: readonly Merge[] }

/** From 16 digits on Excel keeps a number's first 15 and writes zeros for the rest. */
export const hasLostDigits = (cell: Cell): boolean => typeof cell === 'number' && Math.abs(cell) >= 1e15

export const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  return typeof cell === 'object' ? cell.date : String(cell)
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
