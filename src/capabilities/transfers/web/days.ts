/** Days and instants as screens write them. */
import type { Day } from '../../../kernel/day.ts'

/** `6/2`, as lists write a day; with its year where that is not the year of the day it is read beside. */
export const shortDay = (day: string, beside = day): string => {
  const year = day.slice(0, 4)
  return `${year === beside.slice(0, 4) ? '' : `${year}/`}${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`
}

/** `6 月 2 日`: within the year everybody is in. */
export const dayOfYear = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`

/** `2023 年 6 月` of a month as forms keep it, `2023-06`. */
export const monthInWords = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5, 7))} 月`

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** `6/2 16:05`; without the time when it was recorded on another day than it happened. */
export const momentOf = ({ at, on }: { at: string; on: string }): string => {
  const [day, time] = clock.format(new Date(at)).split(' ')
  return day === on ? `${shortDay(on)} ${time}` : shortDay(on, day)
}

/** 还有 17 天, 今天到期, 已过 2 天 */
export const daysLeftWords = (days: number): string => (days > 0 ? `还有 ${days} 天` : days === 0 ? '今天到期' : `已过 ${-days} 天`)

export const asDay = (text: string): Day => text as Day
