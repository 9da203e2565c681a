/** One step for many: shown first, then done or left whole. */
import type { ClauseId } from '../../plans/rules.ts'
import type { Given, TransferRow } from '../contract.ts'
import type { Refusal } from '../rules.ts'
import { type BatchStep, type Choice, MOST } from './choice.ts'
import { transfersApi } from './client.ts'
import type { Filter } from './filters.ts'
import { doorOf } from './steps.ts'

type BatchRow = {
  id: string
  graduateId: string
  name: string
  version: number
  allowed: boolean
  reason?: Refusal | undefined
  clause?: ClauseId | null | undefined
}
export type Batch = { applied: boolean; rows: BatchRow[] }
type Item = { id: string; version: number }
type BatchInput = { items: Item[]; step: never; given: Given; dryRun: boolean }
type BatchCall = (input: BatchInput, once: { context: { idempotencyKey: string } }) => Promise<Batch>

const calls: Record<'fill' | 'check' | 'feedback' | 'handle', BatchCall> = {
  fill: transfersApi.fill.stepMany.call,
  check: transfersApi.check.stepMany.call,
  feedback: transfersApi.feedback.stepMany.call,
  handle: transfersApi.handle.stepMany.call,
}

/** What has begun; the others have no case to take a step on. */
export const itemsOf = (choice: Choice): Item[] => [...choice.values()].flatMap(({ id, version }) => (id ? [{ id, version }] : []))

export const takeMany = (step: BatchStep, items: Item[], given: Given, how: { dryRun: boolean; key: string }): Promise<Batch> =>
  calls[doorOf[step] as keyof typeof calls](
    { items, step: step as never, given, dryRun: how.dryRun },
    { context: { idempotencyKey: how.key } },
  )

const PAGE = 200

/** Everybody the filter holds, up to what one batch takes. */
export const everybodyIn = async (filter: Filter): Promise<Choice> => {
  const rows = new Map<string, TransferRow>()
  let after: string | undefined
  do {
    const page = await transfersApi.list.call({ ...filter, limit: PAGE, after })
    for (const row of page.rows) if (rows.size < MOST) rows.set(row.graduateId, row)
    after = page.next ?? undefined
  } while (after && rows.size < MOST)
  return rows
}
