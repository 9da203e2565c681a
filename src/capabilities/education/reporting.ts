/** Single records that members report: said on the phone, confirmed or given back by the branch. */
import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import { accountsOfMembers, type RequestContext } from '../accounts/index.ts'
import { tell } from '../inbox/index.ts'
import { planOf } from '../plans/index.ts'
import { confirmCells } from './actions.ts'
import type { ReportView } from './contract.ts'
import { type ConfirmReportRefusal, mayReport, mayReturn, maySettle, mayWithdraw, type Said } from './rules.ts'
import * as reports from './store/reports.ts'
import * as store from './store.ts'
import { reportView } from './views.ts'

const refused = (reason: string) => new ORPCError('REFUSED', { status: 409, data: { reason } })
type Asked = Said & { item: string; doneOn: Day; madeUp: boolean }

export async function report(context: RequestContext, { item, doneOn, madeUp, ...said }: Asked): Promise<ReportView> {
  const { trx, scope, today, now, record } = context
  const person = await store.ownGraduate(trx, scope)
  if (!person) throw new ORPCError('NOT_FOUND')
  const { items } = await planOf(trx, scope, person.cohortId)
  const confirmed = await store.validOf(trx, scope, [person.id])
  const waiting = (await reports.reportsOf(trx, scope, person.id)).filter(row => row.state === 'waiting' && row.item === item)
  const waitingOn = waiting.map(row => row.doneOn)
  const decision = mayReport({ items, item, doneOn, ...said, joinedOn: person.joinedOn, confirmed, waitingOn }, today)
  if (!decision.allowed) throw refused(decision.reason)
  const { basis, details } = decision.value
  const id = newId()
  const row = {
    school_id: scope.school,
    id,
    cohort_id: person.cohortId,
    graduate_id: person.id,
    member_id: person.memberId,
    path: person.path,
    item,
    done_on: doneOn,
    basis,
    details,
    evidence: said.evidence.trim(),
    made_up: madeUp,
    reported_at: now,
  }
  await reports.addReport(trx, row).catch(error => {
    throw meaningOf(error) === 'already-reported' ? refused('already-reported') : error
  })
  const name = items.find(({ key }) => key === item)?.name ?? item
  const after = { item: name, doneOn, basis, evidence: decision.value.evidence, ...(madeUp && { madeUp }) }
  record({ kind: 'item-report', id, path: person.path, after })
  return reportView(items, (await reports.heldReports(trx, scope, [id]))[0]!)
}

const settling = ({ scope, now, actor }: RequestContext) => ({ school: scope.school, at: now, by: actor.id, name: actor.name })

export async function withdraw(context: RequestContext, id: string): Promise<ReportView> {
  const { trx, scope, record } = context
  // A member holds only what still waits; the rest can be read.
  const [row] = await reports.heldReports(trx, scope, [id])
  const settled = row ? undefined : await reports.oneReport(trx, scope, id)
  if (!row && !settled) throw new ORPCError('NOT_FOUND')
  const decision = mayWithdraw((row ?? settled)!.state)
  if (!decision.allowed || !row) throw refused('not-waiting')
  await reports.settleReports(trx, settling(context), [{ id, state: 'withdrawn' }])
  record({ kind: 'item-report', id, path: row.path, before: { state: row.state }, after: { state: 'withdrawn' } })
  const { items } = await planOf(trx, scope, row.cohortId)
  return reportView(items, { ...row, state: 'withdrawn' })
}

/** The reports of a batch, held; one out of scope refuses the whole as not found. */
async function held({ trx, scope }: RequestContext, ids: readonly string[]) {
  const asked = [...new Set(ids)]
  const rows = await reports.heldReports(trx, scope, asked)
  if (rows.length < asked.length) throw new ORPCError('NOT_FOUND')
  return rows
}

type Refused = { id: string; name: string; reason: ConfirmReportRefusal }

/** All or none; each becomes a confirmation with what was reported, and every refused one is named. */
export async function confirmReports(context: RequestContext, ids: readonly string[]): Promise<{ confirmed: number; refused: Refused[] }> {
  const { trx, scope, actor, record } = context
  const rows = await held(context, ids)
  const people = await store.heldGraduates(trx, scope, [...new Set(rows.map(row => row.graduateId))])
  const nameOf = (graduateId: string) => people.find(({ id }) => id === graduateId)?.name ?? ''
  const unsettled = rows.flatMap((row): Refused[] => {
    const decision = maySettle({ state: row.state, own: row.memberId === actor.memberId })
    return decision.allowed ? [] : [{ id: row.id, name: nameOf(row.graduateId), reason: decision.reason }]
  })
  if (unsettled.length > 0) return { confirmed: 0, refused: unsettled }
  const { rows: confirmations, refusals } = await confirmCells(context, rows, false, { reportIds: rows.map(({ id }) => id) })
  if (refusals.length > 0) {
    const of = (refusal: (typeof refusals)[number]) =>
      rows.find(row => row.graduateId === refusal.graduateId && row.item === refusal.item && row.doneOn === refusal.doneOn)!.id
    return { confirmed: 0, refused: refusals.map(refusal => ({ id: of(refusal), name: refusal.name, reason: refusal.reason })) }
  }
  const settled = rows.map(({ id }, at) => ({ id, state: 'confirmed' as const, confirmationId: confirmations[at]!.id }))
  await reports.settleReports(trx, settling(context), settled)
  for (const { id, path } of rows) record({ kind: 'item-report', id, path, before: { state: 'waiting' }, after: { state: 'confirmed' } })
  return { confirmed: rows.length, refused: [] }
}

/** Given back with one reason, which each member reads. */
export async function returnReports(context: RequestContext, ids: readonly string[], reason: string): Promise<{ returned: number }> {
  const { trx, actor, record } = context
  const rows = await held(context, ids)
  for (const row of rows) {
    const decision = mayReturn({ state: row.state, own: row.memberId === actor.memberId, reason })
    if (!decision.allowed) throw refused(decision.reason)
  }
  const settled = rows.map(({ id }) => ({ id, state: 'returned' as const, reason: reason.trim() }))
  await reports.settleReports(trx, settling(context), settled)
  for (const { id, path } of rows)
    record({ kind: 'item-report', id, path, before: { state: 'waiting' }, after: { state: 'returned', reason: reason.trim() } })
  await tellMembers(context, rows, reason.trim())
  return { returned: rows.length }
}

async function tellMembers({ trx, scope }: RequestContext, rows: readonly reports.ReportRecord[], reason: string): Promise<void> {
  const { items } = await planOf(trx, scope, rows[0]!.cohortId)
  for (const [item, same] of Map.groupBy(rows, row => row.item)) {
    const members = [...new Set(same.map(({ memberId }) => memberId))]
    const accounts = (await accountsOfMembers(trx, scope.school, members)).map(({ id }) => id)
    const short = items.find(({ key }) => key === item)?.short ?? item
    const body = `你申报的“${short}”被退回：${reason}。改好后可以再报。`
    await tell(trx, scope.school, accounts, { kind: 'items', title: `“${short}”的申报被退回`, body, link: '/me' })
  }
}
