/** Whom a change of a plan touches, before it is saved. Units are counted here; what hangs on a plan above is counted by who holds it. */
import type { RequestContext } from '../accounts/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { type Level, levelNames, type PlanChange, type Touches } from './rules.ts'

export type Touched = { what: string; count: number }
/** For these changes, in their order; all of them at once. */
export type CountTouched = (context: RequestContext, cohortId: string, touches: readonly Touches[]) => Promise<Touched[][]>

const counters = new Map<string, CountTouched>()

/** One a capability. */
export const whenPlansChange = (capability: string, counter: CountTouched) => counters.set(capability, counter)

const unitLevels: Partial<Record<Level, string>> = { branch: 'branch', secondary: 'secondary', committee: 'committee' }

export type TouchedChange = PlanChange & { unitName: string | null; touched: Touched[] }

export async function withTouched(context: RequestContext, cohortId: string, changes: readonly PlanChange[]): Promise<TouchedChange[]> {
  if (changes.length === 0) return []
  const units = await unitsOf(context.trx, { ...context.scope, path: '/', pathEnd: '0' })
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const touches = changes.map(change => change.touches)
  const counted: Touched[][][] = []
  for (const counter of counters.values()) counted.push(await counter(context, cohortId, touches))
  const ofUnits = (one: Touches): Touched[] => {
    const level = one.kind === 'task' && one.unit === null && unitLevels[one.level]
    return level && one.kind === 'task' ? [{ what: levelNames[one.level], count: units.filter(unit => unit.level === level).length }] : []
  }
  return changes.map((change, at) => {
    const unit = 'unit' in change.touches ? change.touches.unit : null
    return {
      ...change,
      unitName: unit === null ? null : (names.get(unit) ?? unit),
      touched: [...ofUnits(change.touches), ...counted.flatMap(lines => lines[at] ?? [])].filter(({ count }) => count > 0),
    }
  })
}
