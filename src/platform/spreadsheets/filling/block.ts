/** The rows that a template has for people: those below its header that look like the first of them. */
import { attributesOf } from '../xml.ts'
import type { RowPart } from './rows.ts'

export type Block = { first: number; held: number; rows: RowPart[] }

const stylesIn = ({ cells }: RowPart, columns: ReadonlySet<number>) =>
  new Map(cells.filter(({ column }) => columns.has(column)).map(({ column, tag }) => [column, attributesOf(tag).s ?? '0']))

/** Half of the cells are there, and one is formatted as in the first row: an empty line before the signatures is neither. */
const isLike = (first: ReadonlyMap<number, string>, other: ReadonlyMap<number, string>) =>
  other.size >= first.size / 2 && [...other].some(([column, style]) => first.get(column) === style)

/** `until`: the row where something else begins; null where nothing stands below. */
export const blockOf = (rows: readonly RowPart[], first: number, until: number | null, positions: readonly number[]): Block => {
  const columns = new Set(positions)
  const below = rows.filter(({ row }) => row >= first && (until === null || row < until))
  const model = below[0]?.row === first ? stylesIn(below[0], columns) : null
  if (!model || model.size === 0) return { first, held: 0, rows: [] }
  const end = below.findIndex((part, at) => part.row !== first + at || !isLike(model, stylesIn(part, columns)))
  const own = end < 0 ? below : below.slice(0, end)
  return { first, held: own.length, rows: own }
}
