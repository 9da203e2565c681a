/** Reports that what was just confirmed makes needless: given back by themselves, so that only what can be decided waits. */
import { accountsOfMembers, type RequestContext } from '../accounts/index.ts'
import { tell } from '../inbox/index.ts'
import type { ChecklistItem } from '../plans/rules.ts'
import { CLOSED_BY, closingOf, closingReasons } from './rules.ts'
import * as reports from './store/reports.ts'
import * as store from './store.ts'

type Closed = { report: reports.ReportRecord; reason: string }

/** Of these members, held already; `besides` are being confirmed themselves. */
export async function closeNeedless(
  context: RequestContext,
  items: readonly ChecklistItem[],
  graduateIds: readonly string[],
  besides: readonly string[],
): Promise<void> {
  const { trx, scope, now, record } = context
  const waiting = (await reports.waitingOf(trx, scope, graduateIds, true)).filter(({ id }) => !besides.includes(id))
  if (waiting.length === 0) return
  const whose = [...new Set(waiting.map(({ graduateId }) => graduateId))]
  const confirmed = Map.groupBy(await store.validOf(trx, scope, whose), ({ graduateId }) => graduateId)
  const closed = waiting.flatMap((report): Closed[] => {
    const item = items.find(({ key }) => key === report.item)
    const closing = item && closingOf(item, report, confirmed.get(report.graduateId) ?? [])
    return closing ? [{ report, reason: closingReasons[closing] }] : []
  })
  const settled = closed.map(({ report, reason }) => ({ id: report.id, state: 'returned' as const, reason }))
  await reports.settleReports(trx, { school: scope.school, at: now, by: null, name: CLOSED_BY }, settled)
  for (const { report, reason } of closed) {
    const after = { state: 'returned', reason, by: CLOSED_BY }
    record({ kind: 'item-report', id: report.id, path: report.path, before: { state: 'waiting' }, after })
  }
  await tellMembers(context, items, closed)
}

async function tellMembers({ trx, scope }: RequestContext, items: readonly ChecklistItem[], closed: readonly Closed[]): Promise<void> {
  for (const same of Map.groupBy(closed, ({ report, reason }) => `${report.item} ${reason}`).values()) {
    const { report, reason } = same[0]!
    const members = [...new Set(same.map(({ report }) => report.memberId))]
    const accounts = (await accountsOfMembers(trx, scope.school, members)).map(({ id }) => id)
    const short = items.find(({ key }) => key === report.item)?.short ?? report.item
    const body = `你申报的“${short}”没有再记：${reason}。这一条不用再报。`
    await tell(trx, scope.school, accounts, { kind: 'items', title: `“${short}”的申报不用再确认`, body, link: '/me' })
  }
}
