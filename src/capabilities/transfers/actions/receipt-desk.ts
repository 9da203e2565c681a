/** What stands on the receipts desk of one case: pictures, calls, and whom to call. */
import type { RequestContext } from '../../accounts/index.ts'
import { type ReceiverNumber, receiversToCall } from '../../letters/index.ts'
import { callDoubt } from '../../letters/rules.ts'
import type { CallView, PictureView, ReceiptView, ReceiverView } from '../contract.ts'
import { decidePictureKept, mayCall, mayRemovePicture, proves, type Side, type State } from '../rules.ts'
import type { BegunCase, Case } from '../store/cases.ts'
import type { CallRow } from '../store/receipt-calls.ts'
import type { KeptPicture } from '../store/receipt-pictures.ts'
import * as store from '../store.ts'
import { type Setting, settingOf, sidesIn } from './setting.ts'

type Actor = Pick<RequestContext, 'actor'>

export const receiverView = ({ actor }: Actor, { id, version, name, contact, phone, ...number }: ReceiverNumber): ReceiverView => ({
  id,
  version,
  name,
  contact,
  phone,
  doubt: phone === null ? null : callDoubt(number, actor.id),
})

export const callView = ({ id, attemptId, on, phone, outcome, answeredBy, said, actorName, doubt }: CallRow): CallView => ({
  id,
  attemptId,
  on,
  phone,
  outcome,
  answeredBy,
  said,
  actorName,
  proves: proves({ outcome, doubt }),
  doubt,
})

export const isOwn = ({ actor }: Actor, { person }: Case) => actor.memberId === person.memberId

export const pictureFacts = (context: Actor, held: BegunCase, count: number) => ({
  state: held.attempt.state,
  paperAt: held.attempt.paper_at,
  own: isOwn(context, held),
  held: count,
})

/** Whether another may be brought now. */
const mayAddPicture = (context: Actor, held: BegunCase, count: number): boolean =>
  context.actor.permissions.has('transfers:handle') && decidePictureKept(pictureFacts(context, held, count)).allowed

const pictureView = (context: Actor, held: BegunCase, row: KeptPicture): PictureView => {
  const { id, mime, size, addedAt, addedName, fileId } = row
  const handles = context.actor.permissions.has('transfers:handle')
  const removable = mayRemovePicture({ state: held.attempt.state, own: isOwn(context, held), gone: fileId === null }).allowed
  const can: PictureView['can'] = [...(handles ? (['open'] as const) : []), ...(handles && removable ? (['remove'] as const) : [])]
  return { id, mime, size, addedAt: addedAt.toISOString(), addedName, can }
}

/** A 直属 branch speaks for the 总支 too. */
export const callingSides = (held: Case, setting: Setting): readonly Side[] => {
  const sides = sidesIn(held, setting)
  return held.person.unitKind === 'direct-branch' && sides.includes('branch') ? [...sides, 'secondary'] : sides
}

export const callingOf = ({ actor }: Actor, held: BegunCase, setting: Setting, receiver: { phone: string | null } | null) => ({
  state: held.attempt.state as State,
  own: isOwn({ actor }, held),
  acting: actor.permissions.has('transfers:handle') ? callingSides(held, setting) : [],
  receiver,
})

/** By the name that went out. */
export async function receiverOf({ trx, scope }: RequestContext, { attempt }: BegunCase): Promise<ReceiverNumber | null> {
  const name = attempt.addressee_name
  return name === null ? null : ((await receiversToCall(trx, scope, [name])).get(name) ?? null)
}

const nothing: ReceiptView = { pictures: [], mayAdd: false, calls: [], receiver: null, mayCall: 'not-your-side' }

export async function receiptView(context: RequestContext, held: Case): Promise<ReceiptView> {
  const { trx, scope } = context
  if (!held.transfer || scope.reach === 'own') return nothing
  const setting = await settingOf(context, held.person.cohortId)
  const pictures = await store.picturesOf(trx, scope, held.attempt.id)
  const calls = await store.callsOf(trx, scope, [held.attempt.id])
  const receiver = await receiverOf(context, held)
  const open = mayCall(callingOf(context, held, setting, receiver))
  return {
    pictures: pictures.map(row => pictureView(context, held, row)),
    mayAdd: mayAddPicture(context, held, pictures.length),
    calls: calls.map(callView),
    receiver: receiver && receiverView(context, receiver),
    mayCall: open.allowed ? 'yes' : open.reason,
  }
}
