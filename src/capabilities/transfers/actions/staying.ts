/** A contact with somebody whose relation stays is logged; it feeds the lamps and the story. */
import { ORPCError } from '@orpc/server'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { type ContactWay, contactWayNames, decideContact, mayLogContact, type StayFacts } from '../rules.ts'
import type { Case } from '../store/cases.ts'
import * as store from '../store.ts'
import { relight } from './lighting.ts'
import { noteOf } from './noting.ts'

type Said = { id: string; on: Day; way: ContactWay; spokenWith: string; note: string }

const factsIn = ({ actor }: RequestContext, { person, attempt }: Case): StayFacts => ({
  state: attempt?.state ?? null,
  destinationType: attempt?.destination_type ?? null,
  own: actor.memberId === person.memberId,
})

/** The member sees the days in the story, and not what was noted. */
export const stayView = async (context: RequestContext, held: Case) => ({
  contacts: held.transfer && context.scope.reach === 'unit' ? await store.stayContactsOf(context.trx, context.scope, held.transfer.id) : [],
  mayLog: context.actor.permissions.has('transfers:handle') && mayLogContact(factsIn(context, held)).allowed,
})

/** By the case's id; answers with the graduate's. */
export async function logStayContact(context: RequestContext, { id, on, way, spokenWith, note }: Said): Promise<string> {
  const { trx, scope, actor, today, now, record } = context
  const graduateId = await store.graduateIdOf(trx, scope, id)
  const [found] = graduateId ? await store.casesOf(trx, scope, [graduateId]) : []
  if (!found) throw new ORPCError('NOT_FOUND')
  const decision = decideContact(factsIn(context, found), { on, spokenWith, note }, today)
  if (!decision.allowed) throw new ORPCError('REFUSED', { status: 409, data: { reason: decision.reason } })
  if (!found.transfer) throw new Error('A case that stays has begun.')
  await store.hold(trx, scope, [found.transfer.id])
  const { person, transfer } = found
  const contact = newId()
  await store.addStayContact(trx, {
    school_id: scope.school,
    id: contact,
    transfer_id: transfer.id,
    member_id: person.memberId,
    path: person.path,
    on_day: on,
    way,
    spoken_with: spokenWith,
    note,
    at: now,
    actor_id: actor.id,
    actor_name: actor.name,
  })
  const said = [contactWayNames[way], spokenWith].filter(Boolean).join('，')
  await store.addEvents(trx, [noteOf(context, found, 'stay-contact', { on, note: said })])
  await store.traceContact(trx, scope.school, transfer.id, on)
  await relight(context, await store.casesOf(trx, scope, [person.id]))
  record({ kind: 'transfer', id: transfer.id, path: person.path, after: { contactOn: on, way } })
  return person.id
}
