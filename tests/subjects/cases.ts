import { inProvince, outsideOnPaper } from '../university/journey.ts'
import type { PersonName, Place } from './world.ts'

const onPaper: PersonName[] = ['issuing', 'unlettered', 'lettered', 'held', 'fetched', 'misprinted']
const checked: PersonName[] = ['reported', 'judged', 'starting', 'waiting', ...onPaper]
const filled: PersonName[] = ['checking', ...checked]
export const passed: PersonName[] = ['starting', 'waiting', ...onPaper]

/** Cases of these people as they stand now, as a batch names them. */
export async function itemsOf(place: Place, names: readonly PersonName[]) {
  const { transfers } = await place.clientOf('office')
  const { rows } = await transfers.list({ cohortId: place.cohortId, path: place.unit.path, limit: 200 })
  const wanted = new Set(names.map(name => place.people[name].graduateId))
  return rows.flatMap(({ graduateId, id, version }) => (id && wanted.has(graduateId) ? [{ id, version }] : []))
}

export const applied = (result: { applied: boolean; rows: unknown }) => {
  if (!result.applied) throw new Error(JSON.stringify(result.rows))
}

/** The branch fills in and checks, the 总支 checks: each as far as its name says. */
export async function carryAlong(place: Place): Promise<void> {
  const branch = (await place.clientOf(place.logins.branch)).transfers
  const above = (await place.clientOf(place.logins.above)).transfers
  for (const name of ['draft', ...filled] as const) {
    const form = onPaper.includes(name) ? outsideOnPaper : inProvince
    await branch.fill.save({ ...form, graduateId: place.people[name].graduateId, version: 0 })
  }
  applied(await branch.fill.stepMany({ items: await itemsOf(place, filled), step: 'fill', given: {} }))
  applied(await branch.check.stepMany({ items: await itemsOf(place, checked), step: 'branch-verify', given: {} }))
  if (place.unit.id !== place.above.id)
    applied(await above.check.stepMany({ items: await itemsOf(place, checked), step: 'secondary-verify', given: {} }))
}
