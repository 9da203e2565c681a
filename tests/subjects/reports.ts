import type { Client } from '../university/client.ts'
import type { Place } from './world.ts'

/** Hands one form in for the unit of whoever is signed in. */
async function submitted({ submissions }: Client, cohortId: string, task: 'roster' | 'register' | 'delayed'): Promise<string> {
  const wanted = { cohortId, task, zero: task === 'delayed' }
  const { fingerprint } = await submissions.preview(wanted)
  return (await submissions.submit({ ...wanted, fingerprint })).id
}

const forms = async (client: Client, cohortId: string) => ({
  roster: await submitted(client, cohortId, 'roster'),
  delayed: await submitted(client, cohortId, 'delayed'),
})

/** Each branch to its 总支, then each 总支 to 组织部 with 附件2. A 直属 has but the one. */
export async function handIn(places: readonly Place[]): Promise<void> {
  for (const place of places)
    if (place.unit.id !== place.above.id) place.returns.branch = await forms(await place.clientOf(place.logins.branch), place.cohortId)
  for (const [, [first, ...others]] of Map.groupBy(places, ({ above }) => above.id)) {
    const client = await first!.clientOf(first!.logins.above)
    const returns = await forms(client, first!.cohortId)
    await submitted(client, first!.cohortId, 'register')
    for (const place of [first!, ...others]) {
      place.returns.unit = returns
      if (place.unit.id === place.above.id) place.returns.branch = returns
    }
  }
}
