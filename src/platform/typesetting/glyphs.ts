/** Which characters can be printed. The typesetter draws a missing glyph as a box and says nothing: ask here first. */
import { type Font, openSync } from 'fontkit'

export type MissingGlyphs = { text: string; characters: string[] }

/** Spaces and marks without a shape of their own need no glyph. */
const SHAPELESS = /^[\s\p{Default_Ignorable_Code_Point}]$/u

const fontsIn = (file: string): Font[] => {
  const opened = openSync(file)
  return 'fonts' in opened ? opened.fonts : [opened]
}

/** Opens a font only when the ones before it lack a character, and remembers each answer. */
export const openGlyphs = (files: readonly string[]) => {
  const fonts = new Map<string, Font[]>()
  const known = new Map<string, boolean>()

  const opened = (file: string): Font[] => {
    const have = fonts.get(file) ?? fontsIn(file)
    fonts.set(file, have)
    return have
  }
  const printable = (character: string): boolean => {
    const before = known.get(character)
    if (before !== undefined) return before
    const codePoint = character.codePointAt(0)!
    const answer = SHAPELESS.test(character) || files.some(file => opened(file).some(font => font.hasGlyphForCodePoint(codePoint)))
    known.set(character, answer)
    return answer
  }
  const missingIn = (text: string): string[] => [...new Set(text)].filter(character => !printable(character))

  return (texts: readonly string[]): MissingGlyphs[] =>
    texts.map(text => ({ text, characters: missingIn(text) })).filter(({ characters }) => characters.length > 0)
}
