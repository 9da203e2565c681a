/** Offices abbreviate more than they mistype: a replaced character counts for more than one left out. */
const REPLACED = 1.5

/** Edits (insert, delete, replace) from one word to the other; code points, so that rare characters count as one. */
export const distance = (from: string, to: string): number => {
  const a = Array.from(from)
  const b = Array.from(to)
  let before = b.map((_, at) => at + 1)
  for (let row = 0; row < a.length; row++) {
    let corner = row
    let left = row + 1
    const now: number[] = []
    for (let column = 0; column < b.length; column++) {
      const above = before[column]!
      left = Math.min(above + 1, left + 1, corner + (a[row] === b[column] ? 0 : REPLACED))
      corner = above
      now.push(left)
    }
    before = now
  }
  return before.at(-1) ?? a.length
}

const digits = '零一二三四五六七八九'
/** 英语1支部, 英语一支部 and 英语第一党支部 are one name to the ear. */
const folded = (word: string) => word.replace(/[0-9]/g, digit => digits[Number(digit)]!).replace(/中共|第|党|委员会/g, '')

/** The one word that is nearest, or null when none is near or two are equally so. */
export const nearest = (word: string, words: readonly string[]): string | null => {
  const sought = folded(word)
  if (sought.length === 0 || word.length > 60) return null
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  let tied = false
  for (const candidate of words) {
    const away = distance(sought, folded(candidate)) + distance(word, candidate) / 100
    if (away < least) [best, least, tied] = [candidate, away, false]
    else if (away === least) tied = true
  }
  const reach = Math.max(1, Math.floor(sought.length / 2))
  return tied || Math.floor(least) > reach ? null : best
}
