/** A month as a calendar shows it: whole weeks from Monday on. */
import { addDays, addMonths, type Day, day, isDay } from '../../../kernel/day.ts'

/** `2023-06`. */
export type Month = string & { readonly Month: unique symbol }

const DAYS_A_WEEK = 7
const firstOf = (month: Month): Day => day(`${month}-01`)

export const monthOf = (on: Day): Month => on.slice(0, 7) as Month
export const isMonth = (text: string | undefined): text is Month => text !== undefined && isDay(`${text}-01`)
export const monthBeside = (month: Month, by: 1 | -1): Month => monthOf(addMonths(firstOf(month), by))

export const boundsOf = (month: Month): { from: Day; until: Day } => {
  const from = firstOf(month)
  return { from, until: addDays(addMonths(from, 1), -1) }
}

/** Monday is 0: 1970-01-05 was one. */
export const weekdayOf = (on: Day): number => {
  const days = Math.floor((Date.parse(`${on}T00:00:00Z`) - Date.parse('1970-01-05T00:00:00Z')) / 86_400_000)
  return ((days % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK
}

/** The month's days by weeks; null where a week begins before it or ends after it. */
export function weeksOf(month: Month): (Day | null)[][] {
  const { from, until } = boundsOf(month)
  const monday = addDays(from, -weekdayOf(from))
  const weeks: (Day | null)[][] = []
  for (let first = monday; first <= until; first = addDays(first, DAYS_A_WEEK))
    weeks.push(
      Array.from({ length: DAYS_A_WEEK }, (_, at) => {
        const on = addDays(first, at)
        return on < from || on > until ? null : on
      }),
    )
  return weeks
}

type Placed = { onDay: string; begins: string }

/** Each day's own, in the order of the day. */
export const byDay = <Row extends Placed>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> =>
  Map.groupBy(
    rows.toSorted((a, b) => (a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : 0)),
    ({ onDay }) => onDay,
  )
