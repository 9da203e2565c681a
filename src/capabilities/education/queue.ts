/** What members have reported and nobody has settled: whose, what, and why one of them could not be confirmed now. */
import { pageFrom } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { planOf } from '../plans/index.ts'
import type { ReportRow } from './contract.ts'
import { scopeAt } from './exporting.ts'
import { type ConfirmReportRefusal, mayConfirm } from './rules.ts'
import { waitingCount, waitingPage } from './store/reports.ts'
import * as store from './store.ts'
import { reportView } from './views.ts'

type Asked = { cohortId: string; unitId?: string | undefined; after?: string | undefined; limit: number }

export async function waitingReports(context: RequestContext, { cohortId, unitId, after, limit }: Asked) {
  const { trx, actor, today } = context
  const scope = await scopeAt(context, unitId)
  const { items } = await planOf(trx, scope, cohortId)
  const found = await waitingPage(trx, scope, cohortId, after, limit + 1)
  const { page, next } = pageFrom(found, limit, ({ reportId }) => reportId)
  const ids = [...new Set(page.map(({ id }) => id))]
  const confirmed = Map.groupBy(await store.validOf(trx, scope, ids), ({ graduateId }) => graduateId)
  const rows = page.map(({ id, reportId, ...row }): ReportRow => {
    const own = row.memberId === actor.memberId
    const decision = mayConfirm({ ...row, items, own, confirmed: confirmed.get(id) ?? [] }, today)
    const refusal: ConfirmReportRefusal | null = decision.allowed ? null : decision.reason
    const { name, studentNumber, branchName } = row
    return { ...reportView(items, { ...row, id: reportId }), graduateId: id, name, studentNumber, branchName, own, refusal }
  })
  return { rows, total: await waitingCount(trx, scope, cohortId), next }
}
