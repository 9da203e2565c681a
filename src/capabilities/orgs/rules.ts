/** The tree of units: committee, secondary units, branches; and paths, by which a scope reaches its subtree. */
import { allow, type Decision, refuse } from '../../kernel/decision.ts'

export const levels = ['committee', 'secondary', 'branch'] as const
export type Level = (typeof levels)[number]

export const unitKinds = ['committee', 'sub-committee', 'general-branch', 'direct-branch', 'branch'] as const
export type UnitKind = (typeof unitKinds)[number]

export const kindNames: Record<UnitKind, string> = {
  committee: '党委',
  'sub-committee': '分党委',
  'general-branch': '党总支',
  'direct-branch': '直属党支部',
  branch: '党支部',
}

export const levelOf: Record<UnitKind, Level> = {
  committee: 'committee',
  'sub-committee': 'secondary',
  'general-branch': 'secondary',
  'direct-branch': 'secondary',
  branch: 'branch',
}

/** Which kinds may hang below which; null is the root. */
export const below: Record<UnitKind, readonly (UnitKind | null)[]> = {
  committee: [null],
  'sub-committee': ['committee'],
  'general-branch': ['committee', 'sub-committee'],
  'direct-branch': ['committee'],
  branch: ['general-branch', 'sub-committee'],
}

/** A direct branch holds members itself; other secondary units hold them through their branches. */
export const holdsMembers = (kind: UnitKind) => kind === 'branch' || kind === 'direct-branch'

export const kindOfName = (name: string): UnitKind | undefined =>
  unitKinds.find(kind => kindNames[kind] === name.trim()) ?? (name.trim() === '直属支部' ? 'direct-branch' : undefined)

export const rootPath = '/1/'
export const childPath = (parent: string, label: number) => `${parent}${label}/`

/** The end of a subtree's range: bytewise, everything below `/1/12/` lies before `/1/120`. */
export const pathEnd = (path: string) => `${path.slice(0, -1)}0`

export const isWithin = (path: string, scope: string) => path.startsWith(scope)

export const unitRefusals = ['not-below-that', 'name-taken', 'has-units-below', 'has-members', 'already-dissolved'] as const
export type UnitRefusal = (typeof unitRefusals)[number]

/** May a unit of this kind hang below that one? */
export const mayHang = (kind: UnitKind, parent: UnitKind | null): Decision<Level, UnitRefusal> =>
  below[kind].includes(parent) ? allow(levelOf[kind]) : refuse('not-below-that')

export type UnitLine = { row: number; parent: string; name: string; kind: string }
export const unitProblems = ['missing-name', 'unknown-kind', 'unknown-parent', 'not-below-that', 'duplicate', 'second-root'] as const
export type UnitProblem = (typeof unitProblems)[number]
export type PlannedUnit = { row: number; parent: string | null; name: string; kind: UnitKind }

/** Reads a sheet of units (上级组织, 组织名称, 类别), parents before children or not; says every wrong line at once. */
export function readUnits(lines: readonly UnitLine[], known: ReadonlyMap<string, UnitKind>) {
  const kinds = new Map(known)
  const problems: { row: number; problem: UnitProblem; value: string }[] = []
  const planned: PlannedUnit[] = []
  for (const line of lines) {
    const kind = kindOfName(line.kind)
    const problem = problemOf(line, kind, kinds, planned)
    if (problem) problems.push({ row: line.row, problem, value: problem === 'unknown-kind' ? line.kind : line.name })
    if (!kind || problem) continue
    kinds.set(line.name, kind)
    planned.push({ row: line.row, parent: line.parent || null, name: line.name, kind })
  }
  for (const unit of planned) {
    const parent = unit.parent === null ? null : kinds.get(unit.parent)
    if (parent === undefined) problems.push({ row: unit.row, problem: 'unknown-parent', value: unit.parent! })
    else if (!mayHang(unit.kind, parent).allowed) problems.push({ row: unit.row, problem: 'not-below-that', value: unit.name })
  }
  return { units: topDown(planned), problems: problems.sort((a, b) => a.row - b.row) }
}

function problemOf(
  line: UnitLine,
  kind: UnitKind | undefined,
  kinds: ReadonlyMap<string, UnitKind>,
  planned: readonly PlannedUnit[],
): UnitProblem | undefined {
  if (!line.name) return 'missing-name'
  if (!kind) return 'unknown-kind'
  if (planned.some(unit => unit.name === line.name)) return 'duplicate'
  const roots = [...kinds].filter(([name, other]) => other === 'committee' && name !== line.name)
  if (kind === 'committee' && roots.length > 0) return 'second-root'
  return undefined
}

/** Parents before their children, otherwise in the sheet's order. */
function topDown(units: readonly PlannedUnit[]): PlannedUnit[] {
  const order: PlannedUnit[] = []
  const place = (parent: string | null) => {
    for (const unit of units.filter(candidate => candidate.parent === parent)) {
      order.push(unit)
      place(unit.name)
    }
  }
  const inside = new Set(units.map(unit => unit.name))
  for (const parent of new Set(units.map(unit => unit.parent))) if (parent === null || !inside.has(parent)) place(parent)
  return order
}
