import type { Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import { isIntact } from './freeze.ts'
import * as store from './store.ts'

export { submissionsApi } from './api.ts'
export { formFileName, returnForm, watermark } from './form.ts'
export { matrixOf, returnForms, type UnitReturns } from './matrix.ts'
export { type Head as ReturnHead, returnedSince } from './store.ts'

/** Everything of a cohort that was accepted, newest first: what an archive holds. */
export const accepted = (trx: Trx, scope: Scope, cohortId: string): Promise<store.Head[]> =>
  store.headsOf(trx, scope, { cohortId, state: 'accepted' })

/** Whether a stored return is still what was handed in, by its hash; false too where there is none. */
export async function verify(trx: Trx, scope: Scope, id: string): Promise<boolean> {
  const head = await store.head(trx, scope, id)
  return head !== undefined && isIntact(head, await store.rowsOf(trx, scope, [id]))
}
