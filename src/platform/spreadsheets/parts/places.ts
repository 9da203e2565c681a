/** Cells and areas as a workbook's parts name them. */
import type { Merge } from '../workbook.ts'

export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384

/** 1 is A. */
export const letters = (column: number): string =>
  (column <= 26 ? '' : letters(Math.floor((column - 1) / 26))) + String.fromCharCode(65 + ((column - 1) % 26))

/** `B` is 2. */
export const columnNumber = (letters: string): number => {
  let number = 0
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64
  return number
}

const area = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/
/** `A1:S72`, counted from 0. */
export const areaOf = (ref: string | undefined): Merge | null => {
  const match = area.exec(ref ?? '')
  if (!match) return null
  const [, left, top, right = left, bottom = top] = match
  return {
    startRow: Number(top) - 1,
    startColumn: columnNumber(left!) - 1,
    endRow: Number(bottom) - 1,
    endColumn: columnNumber(right!) - 1,
  }
}
