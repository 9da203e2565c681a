/** The life of one import: checked until it is committed or given up; committed until it is undone. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { type BuiltReason, builtReasons } from './built.ts'

export const importStates = ['checked', 'committed', 'cancelled', 'undone'] as const
export type ImportState = (typeof importStates)[number]

/** How a row stands: `wrong` before all else, then against what is held already. */
export const rowKinds = ['wrong', 'changed', 'new', 'same', 'elsewhere'] as const
export type RowKind = (typeof rowKinds)[number]
export type Counts = Record<RowKind, number> & {
  total: number
  skipped: number
  missing: number
  /** Of a committed import: right, and chosen not to be written. */
  left: number
  /** Of a committed import: not in the file, and marked. */
  tagged: number
}

export const importSteps = ['mend', 'commit', 'commit-partly', 'cancel', 'undo'] as const
export type ImportStep = (typeof importSteps)[number]

/** `held-meanwhile`: somebody wrote one of these people just now. `file-gone`, `former-gone`: what was kept is deleted after its time. */
export const importRefusals = [
  'has-errors',
  'nothing-to-commit',
  'basis-missing',
  'columns-missing',
  'already-committed',
  'cancelled',
  'file-gone',
  'held-meanwhile',
  'undone',
  'not-committed',
  'nothing-to-undo',
  'former-gone',
  ...builtReasons,
] as const
export type ImportRefusal = (typeof importRefusals)[number]

/** `readable`: the columns without which the sheet says nothing are there. */
export type ImportFacts = { state: ImportState; readable: boolean; counts: Pick<Counts, 'wrong' | 'new' | 'changed' | 'same'> }

const ended: Record<Exclude<ImportState, 'checked'>, ImportRefusal> = {
  committed: 'already-committed',
  cancelled: 'cancelled',
  undone: 'undone',
}

/** With wrong rows only on the explicit choice to leave them out. That all rows are held already is no error: the commit changes nothing. */
export const mayCommit = ({ state, readable, counts }: ImportFacts, partial: boolean): Decision<true, ImportRefusal> => {
  if (state !== 'checked') return refuse(ended[state])
  if (!readable) return refuse('columns-missing')
  if (counts.wrong > 0 && !partial) return refuse('has-errors')
  return counts.new + counts.changed + counts.same > 0 ? allow(true) : refuse('nothing-to-commit')
}

export const mayMend = ({ state }: Pick<ImportFacts, 'state'>): Decision<true, ImportRefusal> =>
  state === 'checked' ? allow(true) : refuse(ended[state])

/** `kept`: the former values are there still. `built`: what has been built since upon a person whom the import brought or changed. */
export type UndoFacts = { state: ImportState; counts: Pick<Counts, 'new' | 'changed'>; kept: boolean; built: BuiltReason | null }

export const mayUndo = ({ state, counts, kept, built }: UndoFacts): Decision<true, ImportRefusal> => {
  if (state === 'checked') return refuse('not-committed')
  if (state !== 'committed') return refuse(ended[state])
  if (counts.new + counts.changed === 0) return refuse('nothing-to-undo')
  if (!kept) return refuse('former-gone')
  return built === null ? allow(true) : refuse(built)
}

export const openImportSteps = (facts: ImportFacts, undo: UndoFacts): ImportStep[] => {
  if (mayUndo(undo).allowed) return ['undo']
  if (!mayMend(facts).allowed) return []
  const commit = mayCommit(facts, false).allowed ? 'commit' : mayCommit(facts, true).allowed ? 'commit-partly' : null
  return commit ? ['mend', commit, 'cancel'] : ['mend', 'cancel']
}
