/** What the person is choosing in 对列, before it is sent: one field is read from one column. */
import type { PreviewView } from '../contract.ts'

export type Column = PreviewView['columns'][number]
/** Header text → field, or '' for none. */
export type Draft = Readonly<Record<string, string>>

export const fieldOf = (column: Column, draft: Draft): string => draft[column.header] ?? column.field ?? ''

/** Giving a field to one column takes it from the column that had it. */
export const choose = (columns: readonly Column[], draft: Draft, header: string, field: string): Draft => {
  const before = field === '' ? undefined : columns.find(column => column.header !== header && fieldOf(column, draft) === field)
  return { ...draft, ...(before && { [before.header]: '' }), [header]: field }
}

/** Only what differs from how the server mapped it. */
export const changed = (columns: readonly Column[], draft: Draft): Draft =>
  Object.fromEntries(
    Object.entries(draft).filter(([header, field]) => columns.find(column => column.header === header)?.field !== (field || null)),
  )

/** The first words below the header, to see what a column holds. */
export const sampleOf = ({ head, headerRow }: Pick<PreviewView, 'head' | 'headerRow'>, position: number): string =>
  head
    .filter(({ row }) => row > headerRow)
    .map(({ cells }) => cells[position - 1]?.trim() ?? '')
    .filter(text => text !== '')
    .slice(0, 2)
    .join('，')
