/** A step may bring together what the external system said otherwise: then nobody has to decide it any more. */
import type { RequestContext } from '../../accounts/index.ts'
import { agreesNow, type HeldAttempt } from '../rules.ts'
import type { AttemptRow } from '../store/cases.ts'
import * as store from '../store.ts'
import type { Outcome } from './outcome.ts'

export const heldAttempt = (attempt: AttemptRow): HeldAttempt => ({
  state: attempt.state,
  systemAt: attempt.system_at,
  paperAt: attempt.paper_at,
  systemEndedOn: attempt.system_result_on,
  paperEndedOn: attempt.paper_result_on,
  serial: attempt.serial,
  startedOn: attempt.started_on,
  acceptedOn: attempt.accepted_on,
  rejectedOn: attempt.rejected_on,
  letterNumber: attempt.letter_number,
  addressee: attempt.addressee_name,
  relayedTo: attempt.relayed_to,
})

export async function settleDifferences({ trx, scope }: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  const after = new Map(outcomes.map(({ held: { attempt } }) => [attempt.id, attempt]))
  if (after.size === 0) return
  const open = await store.openDifferences(trx, scope, [...after.keys()])
  const settled = open.filter(({ kind, told, attemptId }) => {
    const attempt = attemptId === null ? undefined : after.get(attemptId)
    return attempt !== undefined && agreesNow({ kind, says: told }, heldAttempt(attempt))
  })
  await store.saveDifferences(
    trx,
    settled.map(({ id, version }) => ({ school_id: scope.school, id, state: 'agreed', version: version + 1 })),
  )
}
