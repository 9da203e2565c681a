/** The list of units as a tree to be drawn: in its own order, each with its depth. */
import type { UnitView } from '../contract.ts'

export type TreeLine = { unit: UnitView; depth: number; branches: number }

const labels = (path: string) => path.split('/').filter(Boolean).map(Number)

const byPath = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((label, index) => label !== b[index])
  return at < 0 ? a.length - b.length : a[at]! - (b[at] ?? -1)
}

/** Parents before children, siblings by their place, as in the list of units of the school. */
export const treeOf = (units: readonly UnitView[]): TreeLine[] => {
  const sorted = units.map(unit => ({ unit, path: labels(unit.path) })).sort((a, b) => byPath(a.path, b.path))
  return sorted.map(({ unit, path }) => ({
    unit,
    depth: path.length - 1,
    branches: units.filter(other => other.kind === 'branch' && other.path !== unit.path && other.path.startsWith(unit.path)).length,
  }))
}

/** The lines that hold the words, with the units above them. */
export const found = (lines: readonly TreeLine[], words: string): TreeLine[] => {
  const hits = lines.filter(({ unit }) => unit.name.includes(words))
  return lines.filter(({ unit }) => hits.some(hit => hit.unit.path.startsWith(unit.path)))
}
