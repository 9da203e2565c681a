/** What of one member's items is on its way: signed and not yet counted, reported and not yet confirmed, or given back. */
import type { Day } from '../../../kernel/day.ts'
import type { ReportState } from './reports.ts'

export const waitingKinds = ['signed', 'reported', 'returned'] as const
export type WaitingKind = (typeof waitingKinds)[number]
export type WaitingItem = { item: string; kind: WaitingKind; id: string; doneOn: Day; what: string; reason: string | null }

/** An activity at which the member was, and the items that being there counts for. */
export type Signed = { id: string; title: string; onDay: Day; items: readonly string[] }
export type Reported = { id: string; item: string; doneOn: Day; says: string; state: ReportState; reason: string | null }

/** Reports come in the order of their making: what was given back is told until something else is reported of that item. */
export function waitingFor(item: string, complete: boolean, signed: readonly Signed[], reports: readonly Reported[]): WaitingItem[] {
  const own = reports.filter(report => report.item === item)
  const told = own.filter(({ state }, at) => state === 'waiting' || (state === 'returned' && !complete && at === own.length - 1))
  const coming = complete ? [] : signed.filter(({ items }) => items.includes(item))
  return [
    ...coming.map(({ id, title, onDay }) => ({ item, kind: 'signed' as const, id, doneOn: onDay, what: title, reason: null })),
    ...told.map(({ id, doneOn, says, state, reason }) => {
      const kind = state === 'waiting' ? ('reported' as const) : ('returned' as const)
      return { item, kind, id, doneOn, what: says, reason }
    }),
  ]
}
