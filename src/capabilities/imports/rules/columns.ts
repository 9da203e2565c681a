/** Which column is which field: by choice, by word, by content. */
import { isBlank, textOf } from './cell.ts'
import { clean } from './clean.ts'
import type { Field } from './field.ts'
import type { Header } from './header.ts'
import type { Dictionary } from './word.ts'

/** `position` as Excel counts, from 1. */
export type Column = { position: number; header: string; field: string | null; by: 'choice' | 'word' | 'content' | null }

/** Header text → field, or '' for "none": what a person corrected, remembered per unit. */
export type Choices = Readonly<Record<string, string>>

const SAMPLED_ROWS = 60
/** Of the sampled cells, how many must look like the field. */
const SHARE = 0.8

const sampleOf = ({ sheet, row }: Header, column: number): string[] => {
  const filled = sheet.rows
    .slice(row + 1, row + 1 + SAMPLED_ROWS)
    .map(cells => cells[column])
    .filter(cell => !isBlank(cell))
  return filled.map(cell => clean(textOf(cell)).text)
}

const byContent = <Context>(header: Header, column: number, free: readonly Field<unknown, Context>[]): string | null => {
  const sample = sampleOf(header, column)
  if (sample.length === 0) return null
  return free.find(({ looksLike }) => looksLike && sample.filter(looksLike).length >= sample.length * SHARE)?.key ?? null
}

export const mapColumns = <Context>(
  header: Header,
  fields: readonly Field<unknown, Context>[],
  dictionary: Dictionary,
  choices: Choices = {},
): Column[] => {
  const columns: Column[] = header.words.map((word, at) => ({ position: at + 1, header: word, field: null, by: null }))
  const taken = new Set<string>()
  const take = (column: Column, field: string | null | undefined, by: Column['by']) => {
    if (column.by !== null || !field || taken.has(field)) return
    taken.add(field)
    column.field = field
    column.by = by
  }
  const known = new Set(fields.map(field => field.key))
  for (const column of columns) {
    const choice = choices[column.header]
    if (choice === '') column.by = 'choice'
    else if (choice !== undefined && known.has(choice)) take(column, choice, 'choice')
  }
  for (const column of columns) {
    const left = columns[column.position - 2]?.field
    if (left && column.header !== '') take(column, dictionary.after(column.header, left), 'word')
    if (column.header !== '') take(column, dictionary.meaning(column.header), 'word')
  }
  for (const column of columns) {
    if (column.by !== null || dictionary.meaning(column.header) !== null) continue
    take(
      column,
      byContent(
        header,
        column.position - 1,
        fields.filter(field => !taken.has(field.key)),
      ),
      'content',
    )
  }
  return columns
}
