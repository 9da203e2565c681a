/** A letter that was issued before this ledger was kept: its number is as it was written, and no number of the year's series. */
import type { NumberParts } from './number.ts'

/** Where the ledger shows a serial number. */
export const OUTSIDE = '补录'

const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Brackets, width and spaces make no other number. */
export const sameNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〔﹝【[（]/g, '(')
    .replace(/[〕﹞】\]）]/g, ')')
    .replace(/\s/g, '')

/** The number in the year that this text would be by the school's pattern; null for any other series. */
export const numberIn = (text: string, pattern: string, { daizi, year }: Omit<NumberParts, 'number'>): number | null => {
  const parts = sameNumber(pattern).split(/(\{代字\}|\{YYYY\}|\{0+\})/)
  const expected = parts.map(part => {
    if (part === '{代字}') return plain(sameNumber(daizi))
    if (part === '{YYYY}') return String(year)
    return /^\{0+\}$/.test(part) ? '(\\d+)' : plain(part)
  })
  const found = new RegExp(`^${expected.join('')}$`).exec(sameNumber(text))
  return found ? Number(found[1]) : null
}

export type ComingSeries = { pattern: string; daizi: string; year: number; next: number }

/** Whether the running series will come to this number: then two letters of the year would bear it. */
export const willCome = (text: string, issuedYear: number, { pattern, daizi, year, next }: ComingSeries): boolean => {
  if (issuedYear < year) return false
  const number = numberIn(text, pattern, { daizi, year: issuedYear })
  return number !== null && (issuedYear > year || number >= next)
}
