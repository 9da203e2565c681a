/** The number on the back of a book: ISBN-10 until 2006, ISBN-13 since; the last sign checks the others. */

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*ISBN(?:-1[03])?[:\s]*/, '')
    .replace(/[\s\p{Dash_Punctuation}]/gu, '')

const worth = (sign: string): number => (sign === 'X' ? 10 : Number(sign))
const weighed = (signs: string, weight: (at: number) => number): number =>
  [...signs].reduce((sum, sign, at) => sum + worth(sign) * weight(at), 0)

const checks = (signs: string): boolean => {
  if (/^\d{9}[\dX]$/.test(signs)) return weighed(signs, at => 10 - at) % 11 === 0
  if (/^97[89]\d{10}$/.test(signs)) return weighed(signs, at => (at % 2 === 0 ? 1 : 3)) % 10 === 0
  return false
}

/** Its ten or thirteen signs; null where it is none. */
export const isbnOf = (text: string): string | null => {
  const signs = bare(text)
  return checks(signs) ? signs : null
}
