/** A member's own side: what they are asked to, signing up, signing in. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { heldActivity } from './actions.ts'
import { areDigits, digitsAt, readToken, tokenAt } from './codes.ts'
import type { OwnActivity, SignInCode } from './contract.ts'
import { drawing } from './drawing.ts'
import { DIGITS_MS, leftOf, maySign, SCAN_MS, type SigningWay, type SignRefusal, stateAt } from './rules.ts'
import * as store from './store.ts'
import { countWrong, forgetWrong, triedTooOften } from './tries.ts'
import { isHolder, names } from './views.ts'

const refused = (reason: SignRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

const own = async ({ trx, scope }: RequestContext) => {
  const person = await store.ownGraduate(trx, scope)
  if (!person) throw new ORPCError('NOT_FOUND')
  return person
}
type Own = Awaited<ReturnType<typeof own>>

async function ownViews(context: RequestContext, person: Own, rows: readonly store.ActivityRecord[]): Promise<OwnActivity[]> {
  const { trx, scope, today } = context
  const named = await names(context, person.cohortId)
  const said = new Map((await store.attendancesOf(trx, scope, person.id)).map(row => [row.activityId, row.state]))
  const ids = rows.map(({ id }) => id)
  const closed = new Set((await store.closingsOf(trx, scope, ids)).filter(row => row.unitId === person.unitId).map(row => row.activityId))
  return rows.map(row => {
    const attendance = said.get(row.id) ?? null
    return {
      id: row.id,
      kindName: named.kindName(row.kind),
      title: row.title,
      onDay: row.onDay,
      begins: row.begins,
      ends: row.ends,
      place: row.place,
      link: row.link,
      heldBy: named.byId.get(row.heldUnit)?.name ?? '',
      about: row.about,
      state: row.state,
      items: named.itemsOf(row.kind),
      attendance,
      closed: closed.has(row.id),
      maySignIn: maySign({ state: row.state, invited: true, closed: closed.has(row.id), attendance }).allowed,
      maySignUp: row.state === 'announced' && row.onDay >= today && (attendance === null || attendance === 'coming'),
    }
  })
}

export async function mine(context: RequestContext): Promise<OwnActivity[]> {
  const person = await own(context)
  return ownViews(context, person, await store.ownActivities(context.trx, context.scope, person.cohortId))
}

export type Signing = { token: string } | { id: string; digits: string }

/** Which activity the code stands for. */
function activityOf({ keys, scope, now, actor }: RequestContext, signing: Signing): { id: string; how: SigningWay } {
  if ('token' in signing) {
    const read = readToken(keys, scope.school, signing.token, now)
    if (!read) throw refused('code-unknown')
    if (!read.fresh) throw refused('code-expired')
    return { id: read.activityId, how: 'scan' }
  }
  if (triedTooOften(actor.id, now)) throw refused('too-many-tries')
  if (!areDigits(keys, { school: scope.school, activityId: signing.id }, signing.digits, now)) {
    countWrong(actor.id, now)
    throw refused('code-unknown')
  }
  forgetWrong(actor.id)
  return { id: signing.id, how: 'digits' }
}

export async function signIn(context: RequestContext, signing: Signing): Promise<OwnActivity> {
  const { trx, scope, now } = context
  const { id, how } = activityOf(context, signing)
  await store.holdList(trx, id)
  const person = await own(context)
  const row = await store.activity(trx, scope, id)
  // A code of an activity that this member was not asked to tells nothing of it.
  if (row?.cohortId !== person.cohortId) throw refused('not-invited')
  const attendance = (await store.attendancesOf(trx, scope, person.id)).find(said => said.activityId === id)?.state ?? null
  const closed = (await store.closingsOf(trx, scope, [id])).some(one => one.unitId === person.unitId)
  const decision = maySign({ state: row.state, invited: true, closed, attendance })
  if (!decision.allowed) throw refused(decision.reason)
  await say(context, person, row, { state: stateAt(row.openedAt!, now), how })
  return (await ownViews(context, person, [row]))[0]!
}

type Said = { state: 'present' | 'late' | 'coming'; how: SigningWay }

async function say({ trx, scope, actor, now, record }: RequestContext, person: Own, row: store.ActivityRecord, { state, how }: Said) {
  const line = { activityId: row.id, cohortId: person.cohortId, graduateId: person.id, memberId: person.memberId, path: person.path }
  await store.putAttendances(trx, { school: scope.school, at: now, by: actor.id, name: actor.name }, [
    { id: newId(), ...line, state, how, reason: '' },
  ])
  record({ kind: 'attendance', id: person.id, path: person.path, after: { activity: row.title, state, how } })
}

export async function signUp(context: RequestContext, { id, coming }: { id: string; coming: boolean }): Promise<OwnActivity> {
  const { trx, scope, today, record } = context
  await store.holdList(trx, id)
  const person = await own(context)
  const row = await store.activity(trx, scope, id)
  if (row?.cohortId !== person.cohortId) throw refused('not-invited')
  const attendance = (await store.attendancesOf(trx, scope, person.id)).find(said => said.activityId === id)?.state ?? null
  if (attendance !== null && attendance !== 'coming') throw refused('already-signed')
  if (row.state !== 'announced' || row.onDay < today) throw refused('over')
  if (coming) await say(context, person, row, { state: 'coming', how: 'self' })
  else {
    await store.dropAttendances(trx, scope, id, [person.id])
    record({ kind: 'attendance', id: person.id, path: person.path, before: { activity: row.title, state: 'coming' } })
  }
  return (await ownViews(context, person, [row]))[0]!
}

/** What the organiser's screen shows now. */
export async function code(context: RequestContext, id: string): Promise<SignInCode> {
  const { keys, scope, now, url } = context
  const row = await heldActivity(context, id, false)
  if (!isHolder(context, row)) throw new ORPCError('NOT_FOUND')
  if (row.state !== 'held') throw refused(row.state === 'recorded' || row.state === 'cancelled' ? 'over' : 'not-begun')
  const of = { school: scope.school, activityId: id }
  const scan = new URL(`/me/sign-in#${tokenAt(keys, of, now)}`, url).href
  return {
    scan,
    drawing: drawing(scan),
    digits: digitsAt(keys, of, now),
    scanLeftMs: leftOf(now, SCAN_MS),
    digitsLeftMs: leftOf(now, DIGITS_MS),
  }
}
