/** Where the header is: title and remark rows stand above it, and it may take two rows. */
import { isBlank, type Merge, type Sheet, textOf } from './cell.ts'
import { type Dictionary, headerText } from './word.ts'

/** `row` is the last row of the header, counted from 0; `words` has a text for each column, group words joined where that says more. */
export type Header = { sheet: Sheet; row: number; words: string[]; known: number }

const SEARCHED_ROWS = 40

const covering = (merges: readonly Merge[], row: number, column: number) =>
  merges.find(merge => merge.startRow <= row && row <= merge.endRow && merge.startColumn <= column && column <= merge.endColumn)

const wordAt = (sheet: Sheet, row: number, column: number) => headerText(textOf(sheet.rows[row]?.[column]))

/** The group word over a column: its own, that of the merge it lies in, or the last one to the left. */
const groupOver = (sheet: Sheet, row: number, column: number): string => {
  if (row < 0) return ''
  const merge = covering(sheet.merges, row, column)
  if (merge) return wordAt(sheet, merge.startRow, merge.startColumn)
  for (let at = column; at >= 0; at--) {
    const word = wordAt(sheet, row, at)
    if (word !== '') return covering(sheet.merges, row, at) && at !== column ? '' : word
  }
  return ''
}

/** A column's word: its own; with its group's where both together, or the group alone, mean a field. */
const wordOf = (sheet: Sheet, row: number, column: number, dictionary: Dictionary): string => {
  const own = wordAt(sheet, row, column)
  const group = groupOver(sheet, row - 1, column)
  const means = (word: string) => dictionary.meaning(word) !== null
  if (own === '') {
    const isOver = !isBlank(sheet.rows[row - 1]?.[column]) || covering(sheet.merges, row, column) !== undefined
    return isOver && means(group) ? group : ''
  }
  if (group === '' || group === own) return own
  if (means(group + own)) return group + own
  // 备用联系人 over 姓名 and 电话: the name is the contact's.
  return own === '姓名' && means(group) ? group : own
}

const wordsOf = (sheet: Sheet, row: number, dictionary: Dictionary): string[] => {
  const width = Math.max(sheet.rows[row]?.length ?? 0, sheet.rows[row - 1]?.length ?? 0)
  return Array.from({ length: width }, (_, column) => wordOf(sheet, row, column, dictionary))
}

/** How the header reads in one given row. */
export const headerAt = (sheet: Sheet, row: number, dictionary: Dictionary): Header => {
  const words = wordsOf(sheet, row, dictionary)
  const known = new Set(words.map(word => (word === '' ? null : dictionary.meaning(word))).filter(field => field !== null))
  return { sheet, row, words, known: known.size }
}

/** The row with the most known words; of equals the first. Fewer than two known words are a coincidence. */
export const findHeader = (sheets: readonly Sheet[], dictionary: Dictionary, least: number): Header | null => {
  let best: Header | null = null
  for (const sheet of sheets) {
    const rows = Math.min(sheet.rows.length, SEARCHED_ROWS)
    for (let row = 0; row < rows; row++) {
      const header = headerAt(sheet, row, dictionary)
      if (header.known >= least && header.known > (best?.known ?? 0)) best = header
    }
  }
  return best
}
