/** What took place, for whoever gathers the year: the archive. */
import { isEmpty, plainOf } from '../../kernel/rich-text.ts'
import type { RequestContext } from '../accounts/index.ts'
import * as store from './store.ts'
import { names } from './views.ts'

export interface HeldActivity {
  onDay: string
  kindName: string
  title: string
  place: string
  heldBy: string
  host: string
  speaker: string
  invited: number
  there: number
  /** Branches with a closed list, by path. */
  came: readonly string[]
  /** Empty where nobody wrote any. */
  minutes: string
  photos: number
  attachments: number
}

/** Every activity of the year that has begun or is over, the earliest first. */
export async function heldActivities(context: Pick<RequestContext, 'trx' | 'scope'>, cohortId: string): Promise<HeldActivity[]> {
  const { trx, scope } = context
  const named = await names(context, cohortId)
  const rows = await store.heldIn(trx, scope, cohortId)
  const ids = rows.map(({ id }) => id)
  const sums = await store.sums(trx, scope, cohortId, rows)
  const closings = Map.groupBy(await store.closingsOf(trx, scope, ids), ({ activityId }) => activityId)
  const kept = await store.fileCounts(trx, scope, ids)
  return rows.map(row => ({
    onDay: row.onDay,
    kindName: named.kindName(row.kind),
    title: row.title,
    place: row.place || row.link,
    heldBy: named.byId.get(row.heldUnit)?.name ?? '',
    host: row.host,
    speaker: row.speaker,
    invited: sums.get(row.id)?.invited ?? 0,
    there: sums.get(row.id)?.there ?? 0,
    came: (closings.get(row.id) ?? []).map(({ path }) => path),
    minutes: isEmpty(row.minutes) ? '' : plainOf(row.minutes),
    photos: kept.get(row.id)?.photo ?? 0,
    attachments: kept.get(row.id)?.attachment ?? 0,
  }))
}
