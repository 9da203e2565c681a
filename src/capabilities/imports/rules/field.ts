/** A field is a declared table row: which header words mean it, and how a cell of it is read. */
import type { Cell } from './cell.ts'

export const repairKinds = [
  'spaces',
  'full-width',
  'upper-x',
  'name-dot',
  'date-form',
  'day-from-id',
  'full-name',
  'phone-form',
  'merged-cell',
  'split',
] as const
export type RepairKind = (typeof repairKinds)[number]

export type Severity = 'error' | 'warning'

/** What is wrong and how to mend it. `suggestion` is a text to put into the cell; `overridable`: may stand with a reason. */
export type Complaint<Kind extends string = string> = {
  kind: Kind
  severity: Severity
  text: string
  suggestion?: string
  overridable?: true
}

/** `row` and `position` as Excel counts, from 1; `column` is the header's text without white space; position 0 is the whole row. */
export type Place = { row: number; column: string; position: number; field: string }
export type Problem<Kind extends string = string> = Complaint<Kind> & Place
export type Repair = Place & { kind: RepairKind; before: string; after: string }

/** `text` is how the cell reads once mended, when that is not how it was written. */
export type Reading<Value> = { value: Value | null; text?: string; repair?: RepairKind; problems?: readonly Complaint[] }

export type Field<Value = unknown, Context = unknown> = {
  key: string
  label: string
  synonyms: readonly string[]
  /** An empty cell is an error, when the sheet has the column. */
  required: boolean
  /** Without this column the sheet cannot be read at all. */
  essential?: true
  /** Words that mean this field only right of another field's column: 电话 after 备用联系人. */
  follows?: { field: string; words: readonly string[] }
  /** Knows its own content, for a column whose header says nothing known. */
  looksLike?: (text: string) => boolean
  /** The cell is never blank here, and its text is clean. */
  read: (raw: Exclude<Cell, null>, context: Context) => Reading<Value>
}
