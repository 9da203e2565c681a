import { implement, ORPCError } from '@orpc/server'
import { day } from '../../kernel/day.ts'
import { pageFrom } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { signedNotCounted } from '../activities/index.ts'
import { listApi } from '../imports/index.ts'
import { planOf } from '../plans/index.ts'
import { dueOn } from '../plans/rules.ts'
import { graduate } from '../roster/index.ts'
import { confirmCells, confirmOne, revoke } from './actions.ts'
import { certificates } from './certifying.ts'
import { educationContract } from './contract.ts'
import { exportedMatrix, scopeAt } from './exporting.ts'
import { attendanceImports } from './importing.ts'
import { nudge } from './nudging.ts'
import { unitProgress } from './progress.ts'
import { waitingReports } from './queue.ts'
import { confirmReports, report, returnReports, withdraw } from './reporting.ts'
import { itemCounts, matrixPage, shownCount, viewCounts } from './store/matrix.ts'
import { reportsOf, waitingOf } from './store/reports.ts'
import * as store from './store.ts'
import { confirmationView, itemsOfOne, matrixRow, reportedOf } from './views.ts'

const os = implement(educationContract).$context<RequestContext>()

type Person = { id: string; cohortId: string; unitId: string }

async function itemsOf({ trx, scope }: RequestContext, person: Person | undefined) {
  if (!person) throw new ORPCError('NOT_FOUND')
  const plan = await planOf(trx, scope, person.cohortId)
  const counts = new Map(plan.activityKinds.map(({ key, items }) => [key, items]))
  const signed = (await signedNotCounted(trx, scope, person.id)).map(({ kind, ...at }) => ({ ...at, items: counts.get(kind) ?? [] }))
  const reports = reportedOf(plan.items, await reportsOf(trx, scope, person.id))
  return itemsOfOne(plan, person, await store.confirmationsOf(trx, scope, person.id), { signed, reports })
}

export const educationApi = os.router({
  matrix: os.matrix.handler(async ({ context, input: { cohortId, unitId, after, limit, ...filter } }) => {
    const { trx, actor } = context
    const scope = await scopeAt(context, unitId)
    const plan = await planOf(trx, scope, cohortId)
    const query = { cohortId, ...filter }
    const { page: people, next } = pageFrom(await matrixPage(trx, scope, plan.items, query, after, limit + 1), limit, ({ id }) => id)
    const ids = people.map(({ id }) => id)
    const confirmed = await store.validOf(trx, scope, ids)
    const waiting = await waitingOf(trx, scope, ids)
    const complete = await itemCounts(trx, scope, plan.items, query)
    return {
      items: plan.items.map(item => ({ ...item, complete: complete.get(item.key) ?? 0 })),
      dueOn: dueOn(plan, 'five-items', 'graduate'),
      counts: await viewCounts(trx, scope, plan.items, query),
      rows: people.map(person => matrixRow(person, confirmed, actor.memberId, waiting)),
      total: await shownCount(trx, scope, plan.items, query),
      next,
    }
  }),

  export: os.export.handler(({ context, input }) => exportedMatrix(context, input)),

  confirm: os.confirm.handler(async ({ context, input }) =>
    confirmationView(await confirmOne(context, { ...input, doneOn: day(input.doneOn) })),
  ),

  confirmMany: os.confirmMany.handler(async ({ context, input: { cells, doneOn, evidence, madeUp, dryRun } }) => {
    const proof = { doneOn: day(doneOn), evidence, madeUp }
    const proven = cells.map(cell => ({ ...cell, ...proof }))
    const { rows, refusals } = await confirmCells(context, proven, dryRun)
    return { confirmed: rows.length, refused: refusals }
  }),

  revoke: os.revoke.handler(async ({ context, input }) => confirmationView(await revoke(context, input.id, input.reason))),

  person: os.person.handler(async ({ context, input }) => itemsOf(context, await graduate(context.trx, context.scope, input.graduateId))),

  mine: os.mine.handler(async ({ context }) => itemsOf(context, await store.ownGraduate(context.trx, context.scope))),

  progress: os.progress.handler(({ context, input }) => unitProgress(context, input.cohortId)),

  report: os.report.handler(({ context, input }) => report(context, { ...input, doneOn: day(input.doneOn) })),
  withdraw: os.withdraw.handler(({ context, input }) => withdraw(context, input.id)),
  reports: os.reports.handler(({ context, input }) => waitingReports(context, input)),
  confirmReports: os.confirmReports.handler(({ context, input }) => confirmReports(context, input.ids)),
  returnReports: os.returnReports.handler(({ context, input }) => returnReports(context, input.ids, input.reason)),

  nudge: os.nudge.handler(({ context, input: { dryRun, ...asked } }) => nudge(context, asked, dryRun)),

  certificates: os.certificates.handler(({ context, input }) => certificates(context, input)),

  imports: listApi(educationContract.imports, attendanceImports),
})
