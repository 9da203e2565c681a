/** Between two schools of one installation: a message from case to case, never a look into the other's data. */
import { ORPCError } from '@orpc/server'
import { pageFrom } from '../../../kernel/paging.ts'
import { holdersAt, type RequestContext } from '../../accounts/index.ts'
import { tell } from '../../inbox/index.ts'
import { rootPath } from '../../orgs/rules.ts'
import { type ArrivalState, decideArrival, mayDecideArrival, type TrackName, trackNames } from '../rules.ts'
import type { ArrivalRow, UnheardArrival } from '../store/arrivals.ts'
import * as store from '../store.ts'
import { take } from './take.ts'

const arrivalView = ({ heard, phoneLast4, ...row }: ArrivalRow) => ({
  ...row,
  phone: phoneLast4 && `*******${phoneLast4}`,
  /** The school that sent had settled it otherwise meanwhile. */
  overtaken: heard === false,
  can: mayDecideArrival(row.state).allowed ? (['decide'] as const).slice() : [],
})

export async function listArrivals(
  { trx, scope }: RequestContext,
  { state, after, limit }: { state?: ArrivalState | undefined; after?: string | undefined; limit: number },
) {
  const counts = await store.arrivalCounts(trx, scope)
  const { page, next } = pageFrom(await store.arrivalsIn(trx, scope, state, after, limit + 1), limit, ({ id }) => id)
  return {
    rows: page.map(arrivalView),
    next,
    waiting: counts.waiting ?? 0,
    accepted: counts.accepted ?? 0,
    total: state ? (counts[state] ?? 0) : Object.values(counts).reduce((sum, count) => sum + count, 0),
  }
}

const NAMES_SHOWN = 20

/** 组织部 of the school that receives is told once, of all who came since. */
export async function announceArrivals({ trx, scope, today, record }: RequestContext): Promise<void> {
  const fresh = await store.takeUnannounced(trx, scope)
  if (fresh.length === 0) return
  for (const { id, path } of fresh) record({ kind: 'arrival', id, path })
  const said = fresh.slice(0, NAMES_SHOWN).map(({ name, from }) => `${name}（${from}）`)
  await tell(trx, scope.school, await holdersAt(trx, scope.school, rootPath, 'committee-office', today), {
    kind: 'transfer',
    title: `他校转来 ${fresh.length} 人，待接收`,
    body: `${said.join('、')}${fresh.length > NAMES_SHOWN ? `等 ${fresh.length} 人` : ''}。请核对后接收；不能接收的写明理由退回，转出学校会收到。`,
    link: '/arrivals',
  })
}

/** The school that receives decides; the one that sent hears it in a transaction of its own. */
export async function decideOne(
  context: RequestContext,
  { id, version, accepted, reason = '' }: { id: string; version: number; accepted: boolean; reason?: string | undefined },
) {
  const { trx, scope, actor, today, record } = context
  const held = await store.holdArrival(trx, scope, id)
  if (!held) throw new ORPCError('NOT_FOUND')
  const decision = decideArrival(held.state, { accepted, reason })
  if (!decision.allowed) throw new ORPCError('REFUSED', { status: 409, data: { reason: decision.reason } })
  if (held.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: held.version } })
  const decided = { state: decision.value, on: today, by: actor.id, name: actor.name, reason: accepted ? null : reason.trim() }
  await store.decideArrivalRow(trx, scope, id, decided)
  record({ kind: 'arrival', id, path: scope.path, before: { state: held.state }, after: { state: decided.state, reason: decided.reason } })
  await context.begin('arrival-decided', `告知转出学校：${held.name}`, {})
  return arrivalView({
    ...held,
    state: decided.state,
    decidedOn: today,
    decidedName: actor.name,
    reason: decided.reason,
    version: held.version + 1,
  })
}

/** Each track that is out is rejected; one alone would leave the other on its way. */
async function rejected(context: RequestContext, attemptId: string, tracks: readonly TrackName[], reason: string): Promise<boolean> {
  let applied = false
  for (const track of tracks) {
    const item = await store.itemOfAttempt(context.trx, context.scope, attemptId)
    if (!item) return applied
    const taken = await take(context, { step: 'reject', items: [item], told: { track, reason }, as: 'receiving-school' })
    applied = taken.applied || applied
  }
  return applied
}

/** The sending school's side: its case follows what was decided there. False where it had been settled otherwise. */
async function followed(context: RequestContext, { attemptId, state, on, by, reason, receiver }: UnheardArrival) {
  const { trx, scope } = context
  const item = await store.itemOfAttempt(trx, scope, attemptId)
  const graduateId = item && (await store.graduateIdOf(trx, scope, item.id))
  const [held] = graduateId ? await store.casesOf(trx, scope, [graduateId]) : []
  if (!item || !held?.attempt) return { taken: false, held }
  if (state === 'refused') {
    const { system_at, paper_at } = held.attempt
    const at = { system: system_at, paper: paper_at }
    const tracks = trackNames.filter(track => at[track] === 'out')
    return { taken: await rejected(context, attemptId, tracks, `${receiver}：${reason}`), held }
  }
  const told = { proof: { kind: 'installation' } as const, note: `${receiver}，${by}`, ...(on && { on }) }
  return { taken: (await take(context, { step: 'accept', items: [item], told, as: 'receiving-school' })).applied, held }
}

export async function hearAnswer(context: RequestContext, arrival: UnheardArrival): Promise<void> {
  const { trx, scope, today } = context
  const { taken, held } = await followed(context, arrival)
  await store.hearArrival(trx, arrival.id, taken)
  if (!held?.transfer) return
  const accepted = arrival.state === 'accepted'
  await tell(trx, scope.school, await holdersAt(trx, scope.school, rootPath, 'committee-office', today), {
    kind: 'transfer',
    title: accepted ? '对方学校已在本系统接收' : '对方学校没有接收',
    body: `${held.person.name}：${arrival.receiver}${accepted ? '已接收' : `退回，理由：${arrival.reason}`}。${taken ? '接转已相应登记。' : '这件接转其间已另行办理，状态没有变动，请核对。'}`,
    link: `/transfers/${held.transfer.id}`,
  })
}
