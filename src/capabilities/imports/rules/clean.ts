/** Mending that changes no meaning: done before any field reads the cell, and always shown. */
import type { RepairKind } from './field.ts'

/** What needs no look: printable ASCII, common Chinese characters and their marks. */
const plain = /^[\x21-\x7e\u4e00-\u9fff·，。、（）：；]*$/
const fullWidthLetters = /[０-９Ａ-Ｚａ-ｚ]/g
const fullWidth = /[！-～]/g
const han = /\p{Script=Han}/u
/** Control and format characters and halves of characters: zero-width marks, direction marks, BOM, NUL. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]/gu
const quoteBefore = /^['‘’`´]+(?=.)/u

const narrow = (text: string): string =>
  text.replace(han.test(text) ? fullWidthLetters : fullWidth, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))

const bare = (text: string): string =>
  text
    .replace(/[\t\r\n\v\f\u3000\u00a0\u2028\u2029]+/g, ' ')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(quoteBefore, '')
    .trim()

export const clean = (text: string): { text: string; repair: RepairKind | null } => {
  if (plain.test(text) && !text.startsWith("'")) return { text, repair: null }
  const narrowed = narrow(text)
  const bared = bare(narrowed)
  if (bared === text) return { text, repair: null }
  return { text: bared, repair: narrowed === text ? 'spaces' : 'full-width' }
}
