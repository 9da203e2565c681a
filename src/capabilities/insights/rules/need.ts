import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { type Place, placeOf, type Work } from './kinds.ts'

/** A reminder a week ahead is early enough; earlier it is noise. */
const REMIND_DAYS = 7

/** Late, or due within a week. What has no day yet (it waits for the 离校日) can wait. */
export const isNear = (dueOn: Day | null, today: Day): boolean => dueOn !== null && dueOn <= addDays(today, REMIND_DAYS)

const NO_DAY = 10_000

const lateness = ({ dueOn, overdue }: Work, today: Day) => (overdue > 0 ? -NO_DAY : 0) + (dueOn ? daysBetween(today, dueOn) : NO_DAY)
const own = ({ act }: Work) => (act === 'do' ? 0 : 1)

/** Late first, then by day; on one day the reader's own before what can only be urged, then the greater number. */
export const inOrderOfNeed = (work: readonly Work[], today: Day): Work[] =>
  [...work].sort((a, b) => lateness(a, today) - lateness(b, today) || own(a) - own(b) || b.count - a.count)

type Counted = Pick<Work, 'kind' | 'act' | 'count' | 'overdue'>

/** How much of the reader's own work stands behind each entry, and whether some of it is late. */
export const waitingAt = (work: readonly Counted[]): Partial<Record<Place, { count: number; urgent: boolean }>> => {
  const at: Partial<Record<Place, { count: number; urgent: boolean }>> = {}
  for (const { kind, count, overdue } of work.filter(({ act }) => act === 'do')) {
    const place = placeOf[kind]
    at[place] = { count: (at[place]?.count ?? 0) + count, urgent: (at[place]?.urgent ?? false) || overdue > 0 }
  }
  return at
}
