import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

const partsOf = (day: string) => day.split('-').map(Number) as [number, number, number]

/** 6 月 8 日 */
export const monthDay = (day: string): string => {
  const [, month, date] = partsOf(day)
  return `${month} 月 ${date} 日`
}

/** 6/8 */
export const shortDay = (day: string): string => {
  const [, month, date] = partsOf(day)
  return `${month}/${date}`
}

/** 6 月 8 日，星期四 */
export const titleOf = (day: string): string => `${monthDay(day)}，星期${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}`

export const daysTo = (from: string, to: string): number => daysBetween(from as Day, to as Day)

/** Days within which the colour warns. */
const SOON = 3

export type DueWords = { words: string; tone: 'red' | 'ochre' | 'plain' | 'quiet' }

/** 逾期 19 天 · 今天 · 明天 · 2 天后; what has no day waits as it is. */
export const dueWords = (dueOn: string | null, today: string): DueWords => {
  if (dueOn === null) return { words: '待办', tone: 'quiet' }
  const days = daysTo(today, dueOn)
  if (days < 0) return { words: `逾期 ${-days} 天`, tone: 'red' }
  if (days === 0) return { words: '今天', tone: 'plain' }
  return { words: days === 1 ? '明天' : `${days} 天后`, tone: days <= SOON ? 'ochre' : 'plain' }
}

/** The span of a drawing: a few days of air on both sides. */
export const spanOf = (days: readonly string[]): { from: Day; length: number } => {
  const sorted = [...days].sort()
  const from = addDays(sorted[0] as Day, -3)
  return { from, length: daysBetween(from, addDays(sorted.at(-1) as Day, 5)) }
}
