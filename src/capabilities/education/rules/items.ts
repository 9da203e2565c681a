/** The five items (五个一): what the plan asks of each member, what is proven, and who may confirm it. Items and counts are the plan's. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { ChecklistItem } from '../../plans/rules.ts'

/** What counts for progress; an item asked for no times is optional and holds nobody up. */
export type AskedItem = Pick<ChecklistItem, 'key' | 'required'>

/** One day on which a member did an item; revoked ones are left out before they come here. */
export type Done = { item: string; doneOn: Day }

export type ItemProgress = { key: string; done: number; required: number; complete: boolean }

/** How far one member is: each item, then how many of the asked ones are complete. */
export function progressOf(items: readonly AskedItem[], confirmed: readonly Done[]) {
  const each: ItemProgress[] = items.map(({ key, required }) => {
    const done = confirmed.filter(({ item }) => item === key).length
    return { key, done, required, complete: done >= required }
  })
  const asked = each.filter(({ required }) => required > 0)
  const done = asked.filter(({ complete }) => complete).length
  return { items: each, done, required: asked.length, complete: done === asked.length }
}

export const confirmRefusals = [
  'no-such-item',
  'own-record',
  'future-day',
  'before-joining',
  'evidence-missing',
  'already-confirmed',
  'enough',
] as const
export type ConfirmRefusal = (typeof confirmRefusals)[number]

export interface ConfirmFacts {
  items: readonly AskedItem[]
  item: string
  doneOn: Day
  /** Where it can be checked: the sign-in list of the activity, the title of the book. */
  evidence: string
  /** The day the member joined the Party; null where the roster lacks it. */
  joinedOn: Day | null
  /** The record is the confirming person's own. */
  own: boolean
  /** What of this member already counts. */
  confirmed: readonly Done[]
}

/** May this item of this member be confirmed for that day? Nobody confirms their own. */
export function mayConfirm(facts: ConfirmFacts, today: Day): Decision<AskedItem, ConfirmRefusal> {
  const item = facts.items.find(({ key }) => key === facts.item)
  if (!item) return refuse('no-such-item')
  if (facts.own) return refuse('own-record')
  if (facts.doneOn > today) return refuse('future-day')
  if (facts.joinedOn !== null && facts.doneOn < facts.joinedOn) return refuse('before-joining')
  if (facts.evidence.trim() === '') return refuse('evidence-missing')
  const same = facts.confirmed.filter(done => done.item === item.key)
  if (same.some(({ doneOn }) => doneOn === facts.doneOn)) return refuse('already-confirmed')
  if (item.required > 0 && same.length >= item.required) return refuse('enough')
  return allow(item)
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
