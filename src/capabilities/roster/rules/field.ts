import { type Cell, type Field, readText } from '../../imports/rules.ts'
import type { BranchIndex } from './branches.ts'

export type RosterContext = { branches: BranchIndex }
export type RosterField = Field<unknown, RosterContext>
export type Filled = Exclude<Cell, null>

/** A field that is read as it stands. */
export const text = (key: string, label: string, synonyms: string[], required = false, most = 100): RosterField => ({
  key,
  label,
  synonyms,
  required,
  read: readText(label, most),
})
