/** What a case says of who follows it up. */
import type { RequestContext } from '../../accounts/index.ts'
import { escalatedOn } from '../rules.ts'
import type { Case } from '../store/cases.ts'
import * as store from '../store.ts'
import { stayView } from './staying.ts'

/** The member sees who follows the own case up, and not to whom it was passed on. */
export async function followingView(context: RequestContext, held: Case) {
  const { trx, scope, today } = context
  const { id } = held.person
  const reached = scope.reach === 'unit' ? ((await store.escalationsOn(trx, scope, [id], today)).get(id) ?? []) : []
  const kept = held.person.keptSince ? (await store.keepersOf(trx, scope, [id])).get(id) : undefined
  return {
    escalation: escalatedOn(reached, today),
    keeper: kept ? { unitName: kept.unitName, name: kept.name, phone: kept.phone, since: kept.since } : null,
    stay: await stayView(context, held),
  }
}
