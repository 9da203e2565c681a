/** A column copied in a spreadsheet, pasted into the grid: from one cell down, row by row as they are shown. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { ImportRowView } from '../contract.ts'
import type { CellAt } from './cells.ts'

/** What a cell takes, as the server has it. */
export const LONGEST = 500

export const pasteRefusals = ['nothing-copied', 'several-columns', 'too-long', 'not-yours'] as const
export type PasteRefusal = (typeof pasteRefusals)[number]

/** `edits`: the cells that read otherwise now; `filled`: those that were pasted into; `left`: lines for which this page had no row. */
export type Filling = { edits: (CellAt & { text: string })[]; filled: number; left: number }

/** A cell that itself holds a line break, a tab or a quotation mark is copied between quotation marks, these doubled. */
const cell = /("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/y

/** Lines and cells of what was copied; the line break after the last line ends it. */
export const copiedLines = (copied: string): string[][] => {
  const text = copied.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const lines: string[][] = [[]]
  cell.lastIndex = 0
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, written = '', end] = found
    lines
      .at(-1)!
      .push(written.startsWith('"') && written.length > 1 && written.endsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written)
    if (end === '') break
    if (end === '\n') lines.push([])
  }
  return lines
}

/** Line breaks within a cell are spaces here: the grid has one line for each. */
const asWritten = (text: string) => text.replace(/\s+/g, ' ').trim()

export const fillDown = (rows: readonly ImportRowView[], { row, field }: CellAt, copied: string): Decision<Filling, PasteRefusal> => {
  const lines = copiedLines(copied)
  if (lines.some(line => line.length > 1)) return refuse('several-columns')
  const texts = lines.map(([text = '']) => asWritten(text))
  if (texts.every(text => text === '')) return refuse('nothing-copied')
  if (texts.some(text => text.length > LONGEST)) return refuse('too-long')
  const from = rows.findIndex(one => one.row === row)
  const below = from < 0 ? [] : rows.slice(from).filter(({ kind }) => kind !== 'elsewhere')
  if (below[0]?.row !== row) return refuse('not-yours')
  const into = below.slice(0, texts.length)
  const edits = into.flatMap((one, at) => {
    const text = texts[at]!
    return (one.cells[field] ?? '') === text ? [] : [{ row: one.row, field, text }]
  })
  return allow({ edits, filled: into.length, left: texts.length - into.length })
}
