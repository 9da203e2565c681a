/** What a unit corrected about a header is found again by the words of that header, in whatever row they stand. */
import { type Cell, textOf } from './cell.ts'
import type { Choices, Column } from './columns.ts'
import { headerText } from './word.ts'

/** The column as Excel counts → its field, or '' for none. No word of the file is kept, only where it stood. */
export type Mapping = Readonly<Record<string, string>>

/** A row with a student number, an ID number or a telephone in it is somebody's, and no header. */
const somebodys = /\d{6,}/

/** The words of a row by which it is known again; null: too few for a header, or no header at all. */
export const headerSignature = (cells: readonly Cell[]): string | null => {
  const words = cells.map(cell => headerText(textOf(cell)))
  const filled = words.filter(word => word !== '')
  if (filled.length < 2 || filled.some(word => somebodys.test(word))) return null
  return JSON.stringify(words.slice(0, words.findLastIndex(word => word !== '') + 1))
}

/** Of the columns as they are mapped now, those that a person chose. */
export const mappingOf = (columns: readonly Column[]): Mapping =>
  Object.fromEntries(columns.filter(({ by }) => by === 'choice').map(({ position, field }) => [position, field ?? '']))

/** A remembered mapping as choices in a sheet with the same header. */
export const choicesFrom = (mapping: Mapping, columns: readonly Pick<Column, 'position' | 'header'>[]): Choices =>
  Object.fromEntries(
    columns.flatMap(({ position, header }) => {
      const field = mapping[position]
      return field === undefined || header === '' ? [] : [[header, field] as const]
    }),
  )
