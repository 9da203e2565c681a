/** What a unit does with a notice that has reached it. */
import { ORPCError } from '@orpc/server'
import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { tell } from '../inbox/index.ts'
import type { Task } from '../plans/rules.ts'
import { give, misplaced } from './issuing.ts'
import { accountsAt, places, unitsAt, whoHears } from './places.ts'
import { receiptFacts } from './reader.ts'
import { type AcknowledgeRefusal, type ForwardRefusal, forwardedMessage, mayAcknowledge, mayForward } from './rules.ts'
import * as store from './store.ts'
import { held, view } from './views.ts'

const refused = (reason: AcknowledgeRefusal | ForwardRefusal, detail?: string) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, ...(detail && { detail }) } })

/** Told once for each account; the office's own looking is nobody's reading. */
export async function open(context: RequestContext, id: string): Promise<{ registered: boolean }> {
  const { trx, scope, actor, now, today, record } = context
  const row = await held(context, id)
  const receipts = await store.receiptsOfNotices(trx, scope, [id])
  if (!receipts.some(({ unitId }) => unitId === actor.unitId)) return { registered: false }
  const registered = await store.addRead(trx, {
    school_id: scope.school,
    notice_id: id,
    account_id: actor.id,
    unit_id: actor.unitId,
    path: scope.path,
    name: actor.name,
    read_on: today,
    read_at: now,
  })
  if (registered) record({ kind: 'notice', id, path: scope.path, after: { title: row.title, read: actor.unitName } })
  return { registered }
}

export async function acknowledge(context: RequestContext, id: string) {
  const { trx, scope, actor, now, today, record } = context
  const row = await held(context, id)
  const receipt = await store.holdReceipt(trx, scope, id, actor.unitId)
  const decision = mayAcknowledge(receiptFacts(context, row, receipt, 'notices:acknowledge'))
  if (!decision.allowed) throw refused(decision.reason)
  await store.acknowledgeReceipt(trx, scope.school, id, actor.unitId, { on: today, at: now, name: actor.name })
  record({ kind: 'notice', id, path: scope.path, after: { title: row.title, acknowledged: actor.unitName } })
  return view(context, row)
}

type Forward = {
  id: string
  unitIds: readonly string[]
  remarks: string
  duties: readonly { text: string; dueOn: string; task: Task | null }[]
}

/** To branches that have it not yet, with what is said and asked; said and asked again, it goes to those that have it as well. */
export async function forward(context: RequestContext, { id, unitIds, remarks, duties: asked }: Forward) {
  const { trx, scope, actor, now, today, record } = context
  const row = await held(context, id)
  const own = await store.holdReceipt(trx, scope, id, actor.unitId)
  const at = await places(context)
  const units = unitsAt(at, unitIds, scope.path, 'branch')
  const before = (await store.receiptsOfNotices(trx, scope, [id])).filter(({ fromPath }) => fromPath === scope.path)
  const got = new Set(before.map(({ unitId }) => unitId))
  const fresh = units.filter(unit => !got.has(unit.id))
  const says = remarks !== '' || asked.length > 0
  const decision = mayForward(receiptFacts(context, row, own, 'notices:forward'), {
    again: units.length - fresh.length,
    fresh: fresh.length,
    before: before.length,
    says,
  })
  if (!decision.allowed) throw refused(decision.reason)
  const duties = asked.map(duty => ({ ...duty, dueOn: day(duty.dueOn) }))
  const again = before.map(({ unitId, path }) => ({ id: unitId, path }))
  const set = (await store.dutiesOf(trx, scope, [id])).filter(({ byPath }) => byPath === scope.path)
  // What was asked before and is still to come is asked of those who join now.
  const open = set.filter(({ withdrawnOn, dueOn }) => withdrawnOn === null && dueOn >= today)
  const wrong =
    (await misplaced(context, row.cohortId, duties, [...fresh, ...again], 'branch')) ??
    (await misplaced(
      context,
      row.cohortId,
      open.map(({ words, dueOn, task }) => ({ text: words, dueOn, task })),
      fresh,
      'branch',
    ))
  if (wrong) throw refused(wrong.reason, wrong.detail)
  await store.addForwarding(trx, {
    school_id: scope.school,
    id: newId(),
    notice_id: id,
    unit_id: actor.unitId,
    by_path: scope.path,
    remarks,
    on_day: today,
    at: now,
    by_name: actor.name,
  })
  await give(context, id, { units: fresh, again, duties, open }, set.length)
  await tellBranches(context, row, { fresh, again, duties, open, says })
  record({
    kind: 'notice',
    id,
    path: scope.path,
    after: { title: row.title, forwarded: fresh.map(({ name }) => name), duties: duties.length, remarks: remarks !== '' },
  })
  return view(context, row)
}

type Branches = {
  fresh: readonly { path: string }[]
  again: readonly { path: string }[]
  duties: readonly { text: string; dueOn: ReturnType<typeof day> }[]
  open: readonly { words: string; dueOn: ReturnType<typeof day> }[]
  says: boolean
}

async function tellBranches(context: RequestContext, row: store.NoticeRecord, { fresh, again, duties, open, says }: Branches) {
  const { trx, scope, actor } = context
  const staff = await whoHears(context)
  const added = duties.map(({ text, dueOn }) => ({ words: text, dueOn }))
  const link = `/notices/${row.id}`
  const paths = (units: readonly { path: string }[]) => units.map(({ path }) => path)
  const first = forwardedMessage(row, actor.unitName, [...open, ...added], false)
  await tell(trx, scope.school, accountsAt(staff, paths(fresh)), { kind: 'notice', ...first, link })
  if (!says) return
  const more = forwardedMessage(row, actor.unitName, added, true)
  await tell(trx, scope.school, accountsAt(staff, paths(again)), { kind: 'notice', ...more, link })
}
