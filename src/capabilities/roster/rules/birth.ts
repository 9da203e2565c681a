import type { Day } from '../../../kernel/day.ts'
import { type Cell, noDate, noSuchDay, type Reading, readDate, textOf } from '../../imports/rules.ts'

/** 出生年月 asks for a month only; the ID number has the day. */
export type Birth = { day: Day } | { month: string; unclear: boolean }

export const readBirth = (raw: Exclude<Cell, null>): Reading<Birth> => {
  const date = readDate(raw)
  if (date.is === 'no-such-day') return { value: null, problems: [noSuchDay('出生日期')] }
  if (date.is === 'no-date') return { value: null, problems: [noDate('出生日期')] }
  if (date.is === 'month') return { value: { month: date.month, unclear: date.unclear } }
  return textOf(raw) === date.day ? { value: { day: date.day } } : { value: { day: date.day }, text: date.day, repair: 'date-form' }
}

/** Whether the day lies in the month that was written; 2001.1 as a number may have been 2001.10. */
export const isWithin = (day: Day, { month, unclear }: { month: string; unclear: boolean }): boolean =>
  day.startsWith(month) || (unclear && day.startsWith(`${month.slice(0, 4)}-10`))
