/** Administrative divisions as they stand (GB/T 2260, six digits): province, city, county. Abolished codes are not in the list. */
import tree from './pca-code.json' with { type: 'json' }

export type DivisionLevel = 'province' | 'city' | 'county'
export type Division = { code: string; name: string; level: DivisionLevel; parent: string | null }

type Branch = { code: string; name: string; children?: Branch[] }
const levels: readonly DivisionLevel[] = ['province', 'city', 'county']

const byCode = new Map<string, Division>()
const under = new Map<string | null, Division[]>()

const plant = (branches: readonly Branch[], parent: string | null, depth: number) => {
  for (const { code, name, children } of branches) {
    const division = { code: code.padEnd(6, '0'), name, level: levels[depth]!, parent }
    byCode.set(division.code, division)
    const siblings = under.get(parent) ?? []
    siblings.push(division)
    under.set(parent, siblings)
    if (children) plant(children, division.code, depth + 1)
  }
}
plant(tree as Branch[], null, 0)

/** Two, four or six digits. */
export const divisionAt = (code: string): Division | null => byCode.get(code.padEnd(6, '0')) ?? null

export const provinces = (): readonly Division[] => under.get(null) ?? []
export const divisionsUnder = (code: string): readonly Division[] => under.get(code.padEnd(6, '0')) ?? []

/** These stand between a municipality and its districts, and nobody writes them. */
const silent = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])
export const isSilent = (name: string): boolean => silent.has(name)

/** 广东省广州市从化区; null for a code that is not in the list. */
export const divisionName = (code: string): string | null => {
  const division = divisionAt(code)
  if (!division) return null
  const above = division.parent === null ? '' : divisionName(division.parent)
  return silent.has(division.name) ? above : `${above}${division.name}`
}

/** The division an address begins with, as exactly as it says: 广东省梅州市兴宁市… is 441481. */
export const divisionOf = (address: string): Division | null => {
  const text = address.replace(/\s/g, '')
  const descend = (rest: string, candidates: readonly Division[]): Division | null => {
    for (const division of candidates) {
      if (silent.has(division.name)) {
        const deeper = descend(rest, divisionsUnder(division.code))
        if (deeper) return deeper
      } else if (rest.startsWith(division.name)) {
        return descend(rest.slice(division.name.length), divisionsUnder(division.code)) ?? division
      }
    }
    return null
  }
  return descend(text, provinces())
}
