/** Years before the present one, opened for what they left open. */
import { newId } from '../../kernel/ids.ts'
import type { ScopedContext } from '../orgs/index.ts'
import { earlierPlan, type Plan } from './rules.ts'
import * as store from './store.ts'

export type PresentCohort = { id: string; year: number; name: string; plan: Plan }

/** The newest one, with its plan; null where none has begun. */
export async function presentCohort({ trx, scope }: Pick<ScopedContext, 'trx' | 'scope'>): Promise<PresentCohort | null> {
  const [newest] = await store.cohorts(trx, scope)
  const plan = newest && (await store.planInForce(trx, scope, newest.id))
  return plan ? { ...newest, plan: plan.body } : null
}

const nameOf = ({ name, year: present }: PresentCohort, year: number) =>
  name.includes(String(present)) ? name.replaceAll(String(present), String(year)) : `${year}届`

/**
 * The cohorts of these years, those that are not there yet opened on the present plan; one note for each. They are all
 * earlier than the present one: the newest is the one in hand, and stays it.
 */
export async function openEarlier(
  context: ScopedContext & { actor: { id: string } },
  years: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { trx, scope, actor, record } = context
  const present = await presentCohort(context)
  const known = new Map((await store.cohorts(trx, scope)).map(({ year, id }) => [year, id]))
  for (const year of [...new Set(years)].sort()) {
    if (known.has(year)) continue
    if (!present || year >= present.year) throw new Error(`The cohort of ${year} is not an earlier one`)
    const [id, name] = [newId(), nameOf(present, year)]
    await store.addCohort(trx, { school_id: scope.school, id, year, name })
    await store.addPlan(trx, {
      school_id: scope.school,
      cohort_id: id,
      version: 1,
      body: earlierPlan(present.plan, year),
      saved_by: actor.id,
    })
    record({ kind: 'cohort', id, path: scope.path, after: { name, planOf: present.name } })
    known.set(year, id)
  }
  return known
}
