/** The life of one import: checked until it is committed or given up. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

export const importStates = ['checked', 'committed', 'cancelled'] as const
export type ImportState = (typeof importStates)[number]

/** How a row stands: `wrong` before all else, then against what is held already. */
export const rowKinds = ['wrong', 'changed', 'new', 'same', 'elsewhere'] as const
export type RowKind = (typeof rowKinds)[number]
export type Counts = Record<RowKind, number> & { total: number; skipped: number; missing: number }

export const importSteps = ['mend', 'commit', 'commit-partly', 'cancel'] as const
export type ImportStep = (typeof importSteps)[number]

/** `held-meanwhile`: somebody wrote one of these people just now. `file-gone`: a kept file is deleted after its time. */
export const importRefusals = [
  'has-errors',
  'nothing-to-commit',
  'columns-missing',
  'already-committed',
  'cancelled',
  'file-gone',
  'held-meanwhile',
] as const
export type ImportRefusal = (typeof importRefusals)[number]

/** `readable`: the columns without which the sheet says nothing are there. */
export type ImportFacts = { state: ImportState; readable: boolean; counts: Pick<Counts, 'wrong' | 'new' | 'changed' | 'same'> }

const ended: Record<Exclude<ImportState, 'checked'>, ImportRefusal> = { committed: 'already-committed', cancelled: 'cancelled' }

/** With wrong rows only on the explicit choice to leave them out. That all rows are held already is no error: the commit changes nothing. */
export const mayCommit = ({ state, readable, counts }: ImportFacts, partial: boolean): Decision<true, ImportRefusal> => {
  if (state !== 'checked') return refuse(ended[state])
  if (!readable) return refuse('columns-missing')
  if (counts.wrong > 0 && !partial) return refuse('has-errors')
  return counts.new + counts.changed + counts.same > 0 ? allow(true) : refuse('nothing-to-commit')
}

export const mayMend = ({ state }: Pick<ImportFacts, 'state'>): Decision<true, ImportRefusal> =>
  state === 'checked' ? allow(true) : refuse(ended[state])

export const openImportSteps = (facts: ImportFacts): ImportStep[] => {
  if (!mayMend(facts).allowed) return []
  const commit = mayCommit(facts, false).allowed ? 'commit' : mayCommit(facts, true).allowed ? 'commit-partly' : null
  return commit ? ['mend', commit, 'cancel'] : ['mend', 'cancel']
}
