/** What an entry changed, field by field, in words a reader can compare. */
import { fieldWords, wordIn } from '../rules.ts'

export type Change = { field: string; before: string | null; after: string | null }

type Side = Record<string, unknown> | null

const said = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Ids say nothing to a reader; they stay in the exported log. */
const isId = (value: string | null) => value !== null && /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value)

export const changesOf = (before: Side, after: Side): Change[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .map(key => ({ field: wordIn(fieldWords, key), before: said(before?.[key]), after: said(after?.[key]) }))
    .filter(change => change.before !== change.after && !isId(change.before) && !isId(change.after))
