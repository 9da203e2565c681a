/** What somebody is called to, for a calendar: nothing of it is a person's. */
import type { Day } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import * as store from './store.ts'
import { names } from './views.ts'

export type CalledTo = Pick<
  store.ActivityRecord,
  'id' | 'title' | 'onDay' | 'begins' | 'ends' | 'place' | 'link' | 'about' | 'state' | 'version'
> & { kindName: string; own: boolean }

/** No season has as many. */
const MOST = 2_000

/** Held in the reader's unit or for it, and of a member what the branch is called to; the latest first. Of what nobody has heard nothing. */
export async function calledTo(context: RequestContext, cohortId: string, since: Day): Promise<CalledTo[]> {
  const { trx, scope } = context
  const { kindName } = await names(context, cohortId)
  const rows = await store.page(trx, scope, { cohortId, from: since }, undefined, MOST)
  return rows.filter(({ told }) => told).map(row => ({ ...row, kindName: kindName(row.kind), own: scope.reach === 'own' }))
}
