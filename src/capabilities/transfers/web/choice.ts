/** What is chosen in the list and what could be done with it: plain data, so that a choice outlives its page. */
import type { ClauseId } from '../../plans/rules.ts'
import type { TransferRow } from '../contract.ts'
import type { Refusal, Step } from '../rules.ts'

export type Choice = ReadonlyMap<string, TransferRow>

/** As many as one batch takes. */
export const MOST = 2000

/** Steps that make sense for many at once, the main ones first. */
export const batchSteps = [
  'branch-verify',
  'secondary-verify',
  'pass',
  'fill',
  'mend',
  'start',
  'accept',
  'close',
  'confirm-internal',
  'approve',
  'branch-send-back',
  'secondary-send-back',
  'office-send-back',
  'decline',
] as const satisfies readonly Step[]
export type BatchStep = (typeof batchSteps)[number]

/** The steps open to some of the chosen, with how many; in the order of the work. */
export const stepsOf = (choice: Choice, allowed: (step: Step) => boolean): { step: BatchStep; count: number }[] =>
  batchSteps.flatMap(step => {
    const count = [...choice.values()].filter(row => row.can.includes(step)).length
    return count > 0 && allowed(step) ? [{ step, count }] : []
  })

/** Rows read anew replace the chosen ones: their versions are the ones a write must name. */
export const refreshed = (choice: Choice, rows: readonly TransferRow[]): Choice => {
  const changed = rows.filter(row => {
    const held = choice.get(row.graduateId)
    return held && (held.version !== row.version || held.state !== row.state)
  })
  return changed.length === 0 ? choice : new Map([...choice, ...changed.map(row => [row.graduateId, row] as const)])
}

/** The choice after the table says which keys are chosen; rows of other pages keep theirs. */
export const chosenBy = (choice: Choice, keys: readonly string[], rows: readonly TransferRow[]): Choice => {
  const here = new Map(rows.map(row => [row.graduateId, row]))
  return new Map(
    keys.flatMap(key => {
      const row = here.get(key) ?? choice.get(key)
      return row ? [[key, row] as const] : []
    }),
  )
}

type Left = { name: string; reason: Refusal; clause?: ClauseId | null | undefined }

/** 2 人：本人的事不能自己核 */
export const leftByReason = (rows: readonly Left[]): { reason: Refusal; clause: ClauseId | null; names: string[] }[] => {
  const found = new Map<Refusal, { clause: ClauseId | null; names: string[] }>()
  for (const { name, reason, clause = null } of rows) {
    const { names } = found.get(reason) ?? { names: [] }
    found.set(reason, { clause, names: [...names, name] })
  }
  return [...found].map(([reason, left]) => ({ reason, ...left }))
}
