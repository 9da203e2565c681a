/** Duties as they are worked on: reported and taken back by the unit, noted and given back by who set them. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { tell } from '../inbox/index.ts'
import { receiptTable } from './following.ts'
import { accountsAt, whoAnswers, whoHears } from './places.ts'
import { isFollower, workFacts } from './reader.ts'
import {
  dutyWithdrawnMessage,
  mayWithdrawDuty,
  mayWork,
  returnedMessage,
  type WithdrawRefusal,
  type WorkRefusal,
  type WorkState,
  type WorkStep,
} from './rules.ts'
import * as store from './store.ts'
import { held, view } from './views.ts'

const refused = (reason: WorkRefusal | WithdrawRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })
const conflict = (version: number) => new ORPCError('CONFLICT', { status: 409, data: { version } })

type Named = { dutyId: string; unitId: string; version: number }
type Said = { reason?: string; remark?: string }

/** The notice of a duty that the reader knows. */
async function dutyOf(context: RequestContext, id: string) {
  const duty = await store.duty(context.trx, context.scope, id)
  if (!duty) throw new ORPCError('NOT_FOUND')
  return { duty, row: await held(context, duty.noticeId) }
}

const changed = (
  { today, actor }: RequestContext,
  work: store.WorkRecord,
  step: WorkStep,
  state: WorkState,
  { reason, remark }: Said,
): store.WorkChange => {
  const done = { done_on: work.doneOn, done_name: work.doneName, remark: work.remark }
  const reported = { done_on: today, done_name: actor.name, remark: remark ?? '' }
  return {
    duty_id: work.dutyId,
    unit_id: work.unitId,
    state,
    ...(step === 'report' ? reported : state === 'open' ? { done_on: null, done_name: null, remark: '' } : done),
    noted_on: state === 'noted' ? today : null,
    back_reason: state === 'open' ? (reason ?? null) : work.backReason,
    version: work.version + 1,
  }
}

/** One step for all of these or for none: held, judged, then written together. */
async function step(context: RequestContext, row: store.NoticeRecord, kind: WorkStep, named: readonly Named[], said: Said) {
  const { trx, scope, record } = context
  const duties = new Map((await store.dutiesOf(trx, scope, [row.id])).map(duty => [duty.id, duty]))
  const ids = (key: 'dutyId' | 'unitId') => [...new Set(named.map(one => one[key]))]
  const works = await store.holdWorks(trx, scope, ids('dutyId'), ids('unitId'))
  const changes = named.map(({ dutyId, unitId, version }) => {
    const duty = duties.get(dutyId)
    const work = works.find(one => one.dutyId === dutyId && one.unitId === unitId)
    if (!duty || !work) throw new ORPCError('NOT_FOUND')
    const decision = mayWork(workFacts(context, row, duty, work), kind, said.reason)
    if (!decision.allowed) throw refused(decision.reason)
    if (work.version !== version) throw conflict(work.version)
    return { duty, work, change: changed(context, work, kind, decision.value, said) }
  })
  await store.saveWorks(
    trx,
    scope.school,
    changes.map(({ change }) => change),
  )
  for (const { duty, work, change } of changes)
    record({
      kind: 'notice-duty',
      id: duty.id,
      path: work.path,
      before: { state: work.state },
      after: {
        duty: duty.words,
        state: change.state,
        ...(said.reason && { reason: said.reason }),
        ...(said.remark && { remark: said.remark }),
      },
    })
  return changes
}

async function own(context: RequestContext, kind: 'report' | 'undo', { id, version }: { id: string; version: number }, said: Said) {
  const { row } = await dutyOf(context, id)
  await step(context, row, kind, [{ dutyId: id, unitId: context.actor.unitId, version }], said)
  return view(context, row)
}

export const report = (context: RequestContext, { remark, ...asked }: { id: string; version: number; remark: string }) =>
  own(context, 'report', asked, { remark })

export const undo = (context: RequestContext, { reason, ...asked }: { id: string; version: number; reason: string }) =>
  own(context, 'undo', asked, { reason })

export async function note(context: RequestContext, { id, works }: { id: string; works: readonly Named[] }) {
  const row = await held(context, id)
  await step(context, row, 'note', works, {})
  return receiptTable(context, row)
}

export async function giveBack(
  context: RequestContext,
  { id, unitId, version, reason }: { id: string; unitId: string; version: number; reason: string },
) {
  const { trx, scope, actor } = context
  const { duty, row } = await dutyOf(context, id)
  const [done] = await step(context, row, 'give-back', [{ dutyId: id, unitId, version }], { reason })
  await tell(trx, scope.school, accountsAt(await whoAnswers(context), [done!.work.path]), {
    kind: 'notice',
    ...returnedMessage(duty.words, actor.unitName, reason),
    link: `/notices/${row.id}`,
  })
  return receiptTable(context, row)
}

/** Nobody has to do it any more; that it was asked stays readable. */
export async function withdrawDuty(context: RequestContext, { id, version, reason }: { id: string; version: number; reason: string }) {
  const { trx, scope, actor, today, record } = context
  const { duty: seen, row } = await dutyOf(context, id)
  const setter = seen.byPath === scope.path && isFollower(context)
  const duty = setter ? (await store.holdDuty(trx, scope, id))! : seen
  const decision = mayWithdrawDuty({ notice: row.state, withdrawn: duty.withdrawnOn !== null, setter }, reason)
  if (!decision.allowed) throw refused(decision.reason)
  if (duty.version !== version) throw conflict(duty.version)
  await store.withdrawDuty(trx, scope.school, id, today, reason)
  const paths = (await store.worksOfNotices(trx, scope, [row.id])).filter(({ dutyId }) => dutyId === id).map(({ path }) => path)
  await tell(trx, scope.school, accountsAt(await whoHears(context), paths), {
    kind: 'notice',
    ...dutyWithdrawnMessage(duty.words, actor.unitName, reason),
    link: `/notices/${row.id}`,
  })
  record({ kind: 'notice-duty', id, path: scope.path, after: { duty: duty.words, withdrawn: true, reason } })
  return receiptTable(context, row)
}
