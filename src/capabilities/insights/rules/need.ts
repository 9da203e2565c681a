import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { canWait, countedElsewhere, type Place, placeOf, type Work } from './kinds.ts'

/** A reminder a week ahead is early enough; earlier it is noise. */
const REMIND_DAYS = 7

/** Late, or due within a week. What has no day yet (it waits for the 离校日) can wait. */
export const isNear = (dueOn: Day | null, today: Day): boolean => dueOn !== null && dueOn <= addDays(today, REMIND_DAYS)

const LONG = 10_000

/** In days from today. What lies with the reader and has no day of its own is for today: somebody waits for it. */
const need = ({ kind, act, dueOn, overdue }: Work, today: Day): number => {
  if (canWait.includes(kind)) return LONG
  if (dueOn === null) return act === 'do' ? 0 : LONG
  return daysBetween(today, dueOn) - (overdue > 0 ? LONG : 0)
}
const own = ({ act }: Work) => (act === 'do' ? 0 : 1)

/** Late first, then by day; on one day the reader's own before what can only be urged, then the greater number. */
export const inOrderOfNeed = (work: readonly Work[], today: Day): Work[] =>
  [...work].sort((a, b) => need(a, today) - need(b, today) || own(a) - own(b) || b.count - a.count)

type Counted = Pick<Work, 'kind' | 'act' | 'count' | 'overdue'>

/** How much of the reader's own work stands behind each entry, and whether some of it is late. */
export const waitingAt = (work: readonly Counted[]): Partial<Record<Place, { count: number; urgent: boolean }>> => {
  const at: Partial<Record<Place, { count: number; urgent: boolean }>> = {}
  const counts = ({ kind, act }: Counted) => act === 'do' && !canWait.includes(kind) && !countedElsewhere.includes(kind)
  for (const { kind, count, overdue } of work.filter(counts)) {
    const place = placeOf[kind]
    at[place] = { count: (at[place]?.count ?? 0) + count, urgent: (at[place]?.urgent ?? false) || overdue > 0 }
  }
  return at
}
