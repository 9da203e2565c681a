/** What undoing an import would do now: asked for the preview, and again before it is done. */
import type { RequestContext } from '../accounts/index.ts'
import type { UndoView } from './contract.ts'
import type { Undoing } from './kind.ts'
import type { Desk } from './reading.ts'
import { mayUndo, type UndoFacts } from './rules.ts'
import type { ImportRow } from './store.ts'

export type Looked = { facts: UndoFacts; undoing: Undoing | null }

/** What undoing this import would do now, and whether it may. */
export async function lookAtUndo({ kind }: Desk, context: RequestContext, row: ImportRow, hold = false): Promise<Looked> {
  const { id, cohortId, state, counts } = row
  const undoing = state === 'committed' && kind.undoing ? await kind.undoing(context, { id, cohortId }, hold) : null
  return {
    facts: { state, counts, kept: row.fileId !== null && kind.undoing !== undefined, built: undoing?.built?.reason ?? null },
    undoing,
  }
}

/** Null where there is nothing to take back. */
export const undoView = ({ facts, undoing }: Looked): UndoView | null => {
  if (!undoing) return null
  const { removes, restores, built } = undoing
  const decision = mayUndo(facts)
  return { removes, restores, refusal: decision.allowed ? null : { reason: decision.reason, people: built?.people ?? null } }
}
