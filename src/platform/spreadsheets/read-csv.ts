import { parseCsv } from 'hucre/csv'
import { SpreadsheetError } from './refusals.ts'
import { decodeText } from './text.ts'
import { type Sheet, tidy } from './workbook.ts'

/** Two lines with the same separator make a table; the name is asked only for a table of one column. */
const isTable = (text: string, name: string): boolean => {
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text)) return false
  const lines = text.split(/\r\n|\r|\n/, 40).filter(line => line.trim() !== '')
  return (
    /\.(?:csv|txt)$/i.test(name) ||
    [',', '\t', ';', '|'].some(mark => lines.filter(line => line.includes(mark)).length >= Math.min(2, lines.length))
  )
}

/** Every cell stays text: a csv has no types, and guessing them is how ID numbers are lost. */
export const readCsvSheets = (bytes: Uint8Array, name: string): Sheet[] => {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new SpreadsheetError('empty-workbook')
  if (!isTable(text, name)) throw new SpreadsheetError('not-a-workbook')
  const rows = parseCsv(text) as string[][]
  return [{ name: name.replace(/\.[^.]*$/, '') || 'Sheet1', hidden: false, rows: tidy(rows), merges: [] }]
}
