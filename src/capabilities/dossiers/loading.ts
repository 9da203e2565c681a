/** Dossiers with what their year's plan asks of them, and those that a filter shows. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { Actor, RequestContext } from '../accounts/index.ts'
import { narrowed, type Scope, unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import { type Problem, problems, type Standing, unexplained } from './rules.ts'
import * as store from './store.ts'
import { type Loaded, loaded } from './views.ts'

/** Who reads, and where: of the actor only who it is. */
type Reading = Pick<RequestContext, 'trx' | 'scope'> & { actor: Pick<Actor, 'id' | 'memberId'> }

async function withPlans({ trx, scope, actor }: Reading, rows: readonly store.DossierRow[]): Promise<Loaded[]> {
  const plans = new Map<string, Awaited<ReturnType<typeof planOf>>>()
  for (const { cohortId } of rows) if (!plans.has(cohortId)) plans.set(cohortId, await planOf(trx, scope, cohortId))
  return rows.map(row => loaded(row, plans.get(row.cohortId)!, actor))
}

/** Those of them who have a dossier in the scope. */
export const loadSome = async (context: Reading, graduateIds: readonly string[]): Promise<Loaded[]> =>
  withPlans(context, await store.dossiersByIds(context.trx, context.scope, [...new Set(graduateIds)]))

/** Each of them or none: one outside the scope is not found. */
export async function loadPeople(context: Reading, graduateIds: readonly string[]): Promise<Loaded[]> {
  const people = await loadSome(context, graduateIds)
  if (people.length < new Set(graduateIds).size) throw new ORPCError('NOT_FOUND')
  return people
}

/** The same, begun and held until the transaction ends. */
export async function holdPeople(context: RequestContext, graduateIds: readonly string[]): Promise<Loaded[]> {
  const { trx, scope } = context
  const people = await loadPeople(context, graduateIds)
  await store.hold(
    trx,
    scope,
    people.map(({ row }) => ({
      school_id: scope.school,
      id: newId(),
      cohort_id: row.cohortId,
      graduate_id: row.graduateId,
      member_id: row.memberId,
      path: row.path,
    })),
  )
  return loadPeople(context, graduateIds)
}

export const loadOnList = async (context: Reading, listId: string) =>
  withPlans(context, await store.dossiersOnList(context.trx, context.scope, listId))

export type Filter = {
  cohortId: string
  unitId?: string | undefined
  search?: string | undefined
  standing?: Standing | undefined
  problem?: Problem | undefined
  postponed?: boolean | undefined
}

/** A unit below, chosen as a filter; one outside the scope is not found. */
export async function unitAt(
  { trx, scope }: Reading,
  unitId: string,
): Promise<{ scope: Scope; name: string; level: string; path: string }> {
  const unit = (await unitsOf(trx, scope)).find(({ id }) => id === unitId)
  const narrower = unit && narrowed(scope, unit.path)
  if (!narrower) throw new ORPCError('NOT_FOUND')
  return { scope: narrower, name: unit.name, level: unit.level, path: unit.path }
}

/** Problems are counted where they wait for somebody: once packed, each has its reason. */
export const problemsIn = ({ standing, troubles, facts }: Loaded): Set<Problem> =>
  new Set(standing === 'entering' ? unexplained(troubles, facts.explained).map(({ problem }) => problem) : [])

export const countProblems = (people: readonly Loaded[]) => {
  const found = new Map<Problem, number>()
  for (const person of people) for (const problem of problemsIn(person)) found.set(problem, (found.get(problem) ?? 0) + 1)
  return problems.filter(problem => found.has(problem)).map(problem => ({ problem, people: found.get(problem)! }))
}

/** Everybody of unit and search in the order of the roster, and whether the rest of the filter shows them. */
export async function loadFiltered(context: Reading, { unitId, cohortId, search, ...rest }: Filter) {
  const scope = unitId === undefined ? context.scope : (await unitAt(context, unitId)).scope
  const everybody = await withPlans(context, await store.dossiersOf(context.trx, scope, cohortId, search))
  const shows = (person: Loaded) =>
    (rest.standing === undefined || person.standing === rest.standing) &&
    (rest.problem === undefined || problemsIn(person).has(rest.problem)) &&
    (!rest.postponed || person.row.postponed !== null)
  return { everybody, shows, scope }
}
