/** One cell of an OpenDocument sheet: its typed value, and the text of its paragraphs. */
import { type Cell, dateCell } from './workbook.ts'
import type { Attributes } from './xml.ts'

const numberOr = (written: string | undefined, text: string): Cell => {
  const value = Number(written)
  return written === undefined || Number.isNaN(value) ? text || null : value
}

/** Written as 2001-05-03 or 2001-05-03T08:30:00, by some with a Z that means nothing. */
const dayOr = (written: string | undefined, text: string): Cell => {
  const [day, time = '00:00:00'] = (written ?? '').split('T')
  return dateCell(new Date(`${day}T${time.replace(/Z$/, '')}Z`)) ?? (text || null)
}

const readings: Readonly<Record<string, (attributes: Attributes, text: string) => Cell>> = {
  float: (given, text) => numberOr(given['office:value'], text),
  percentage: (given, text) => numberOr(given['office:value'], text),
  currency: (given, text) => numberOr(given['office:value'], text),
  boolean: given => given['office:boolean-value'] === 'true',
  date: (given, text) => dayOr(given['office:date-value'], text),
  string: (given, text) => text || given['office:string-value'] || null,
}

/** A time of day and what has no type are as they are shown. */
export const odsCell = (attributes: Attributes, text: string): Cell =>
  (readings[attributes['office:value-type'] ?? ''] ?? ((_, shown) => shown || null))(attributes, text)

/** A count as it is written, from 1; what is no count is 1. */
export const countIn = (written: string | undefined): number => {
  const count = Number(written ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}

/** Runs of spaces are written as a number of them: Excel takes 32,767 characters in a cell. */
const MAX_SPACES = 32_767

/** Collects what is written in a cell; notes and drawings that hang on it are kept out by the reader. */
export class CellText {
  #paragraphs: string[] = []
  #open = false

  clear(): void {
    this.#paragraphs = []
    this.#open = false
  }

  opened(tag: string, attributes: Attributes): void {
    if (tag === 'text:p') {
      this.#paragraphs.push('')
      this.#open = true
    } else if (tag === 'text:s') this.add(' '.repeat(Math.min(countIn(attributes['text:c']), MAX_SPACES)))
    else if (tag === 'text:tab') this.add('\t')
    else if (tag === 'text:line-break') this.add('\n')
  }

  closed(tag: string): void {
    if (tag === 'text:p') this.#open = false
  }

  add(text: string): void {
    if (this.#open) this.#paragraphs[this.#paragraphs.length - 1] += text
  }

  toString(): string {
    return this.#paragraphs.join('\n')
  }
}
