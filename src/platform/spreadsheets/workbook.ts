/** What every format is read into, and the bounds within which it is read. */

/**
 * A cell with a date format is `{ date: '2001-05-03' }`, whatever its format shows; a number stays a number, so that
 * an ID number stored as one (digits lost) and a bare serial can be told from text.
 */
export type Cell = string | number | boolean | { date: string } | null

/** Rows and columns from 0, both ends included. */
export type Merge = { startRow: number; startColumn: number; endRow: number; endColumn: number }

/** `rows[0]` is row 1 as Excel counts; rows end with the last one that holds something. A hidden sheet comes without its rows. */
export type Sheet = { name: string; hidden: boolean; rows: Cell[][]; merges: Merge[] }
/** `size` where the rows went elsewhere as they were read: all of them, those that hold something, and their characters. */
export type ReadSheet = Sheet & { size?: { rows: number; filled: number; characters: number } }
export type Workbook = { format: Format; sheets: Sheet[] }
export type Format = 'xlsx' | 'xls' | 'ods' | 'csv'

const MB = 1024 * 1024
export const limits = {
  fileBytes: 20 * MB,
  /** Sum of the sizes declared in the zip, asked before anything is unpacked: 50,000 rows of 60 columns take about 150 MB. */
  unpackedBytes: 200 * MB,
  /** XML packs to a tenth or a thirtieth; from this size on, what packs a hundred times smaller is nobody's table. */
  bombBytes: 32 * MB,
  bombRatio: 100,
  /** In all cells together: one long text may stand in a million of them. */
  characters: 100_000_000,
  zipEntries: 1_000,
  /** Rows that hold something, 50,000 people and what stands above and below them; a sheet formatted down to row 1,048,576 is no long sheet. */
  rows: 50_200,
  columns: 500,
} as const

export const holds = (row: readonly Cell[]) => row.some(cell => cell !== null && cell !== '')

/** Drops the empty rows at the end and the columns nobody fills by hand. */
export const tidy = (rows: Cell[][]): Cell[][] => {
  let end = rows.length
  while (end > 0 && !holds(rows[end - 1] ?? [])) end--
  const kept = rows.slice(0, end)
  return kept.map(row => (row === undefined ? [] : row.length > limits.columns ? row.slice(0, limits.columns) : row))
}

export const filledRows = (rows: readonly Cell[][]): number => rows.reduce((count, row) => (holds(row) ? count + 1 : count), 0)

export const charactersIn = (rows: readonly Cell[][]): number => {
  let count = 0
  for (const row of rows) for (const cell of row) if (typeof cell === 'string') count += cell.length
  return count
}

export const sizeOf = ({ rows, size }: ReadSheet): NonNullable<ReadSheet['size']> =>
  size ?? { rows: rows.length, filled: filledRows(rows), characters: charactersIn(rows) }

const MS_PER_DAY = 86_400_000
/** Serial 60 is the 29 February 1900 that never was; day 61 is 1900-03-01. */
const EPOCH = Date.UTC(1899, 11, 30)
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** A time of day alone (serial below 1) is no date; it stays a number. */
export const dateCell = (at: Date): Cell => {
  const ms = at.getTime()
  if (Number.isNaN(ms)) return null
  const serial = (ms - EPOCH) / MS_PER_DAY
  return serial < 1 || serial > 2_958_466 ? serial : { date: dayOf(ms) }
}

export const serialCell = (serial: number): Cell => dateCell(new Date(EPOCH + Math.round(serial * MS_PER_DAY)))
