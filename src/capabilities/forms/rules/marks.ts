/** Cells in which one value stands for the whole form: by a name of their own, or by {{填报单位}} in their text. */
import { type Sheet, textOf } from '../../imports/rules.ts'
import { type ValueKey, type Values, valueKeyOf } from './values.ts'

/** A cell that has a name of its own; rows and columns from 1, as all places here. */
export type Named = { name: string; sheet: string; row: number; column: number }

export type Marked = {
  known: { row: number; column: number; text: string; keys: ValueKey[]; by: 'name' | 'mark' }[]
  /** Words in marks, and names of cells, that ask for nothing that the form has. */
  unknown: string[]
}

const mark = /[{｛]{2}\s*([^{}｛｝]{1,40}?)\s*[}｝]{2}/g

export function marksIn(sheet: Sheet, names: readonly Named[], isOutside: (place: { row: number }) => boolean): Marked {
  const found: Marked = { known: [], unknown: [] }
  sheet.rows.forEach((cells, at) => {
    if (!isOutside({ row: at + 1 })) return
    for (const [column, cell] of cells.entries()) readMark(found, textOf(cell), { row: at + 1, column: column + 1 })
  })
  for (const { name, row, column } of names.filter(place => place.sheet === sheet.name)) {
    const key = valueKeyOf(name)
    if (key === null) continue
    const taken = found.known.some(place => place.row === row && place.column === column)
    if (!taken && isOutside({ row })) found.known.push({ row, column, text: `{{${key}}}`, keys: [key], by: 'name' })
  }
  return found
}

const readMark = ({ known, unknown }: Marked, text: string, place: { row: number; column: number }) => {
  const keys: ValueKey[] = []
  const normal = text.replace(mark, (whole, word: string) => {
    const key = valueKeyOf(word)
    if (key === null) unknown.push(word)
    else keys.push(key)
    return key === null ? whole : `{{${key}}}`
  })
  if (keys.length > 0) known.push({ ...place, text: normal, keys, by: 'mark' })
}

export const withValues = (text: string, values: Values): string =>
  text.replace(mark, (whole, key: string) => values[key as ValueKey] ?? whole)
