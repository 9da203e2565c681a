/** The five items (五个一): what the plan asks of each member, what is proven, and who may confirm it. Items and counts are the plan's. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { ChecklistItem } from '../../plans/rules.ts'
import { type Basis, type Details, type RecordedItem, recordOf, recordRefusals, type Said } from './records.ts'

/** What counts for progress; an item asked for no times is optional and holds nobody up. */
export type AskedItem = Pick<ChecklistItem, 'key' | 'required' | 'minimum'>

/** What one confirmation adds; revoked ones are left out before they come here. */
export type Credit = { item: string; basis: Basis; details: Pick<Details, 'hours'> }
/** One day on which a member did an item. */
export type Done = Credit & { doneOn: Day }

/** `hours` where the item is measured in hours. */
export type ItemProgress = { key: string; done: number; required: number; hours: number | null; complete: boolean }

/** Where a time takes so many hours, shorter ones add up, and one that says no hours was a whole one. Whoever is let off has it all. */
export function itemStanding({ key, required, minimum }: AskedItem, confirmed: readonly Credit[]): ItemProgress {
  const own = confirmed.filter(({ item }) => item === key)
  const did = own.filter(({ basis }) => basis !== 'exempt')
  const hours = minimum === null ? null : did.reduce((sum, { details }) => sum + (details.hours ?? minimum), 0)
  const done = hours === null ? did.length : Math.floor(hours / minimum!)
  return { key, done, required, hours, complete: did.length < own.length || done >= required }
}

/** How far one member is: each item, then how many of the asked ones are complete. */
export function progressOf(items: readonly AskedItem[], confirmed: readonly Credit[]) {
  const each = items.map(item => itemStanding(item, confirmed))
  const asked = each.filter(({ required }) => required > 0)
  const done = asked.filter(({ complete }) => complete).length
  return { items: each, done, required: asked.length, complete: done === asked.length }
}

export const confirmRefusals = [
  'no-such-item',
  'own-record',
  'future-day',
  'before-joining',
  ...recordRefusals,
  'already-confirmed',
  'enough',
] as const
export type ConfirmRefusal = (typeof confirmRefusals)[number]

/** What may be asked of a plan's item when it is confirmed. */
export type ConfirmedItem = AskedItem & RecordedItem

export interface ConfirmFacts extends Said {
  items: readonly ConfirmedItem[]
  item: string
  doneOn: Day
  /** The day the member joined the Party; null where the roster lacks it. */
  joinedOn: Day | null
  /** The record is the confirming person's own. */
  own: boolean
  /** What of this member already counts. */
  confirmed: readonly Done[]
}

/** May this item of this member be confirmed for that day? Nobody confirms their own. What is kept of it comes back. */
export function mayConfirm(facts: ConfirmFacts, today: Day): Decision<Said, ConfirmRefusal> {
  const item = facts.items.find(({ key }) => key === facts.item)
  if (!item) return refuse('no-such-item')
  if (facts.own) return refuse('own-record')
  if (facts.doneOn > today) return refuse('future-day')
  if (facts.joinedOn !== null && facts.doneOn < facts.joinedOn) return refuse('before-joining')
  const { basis, details, evidence } = facts
  const recorded = recordOf(item, { basis, details, evidence })
  if (!recorded.allowed) return recorded
  const same = facts.confirmed.filter(done => done.item === item.key)
  if (same.some(({ doneOn }) => doneOn === facts.doneOn)) return refuse('already-confirmed')
  if (item.required > 0 && itemStanding(item, same).complete) return refuse('enough')
  return recorded
}

export const revokeRefusals = ['already-revoked', 'own-record', 'reason-missing'] as const
export type RevokeRefusal = (typeof revokeRefusals)[number]

/** A wrong confirmation is revoked with a reason; it stays in the record and counts no longer. */
export const mayRevoke = (facts: { revoked: boolean; own: boolean; reason: string }): Decision<true, RevokeRefusal> => {
  if (facts.revoked) return refuse('already-revoked')
  if (facts.own) return refuse('own-record')
  return facts.reason.trim() === '' ? refuse('reason-missing') : allow(true)
}

/** The views of the matrix: everybody, whom a single item holds up, who has nothing yet, who has all. */
export const standings = ['one-left', 'nothing', 'complete'] as const
export type Standing = (typeof standings)[number]
