/** Which units there are, and who hears a notice there. */
import { ORPCError } from '@orpc/server'
import { type RequestContext, staffIn } from '../accounts/index.ts'
import type { Role } from '../accounts/rules.ts'
import { type UnitRow, unitsOf } from '../orgs/index.ts'
import type { NoticeRecord } from './store.ts'

type Context = Pick<RequestContext, 'trx' | 'scope' | 'today'>

/** The tree is no secret inside a school: a branch reads who is above it. */
export async function places({ trx, scope }: Pick<Context, 'trx' | 'scope'>) {
  const units = await unitsOf(trx, { ...scope, path: '/', pathEnd: '0' })
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const byPath = new Map(units.map(unit => [unit.path, unit]))
  return { units, byId, byPath, nameAt: (path: string) => byPath.get(path)?.name ?? '' }
}
export type Places = Awaited<ReturnType<typeof places>>

/** Living units of these ids, all of which have to be below `above` at that level; anything else is not found. */
export function unitsAt({ byId }: Places, ids: readonly string[], above: string, level: UnitRow['level']): UnitRow[] {
  return [...new Set(ids)].map(id => {
    const unit = byId.get(id)
    if (!unit || unit.level !== level || !unit.path.startsWith(above)) throw new ORPCError('NOT_FOUND')
    return unit
  })
}

/** Where a draft goes: the chosen units, or every unit that there is today. */
export const audienceOf = ({ units }: Places, { heldPath, audience }: Pick<NoticeRecord, 'heldPath' | 'audience'>): UnitRow[] => {
  const all = units.filter(({ level, path }) => level === 'secondary' && path.startsWith(heldPath))
  return audience.length === 0 ? all : all.filter(({ path }) => audience.includes(path))
}

const hearing: readonly Role[] = ['general-branch', 'direct-branch', 'branch-teacher', 'branch-secretary']
const answering: readonly Role[] = ['general-branch', 'direct-branch', 'branch-teacher']

export type Staff = ReadonlyMap<string, readonly string[]>

const at = async ({ trx, scope, today }: Context, roles: readonly Role[]): Promise<Staff> => {
  const staff = Map.groupBy(await staffIn(trx, scope, roles, today), ({ path }) => path)
  return new Map([...staff].map(([path, people]) => [path, people.map(({ id }) => id)]))
}

/** Whoever hears that a notice has come: path → accounts. */
export const whoHears = (context: Context) => at(context, hearing)

/** Whoever answers for a unit and is chased; with `above`, the office as well. */
export const whoAnswers = (context: Context, above = false) => at(context, above ? [...answering, 'committee-office'] : answering)

/** Each account once, however many posts it has among these units. */
export const accountsAt = (staff: Staff, paths: readonly string[]): string[] => [...new Set(paths.flatMap(path => staff.get(path) ?? []))]
