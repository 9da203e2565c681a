/** A calendar day in the office's time zone, as `2026-09-01`. Days compare as strings. */
export type Day = string & { readonly Day: unique symbol }

/** Where the office's clock stands. */
export const OFFICE_ZONE = 'Asia/Shanghai'

/** An instant on the office's clock: `2026-09-01 15:20:11`. */
export const onOfficeClock = (instant: string): string => new Date(instant).toLocaleString('sv-SE', { timeZone: OFFICE_ZONE })

const MS_PER_DAY = 86_400_000
const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`)
const fromUtc = (ms: number) => new Date(ms).toISOString().slice(0, 10) as Day

/** Whether the text is a day that exists: `2023-02-30` is none. */
export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && fromUtc(ms) === text
}

export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`)
  return text
}

export const addDays = (from: Day, count: number): Day => fromUtc(utc(from) + count * MS_PER_DAY)

/** Calendar months; a day that the target month lacks becomes its last: 2023-08-31 + 6 is 2024-02-29. */
export const addMonths = (from: Day, count: number): Day => {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  const first = Date.UTC(year, month - 1 + count, 1)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return fromUtc(first + (Math.min(date, last) - 1) * MS_PER_DAY)
}

/** Days from one to the other: positive when `to` is later. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / MS_PER_DAY)

/** Full years lived on that day. */
export const ageOn = (born: Day, on: Day): number =>
  Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0)

/** `2023 年 6 月 8 日`, as pages write it. */
export const dayInWords = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}
