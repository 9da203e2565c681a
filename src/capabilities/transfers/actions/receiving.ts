import type { RequestContext } from '../../accounts/index.ts'
import { unitsOf } from '../../orgs/index.ts'
import { pathEnd, rootPath } from '../../orgs/rules.ts'
import type { Outcome } from './outcome.ts'

/** Finds the unit that an internal move names; a name that no unit bears leaves the confirmation to the office. */
export async function receivingPath({ trx, scope }: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  const internal = outcomes.filter(
    ({ step, held: { attempt } }) => attempt.destination_type === 'D04' && (step === 'fill' || step === 'mend'),
  )
  if (internal.length === 0) return
  const units = await unitsOf(trx, { school: scope.school, path: rootPath, pathEnd: pathEnd(rootPath) })
  const byName = new Map(units.map(({ name, path }) => [name, path]))
  for (const { held } of internal)
    held.attempt.to_path = byName.get(String(held.attempt.destination.answers.receivingBranch ?? '').trim()) ?? null
}
