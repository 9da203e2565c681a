/** A call is logged: to the number that the dictionary holds, by whom it was made, with whatever came of it. */
import { ORPCError } from '@orpc/server'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { doubtNumber } from '../../letters/index.ts'
import { callDoubt } from '../../letters/rules.ts'
import type { ReceiptView } from '../contract.ts'
import { type CallRefusal, callInWords, decideCall, type SaidCall } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import * as store from '../store.ts'
import { noteOf } from './noting.ts'
import { callingOf, receiptView, receiverOf } from './receipt-desk.ts'
import { settingOf } from './setting.ts'

type Logged = SaidCall & { id: string; receiver: { id: string; version: number }; on?: Day | undefined }

const refused = (reason: CallRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

async function heldCase({ trx, scope }: RequestContext, id: string): Promise<BegunCase> {
  const graduateId = await store.graduateIdOf(trx, scope, id)
  const [held] = graduateId ? await store.casesOf(trx, scope, [graduateId]) : []
  if (!held) throw new ORPCError('NOT_FOUND')
  if (!held.transfer) throw refused('not-out')
  return held
}

/** The case stays as it is: acceptance is a step of its own, that may rest on this call. */
export async function logCall(context: RequestContext, { id, receiver: seen, on, ...told }: Logged): Promise<ReceiptView> {
  const { trx, scope, actor, today, now, record } = context
  const held = await heldCase(context, id)
  await store.hold(trx, scope, [held.transfer.id])
  const setting = await settingOf(context, held.person.cohortId)
  const receiver = await receiverOf(context, held)
  const decision = decideCall(callingOf(context, held, setting, receiver), told)
  if (!decision.allowed) throw refused(decision.reason)
  if (!receiver?.phone) throw refused('no-phone')
  // The number was read from another state of the entry: what was dialled is not known.
  if (receiver.id !== seen.id || receiver.version !== seen.version) throw refused('number-changed')
  if (on && on > today) throw refused('day-in-future')
  const { person, transfer, attempt } = held
  const { phone } = receiver
  const doubt = callDoubt(receiver, actor.id)
  const { outcome, answeredBy, said } = told
  const call = newId()
  await store.addCall(trx, {
    school_id: scope.school,
    id: call,
    transfer_id: transfer.id,
    attempt_id: attempt.id,
    member_id: person.memberId,
    path: person.path,
    addressee_id: receiver.id,
    addressee_name: receiver.name,
    phone,
    doubt,
    on_day: on ?? today,
    at: now,
    outcome,
    answered_by: answeredBy,
    said,
    actor_id: actor.id,
    actor_name: actor.name,
    role: actor.role,
  })
  await store.addEvents(trx, [noteOf(context, held, 'call', { on, note: callInWords({ phone, ...told }) })])
  if (outcome === 'wrong-number') await doubtNumber(context, receiver)
  record({
    kind: 'receipt-call',
    id: call,
    path: person.path,
    after: { transferId: transfer.id, addressee: receiver.name, outcome, doubt },
  })
  return receiptView(context, held)
}
