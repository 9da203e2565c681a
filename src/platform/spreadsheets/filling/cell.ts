/** Cells as they are written. */
import { harmless } from '../harmless.ts'
import { asBytes } from '../parts/package.ts'
import { letters } from '../parts/places.ts'
import { escaped } from '../parts/tags.ts'
import type { FormCell } from '../write.ts'

/** Excel takes 32,767 characters in a cell. */
const MAX_TEXT = 32_000

/** Without it a program may drop the spaces at either end. */
const PRESERVE = ' xml:space="preserve"'
const isKept = (text: string) => text.trim() === text

/** With its format, in characters; text stays text, and what a program could run is made harmless. */
export const cellText = (prefix: string, place: string, style: string | undefined, value: FormCell): string => {
  const at = `<${prefix}c r="${place}"${style === undefined ? '' : ` s="${style}"`}`
  if (value === null || value === '') return `${at}/>`
  if (typeof value === 'number') return `${at}><${prefix}v>${value}</${prefix}v></${prefix}c>`
  const text = harmless(value).slice(0, MAX_TEXT)
  return `${at} t="inlineStr"><${prefix}is><${prefix}t${isKept(text) ? '' : PRESERVE}>${escaped(text)}</${prefix}t></${prefix}is></${prefix}c>`
}

/** The same as it stands in a part: a character for each byte. */
export const cellXml = (prefix: string, row: number, column: number, style: string | undefined, value: FormCell): string =>
  asBytes(cellText(prefix, `${letters(column)}${row}`, style, value))
