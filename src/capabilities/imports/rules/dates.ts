/** The ways in which offices write a day. */
import type { Day } from '../../../kernel/day.ts'
import { type Cell, textOf } from './cell.ts'

export type DateReading =
  | { is: 'day'; day: Day }
  /** `unclear`: the number 2001.1 may have been 2001.10 before the cell lost its zero. */
  | { is: 'month'; month: string; unclear: boolean }
  | { is: 'no-such-day' }
  | { is: 'no-date' }

const DATE =
  /^(\d{4})\s*[-./年、\\_—–\s]\s*(\d{1,2})\s*(?:[-./月、\\_—–\s]\s*(\d{1,2})\s*[日号]?)?[月.]?(?:[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/
const RUN = /^(\d{4})(\d{2})(\d{2})?$/
/** Serials of 1919 to 2091; what lies below is rather a count than a day. */
const SERIAL = { from: 7_000, to: 70_000 }
const MS_PER_DAY = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)

const two = (part: string) => part.padStart(2, '0')
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The day, or null when there is none; counted rather than parsed, for a roster asks it 40,000 times. */
export const dayFrom = (year: string, month: string, date: string): Day | null => {
  const last = Number(month) === 2 && isLeap(Number(year)) ? 29 : (DAYS[Number(month) - 1] ?? 0)
  return Number(date) >= 1 && Number(date) <= last ? (`${year}-${two(month)}-${two(date)}` as Day) : null
}

const assembled = (year: string, month: string, date: string | undefined, unclear = false): DateReading => {
  if (year < '1900' || year > '2100') return { is: 'no-date' }
  if (Number(month) < 1 || Number(month) > 12) return { is: 'no-such-day' }
  if (date === undefined) return { is: 'month', month: `${year}-${two(month)}`, unclear }
  const day = dayFrom(year, month, date)
  return day ? { is: 'day', day } : { is: 'no-such-day' }
}

const fromSerial = (serial: number): DateReading => ({
  is: 'day',
  day: new Date(EPOCH + Math.floor(serial) * MS_PER_DAY).toISOString().slice(0, 10) as Day,
})

const isSerial = (value: number) => value >= SERIAL.from && value <= SERIAL.to

export const readDate = (cell: Cell): DateReading => {
  if (typeof cell === 'number' && isSerial(cell)) return fromSerial(cell)
  const text = textOf(cell)
  if (/^\d{5}$/.test(text) && isSerial(Number(text))) return fromSerial(Number(text))
  const parts = RUN.exec(text) ?? DATE.exec(text)
  if (!parts) return { is: 'no-date' }
  return assembled(parts[1]!, parts[2]!, parts[3], typeof cell === 'number' && /\.1$/.test(text))
}
