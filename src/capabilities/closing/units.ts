/** The closing equation by the units that answer for it. */
import type { RequestContext } from '../accounts/index.ts'
import { type Scope, unitsOf } from '../orgs/index.ts'
import { levelOf } from '../orgs/rules.ts'
import { type TermCounts, termCounts } from '../transfers/index.ts'
import { terms } from '../transfers/rules.ts'
import { type Figures, openIn } from './rules.ts'

export type UnitRow = Awaited<ReturnType<typeof unitsOf>>[number]
export type UnitFigures = { unit: UnitRow; branches: TermCounts[]; figures: Figures; total: number; beside: number; open: number }

const sumOf = (branches: readonly TermCounts[]): Figures =>
  Object.fromEntries(terms.map(term => [term, branches.reduce((sum, branch) => sum + branch.terms[term], 0)])) as Figures

const figuresFor = (unit: UnitRow, all: readonly TermCounts[]): UnitFigures => {
  const branches = all.filter(({ path }) => path.startsWith(unit.path))
  const figures = sumOf(branches)
  const total = branches.reduce((sum, branch) => sum + branch.total, 0)
  return { unit, branches, figures, total, beside: branches.reduce((sum, { beside }) => sum + beside, 0), open: openIn(figures) }
}

/** 总支 and 直属支部 of the reader's scope; to a branch its own row. Units without anybody of the cohort are left out. */
export async function unitFigures({ trx, scope, today }: RequestContext, cohortId: string): Promise<UnitFigures[]> {
  const counted = await termCounts(trx, scope, cohortId, today)
  const units = await unitsOf(trx, scope)
  const answering = units.filter(({ kind }) => levelOf[kind] === 'secondary')
  const shown = answering.length > 0 ? answering : units.filter(({ path }) => path === scope.path)
  return shown.map(unit => figuresFor(unit, counted)).filter(({ total, beside }) => total + beside > 0)
}

/** One of them; null for a unit outside the scope, or one that answers for nobody. */
export async function figuresOf(context: RequestContext, cohortId: string, unitId: string): Promise<UnitFigures | null> {
  const { trx, scope, today } = context
  const unit = (await unitsOf(trx, scope)).find(({ id, kind }) => id === unitId && levelOf[kind] === 'secondary')
  if (!unit) return null
  return figuresFor(unit, await termCounts(trx, part(scope, unit), cohortId, today))
}

const part = (scope: Scope, { path }: UnitRow): Scope => ({ ...scope, path, pathEnd: `${path.slice(0, -1)}0` })
