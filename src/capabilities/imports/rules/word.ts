/** Header words, and which field they mean. */
import type { Field } from './field.ts'

/** As people name the column: the header's text without any white space. */
export const headerText = (text: string): string => text.replace(/[\s\p{Cf}\u3000]+/gu, '')

/** Stars, marks and width do not change a word. */
const normal = (text: string): string =>
  headerText(text.normalize('NFKC'))
    .replace(/[*★☆※:#]/g, '')
    .replace(/[（]/g, '(')
    .replace(/[）]/g, ')')
    .toLowerCase()
const withoutBrackets = (word: string): string => word.replace(/[([【][^)\]】]*[)\]】]?/g, '')

export type Dictionary = {
  meaning: (text: string) => string | null
  after: (text: string, left: string) => string | null
}

type AnyField = Pick<Field, 'key' | 'label' | 'synonyms' | 'follows'>

/** 手机/电话: two words for one thing, when both mean the same field. */
const alternatives = (word: string, meanings: ReadonlyMap<string, string>): string | null => {
  const parts = word.split(/[/、或]/).filter(Boolean)
  const fields = new Set(parts.map(part => meanings.get(part) ?? ''))
  const [only] = fields
  return parts.length > 1 && fields.size === 1 && only ? only : null
}

/** 毕业生姓名 is 姓名, 所在党支部 is 党支部; 介绍人姓名 is not, so only these may stand before a word. */
const before = /^(?:毕业生|学生|本人|党员|所在|所属|现所在|现|个人|常用)/

export const dictionaryOf = (fields: readonly AnyField[]): Dictionary => {
  const meanings = new Map<string, string>()
  for (const { key, synonyms } of fields) for (const word of synonyms) meanings.set(normal(word), key)
  for (const { key, label } of fields) meanings.set(normal(label), key)
  const known = new Map<string, string | null>()

  const look = (text: string): string | null => {
    const word = normal(text)
    const short = withoutBrackets(word)
    return meanings.get(word) ?? meanings.get(short) ?? meanings.get(short.replace(before, '')) ?? alternatives(short, meanings)
  }
  const meaning = (text: string): string | null => {
    if (text.length > 40) return null
    const found = known.get(text) ?? look(text)
    known.set(text, found)
    return found
  }
  const after = (text: string, left: string): string | null => {
    const word = withoutBrackets(normal(text))
    return fields.find(({ follows }) => follows?.field === left && follows.words.includes(word))?.key ?? null
  }
  return { meaning, after }
}
