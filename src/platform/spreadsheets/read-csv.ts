import { parseCsv } from 'hucre/csv'
import { SpreadsheetError } from './refusals.ts'
import { decodeText } from './text.ts'
import { type Sheet, tidy } from './workbook.ts'

const separators = [',', '\t', ';', '|']

/** Two lines with the same separator make a table; the name is asked only for a table of one column. */
const isTable = (text: string, name: string): boolean => {
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text)) return false
  const lines = text.split(/\r\n|\r|\n/, 40).filter(line => line.trim() !== '')
  return (
    /\.(?:csv|txt)$/i.test(name) || separators.some(mark => lines.filter(line => line.includes(mark)).length >= Math.min(2, lines.length))
  )
}

/** A sheet's own measures: what is beyond them was never one. */
const [MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS] = [1_048_576, 16_384, 32_767]

const LINE_FEED = 10
const RETURN = 13
const QUOTE = 34
const marks = new Set([LINE_FEED, RETURN, QUOTE, ...separators.map(mark => mark.charCodeAt(0))])

/** Counted before anything is made of it. */
const measure = (text: string) => {
  let [lines, quotes, widest, width, longest, mark] = [0, 0, 0, 1, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (!marks.has(sign)) continue
    longest = Math.max(longest, at - mark)
    mark = at
    if (sign === QUOTE) quotes++
    else if (sign !== LINE_FEED && sign !== RETURN) width++
    else if (sign === LINE_FEED || text.charCodeAt(at + 1) !== LINE_FEED) {
      widest = Math.max(widest, width)
      width = 1
      lines++
    }
  }
  return { lines, quotes, widest: Math.max(widest, width), longest: Math.max(longest, text.length - mark) }
}

/** What Excel writes above a table to say how it is separated. */
const said = /^sep=(.)(?:\r\n|\r|\n)/i

/** Every cell stays text: a csv has no types, and guessing them is how ID numbers are lost. */
export const readCsvSheets = (bytes: Uint8Array, name: string): Sheet[] => {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new SpreadsheetError('empty-workbook')
  if (!isTable(text, name)) throw new SpreadsheetError('not-a-workbook')
  const { lines, quotes, widest, longest } = measure(text)
  if (lines > MOST_ROWS) throw new SpreadsheetError('too-many-rows')
  if (widest > MOST_COLUMNS || longest > MOST_CHARACTERS + 1) throw new SpreadsheetError('not-a-workbook')

  const [head = '', delimiter] = said.exec(text) ?? []
  // A quotation mark too many would swallow the rest of the file into one cell: then none has a meaning.
  const rows = parseCsv(text.slice(head.length), { fastMode: quotes % 2 === 1, ...(delimiter && { delimiter }) }) as string[][]
  if (rows.some(row => row.some(cell => cell.length > MOST_CHARACTERS))) throw new SpreadsheetError('not-a-workbook')
  return [{ name: name.replace(/\.[^.]*$/, '') || 'Sheet1', hidden: false, rows: tidy(rows), merges: [] }]
}
