/** Cells as they are written. */
import { harmless } from '../harmless.ts'
import { asBytes } from '../parts/package.ts'
import { letters } from '../parts/places.ts'
import { escaped } from '../parts/tags.ts'
import type { FormCell } from '../write.ts'

/** Excel takes 32,767 characters in a cell. */
const MAX_TEXT = 32_000

/** With its format; text stays text, and what a program could run is made harmless. */
export const cellXml = (prefix: string, row: number, column: number, style: string | undefined, value: FormCell): string => {
  const at = `<${prefix}c r="${letters(column)}${row}"${style === undefined ? '' : ` s="${style}"`}`
  if (value === null || value === '') return `${at}/>`
  if (typeof value === 'number') return `${at}><${prefix}v>${value}</${prefix}v></${prefix}c>`
  const text = asBytes(escaped(harmless(value).slice(0, MAX_TEXT)))
  return `${at} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`
}
