import type { Rows } from './row.ts'
import { rosterSheet } from './sheet.ts'
import { textsIn } from './texts.ts'
import { listRows } from './wizard.ts'
import type { Place } from './world.ts'

const kept = new WeakMap<Place, Promise<string>>()

/** One junior of this branch, brought by its own people. */
function juniorOf(place: Place): Promise<string> {
  const brought = async () => {
    const { juniors } = (await place.clientOf(place.logins.branch)).roster
    const before = new Set((await juniors.list({ limit: 200 })).rows.map(({ memberId }) => memberId))
    const { id, version } = await juniors.imports.upload({ file: await rosterSheet(place.unit.name) })
    await juniors.imports.commit({ id, version })
    return (await juniors.list({ limit: 200 })).rows.find(({ memberId }) => !before.has(memberId))!.memberId
  }
  const junior = kept.get(place) ?? brought()
  kept.set(place, junior)
  return junior
}

const juniorRow = async (place: Place) => {
  const id = await juniorOf(place)
  const { rows } = await (await place.clientOf(place.logins.branch)).roster.juniors.list({ limit: 200 })
  return rows.find(({ memberId }) => memberId === id)!
}

export const juniorRows: Rows<'roster.juniors'> = {
  'roster.juniors.list': {
    subject: 'list',
    reach: 'unit',
    asks: [
      async ({ place }) => {
        await juniorOf(place)
        return { limit: 200 }
      },
      async ({ place }) => {
        await juniorOf(place)
        return { path: place.unit.path, limit: 200 }
      },
    ],
    seen: ({ rows }) => rows.map(({ memberId }) => memberId),
    of: async ({ place }) => [await juniorOf(place)],
  },
  'roster.juniors.export': {
    subject: 'list',
    reach: 'unit',
    asks: [
      async ({ place }) => {
        await juniorOf(place)
        return {}
      },
      async ({ place }) => {
        await juniorOf(place)
        return { path: place.unit.path }
      },
    ],
    seen: textsIn,
    of: async ({ place }) => [(await juniorRow(place)).studentNumber],
  },
  ...listRows('roster.juniors.imports', ({ place }) => rosterSheet(place.unit.name)),
}
