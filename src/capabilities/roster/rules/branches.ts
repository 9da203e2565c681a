/** Branch names: the sheet's word against the units that exist. */
import { type Cell, nearest, type Reading, textOf } from '../../imports/rules.ts'

/** `find` knows a name exactly or behind its unit's; `guess` is the nearest, asked only for unknown ones and once a word. */
export type BranchIndex = { find: (text: string) => string | null; guess: (text: string) => string | null }

const squeezed = (name: string) => name.replace(/\s/g, '').normalize('NFKC')
/** 外国语学院党总支英语第一党支部: the unit stands before the branch. */
const unitBefore = /(?:党总支|总支|党委|分党委|委员会|学院|大学|系|院|部)$/

export const indexBranches = (names: readonly string[]): BranchIndex => {
  const bySqueezed = new Map(names.map(name => [squeezed(name), name]))
  const longest = [...bySqueezed.keys()].sort((a, b) => b.length - a.length)
  const seen = new Map<string, { found: string | null; guess?: string | null }>()

  const behindUnit = (word: string): string | null => {
    const end = longest.find(name => word.endsWith(name) && unitBefore.test(word.slice(0, -name.length)))
    return end === undefined ? null : bySqueezed.get(end)!
  }
  const known = (text: string) => {
    const earlier = seen.get(text)
    if (earlier) return earlier
    const word = squeezed(text)
      .replace(/^中共/, '')
      .replace(/委员会$/, '')
    const fresh: { found: string | null; guess?: string | null } = {
      found: bySqueezed.get(squeezed(text)) ?? bySqueezed.get(word) ?? behindUnit(word),
    }
    seen.set(text, fresh)
    return fresh
  }
  return {
    find: text => known(text).found,
    guess: text => {
      const entry = known(text)
      if (entry.guess === undefined) entry.guess = nearest(text, names)
      return entry.guess
    },
  }
}

export const readBranch = (raw: Exclude<Cell, null>, { branches }: { branches: BranchIndex }): Reading<string> => {
  const text = textOf(raw)
  const name = branches.find(text)
  if (name !== null) return name === text ? { value: name } : { value: name, text: name, repair: 'full-name' }
  const suggestion = branches.guess(text)
  const near = suggestion ? `最接近的是“${suggestion}”。` : ''
  const complaint = {
    kind: 'unknown-branch',
    severity: 'error' as const,
    text: `单位树里没有“${text.slice(0, 40)}”这个党支部。${near}请改成单位树里的名称，或先请组织部添加。`,
  }
  return { value: null, problems: [suggestion ? { ...complaint, suggestion } : complaint] }
}
