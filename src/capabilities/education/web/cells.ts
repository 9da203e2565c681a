/** The cells of the matrix and what of them is chosen: plain data, so that a choice outlives its page. */
import type { Day } from '../../../kernel/day.ts'
import type { ConfirmationView, MatrixRow } from '../contract.ts'
import { type AskedItem, type ConfirmedItem, type ConfirmRefusal, itemStanding, mayConfirm } from '../rules.ts'

export type Item = ConfirmedItem & { name: string; short: string; complete: number }

/** `exempt`: let off. `reported`: the member says so, and nobody has confirmed it. */
export type CellState = 'done' | 'exempt' | 'part' | 'reported' | 'open'
export type CellFacts = { state: CellState; times: number; hours: number | null; confirmations: ConfirmationView[] }

/** Nothing stands behind it yet. */
export const isOpen = ({ state }: CellFacts) => state === 'open' || state === 'reported'
export const isDone = ({ state }: CellFacts) => state === 'done' || state === 'exempt'

export const cellOf = (row: MatrixRow, item: AskedItem): CellFacts => {
  const confirmations = row.confirmations.filter(confirmation => confirmation.item === item.key)
  const { done, hours, complete } = itemStanding(item, confirmations)
  const enough = item.required > 0 ? complete : confirmations.length > 0
  const state = (): CellState => {
    if (enough) return confirmations.some(({ basis }) => basis === 'exempt') ? 'exempt' : 'done'
    if (confirmations.length > 0) return 'part'
    return row.reported.includes(item.key) ? 'reported' : 'open'
  }
  return { state: state(), times: done, hours, confirmations }
}

/** Every asked item is complete, and at least one is asked. */
export const hasAll = (row: Pick<MatrixRow, 'done'>, items: readonly AskedItem[]): boolean => {
  const asked = items.filter(({ required }) => required > 0).length
  return asked > 0 && row.done === asked
}

export const cellKey = (graduateId: string, item: string) => `${graduateId} ${item}`

export type Chosen = { graduateId: string; item: string; name: string; refusal: ConfirmRefusal | null }
export type Choice = ReadonlyMap<string, Chosen>

/** What the same rule that the server keeps already says about a cell, before day and evidence are known. */
const chosenOf = (row: MatrixRow, item: string, items: readonly ConfirmedItem[], today: Day): Chosen => {
  const { graduateId, name, own } = row
  const joinedOn = row.joinedOn as Day | null
  const unsaid = { doneOn: today, basis: 'other' as const, details: {}, evidence: '?' }
  const decision = mayConfirm({ items, item, ...unsaid, joinedOn, own, confirmed: [] }, today)
  return { graduateId, item, name, refusal: decision.allowed ? null : decision.reason }
}

/** The open cells of these rows: of all items, or of one. */
export const openCells = (rows: readonly MatrixRow[], items: readonly ConfirmedItem[], today: Day, only?: string): Chosen[] =>
  rows.flatMap(row =>
    items
      .filter(item => (only === undefined || item.key === only) && !isDone(cellOf(row, item)))
      .map(item => chosenOf(row, item.key, items, today)),
  )

const keyOf = ({ graduateId, item }: Chosen) => cellKey(graduateId, item)

export const chosenCount = (choice: Choice, cells: readonly Chosen[]) => cells.filter(cell => choice.has(keyOf(cell))).length

/** All of them, or none where all were chosen already. */
export const toggled = (choice: Choice, cells: readonly Chosen[]): Choice => {
  const next = new Map(choice)
  const all = chosenCount(choice, cells) === cells.length
  for (const cell of cells) {
    if (all) next.delete(keyOf(cell))
    else next.set(keyOf(cell), cell)
  }
  return next
}

/** What the foot says: how many, of whom, of which items, and what is left out and why. */
export function summaryOf(choice: Choice) {
  const all = [...choice.values()]
  const tally = <Key extends string>(keys: readonly Key[]) =>
    [...new Set(keys)].map(key => ({ key, count: keys.filter(other => other === key).length }))
  return {
    count: all.length,
    people: new Set(all.map(({ graduateId }) => graduateId)).size,
    byItem: tally(all.map(({ item }) => item)),
    ready: all.filter(({ refusal }) => refusal === null),
    left: tally(all.flatMap(({ refusal }) => refusal ?? [])),
  }
}

/** `6/2`, as lists write a day; the year stands on pages. */
export const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`
