/** Tells whoever looks at an activity when its list has changed: asked of the database, so that it does not matter which process wrote. */
import { setTimeout as wait } from 'node:timers/promises'
import type { RequestContext } from '../accounts/index.ts'
import { heldActivity } from './actions.ts'
import * as store from './store.ts'

const EVERY_MS = 1_500
/** After that whoever still looks asks again, with a session that still holds. */
const LONGEST_MS = 15 * 60_000

export async function* watching(
  context: RequestContext,
  id: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ there: number }, void, void> {
  const seen = () =>
    context.within(async inside => {
      const row = await heldActivity(inside, id, false)
      const lists = await store.lists(inside.trx, inside.scope, row)
      return { there: lists.reduce((sum, list) => sum + list.there, 0), stamp: await store.stamp(inside.trx, inside.scope, id) }
    })
  let last = ''
  for (let looks = LONGEST_MS / EVERY_MS; looks > 0 && !signal?.aborted; looks--) {
    const { there, stamp } = await seen()
    if (stamp !== last) yield { there }
    last = stamp
    await wait(EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}
