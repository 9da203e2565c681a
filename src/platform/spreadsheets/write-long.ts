/** A form of many rows: its frame is written with one row, and the others are put in while it is packed. */
import { fillHere } from './fill.ts'
import { type FormSheet, rowHeight, sheetName, widthOf, writeHere } from './write.ts'

/** From here on it is faster, and takes a fifth of the memory. */
const LONG = 500

const frameOf = (sheet: FormSheet): FormSheet => ({
  ...sheet,
  columns: sheet.columns.map((column, at) => ({ ...column, width: widthOf(sheet, at) })),
  rows: [sheet.columns.map(() => '–')],
})

const isLong = ({ rows }: FormSheet) => rows.length > LONG

export const writeAnyHere = async (sheets: readonly FormSheet[]): Promise<Uint8Array> => {
  let bytes = await writeHere(sheets.map(sheet => (isLong(sheet) ? frameOf(sheet) : sheet)))
  for (const sheet of sheets.filter(isLong)) {
    const first = (sheet.title === undefined ? 0 : 1) + (sheet.above?.length ?? 0) + 2
    const place = { sheet: sheetName(sheet.name), first, until: first + 1, example: true, single: [] }
    const widths = sheet.columns.map((_, at) => widthOf(sheet, at))
    const heights = sheet.rows.map(row => rowHeight(row, widths))
    bytes = await fillHere(bytes, { ...place, positions: sheet.columns.map((_, at) => at + 1), rows: sheet.rows, heights })
  }
  return bytes
}
