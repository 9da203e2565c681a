import type { UnitKind } from '../../orgs/rules.ts'
import { type Term, terms } from '../../transfers/rules.ts'

export type UnitFacts = { id: string; path: string; name: string; kind: UnitKind }
export type BranchTerms = { path: string; terms: Record<Term, number>; total: number; beside: number }
export type BranchItems = { path: string; people: number; complete: number }

export type UnitSum = {
  unitId: string
  name: string
  path: string
  direct: boolean
  /** Of the equation: those whose relation is at the school. */
  people: number
  terms: Record<Term, number>
  /** Who owes the five items, and who has all of them. */
  itemsAsked: number
  itemsDone: number
}

/** The unit directly below `above` on the way to `path`; `above` itself for what hangs on it. */
export const childOf = (path: string, above: string): string => {
  const label = path.slice(above.length).split('/')[0]
  return label ? `${above}${label}/` : above
}

export const noTerms = (): Record<Term, number> => Object.fromEntries(terms.map(term => [term, 0])) as Record<Term, number>

export const sumTerms = (rows: readonly { terms: Record<Term, number> }[]): Record<Term, number> =>
  rows.reduce<Record<Term, number>>(
    (sum, row) => Object.fromEntries(terms.map(term => [term, sum[term] + row.terms[term]])) as Record<Term, number>,
    noTerms(),
  )

/** The reader's people by unit directly below; what stands at the reader's own unit has a row of its own. None below a branch. */
export function unitSums(
  units: readonly UnitFacts[],
  above: string,
  branches: readonly BranchTerms[],
  items: readonly BranchItems[],
): UnitSum[] {
  const below = units.filter(({ path }) => path !== above && childOf(path, above) === path)
  if (below.length === 0) return []
  const peopleAt = (at: string) => branches.filter(({ path }) => childOf(path, above) === at)
  const self = units.filter(({ path }) => path === above && peopleAt(above).length > 0)
  return [...below, ...self].map(({ id, name, path, kind }) => {
    const here = peopleAt(path)
    const owed = items.filter(row => childOf(row.path, above) === path)
    return {
      unitId: id,
      name,
      path,
      direct: kind === 'direct-branch',
      people: here.reduce((sum, { total }) => sum + total, 0),
      terms: sumTerms(here),
      itemsAsked: owed.reduce((sum, { people }) => sum + people, 0),
      itemsDone: owed.reduce((sum, { complete }) => sum + complete, 0),
    }
  })
}
