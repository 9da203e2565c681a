import { implement, ORPCError } from '@orpc/server'
import { day } from '../../kernel/day.ts'
import { pageFrom } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { listApi } from '../imports/index.ts'
import { planOf } from '../plans/index.ts'
import { dueOn } from '../plans/rules.ts'
import { graduate } from '../roster/index.ts'
import { confirmMany, confirmOne, revoke } from './actions.ts'
import { certificates } from './certifying.ts'
import { educationContract } from './contract.ts'
import { exportedMatrix, scopeAt } from './exporting.ts'
import { attendanceImports } from './importing.ts'
import { nudge } from './nudging.ts'
import { itemProgress } from './progress.ts'
import { itemCounts, matrixPage, shownCount, viewCounts } from './store/matrix.ts'
import * as store from './store.ts'
import { confirmationView, itemsOfOne, matrixRow } from './views.ts'

const os = implement(educationContract).$context<RequestContext>()

type Person = { id: string; cohortId: string; unitId: string }

async function itemsOf({ trx, scope }: RequestContext, person: Person | undefined) {
  if (!person) throw new ORPCError('NOT_FOUND')
  const plan = await planOf(trx, scope, person.cohortId)
  return itemsOfOne(plan, person, await store.confirmationsOf(trx, scope, person.id))
}

export const educationApi = os.router({
  matrix: os.matrix.handler(async ({ context, input: { cohortId, unitId, after, limit, ...filter } }) => {
    const { trx, actor } = context
    const scope = await scopeAt(context, unitId)
    const plan = await planOf(trx, scope, cohortId)
    const query = { cohortId, ...filter }
    const { page: people, next } = pageFrom(await matrixPage(trx, scope, plan.items, query, after, limit + 1), limit, ({ id }) => id)
    const confirmed = await store.validOf(
      trx,
      scope,
      people.map(({ id }) => id),
    )
    const complete = await itemCounts(trx, scope, plan.items, query)
    return {
      items: plan.items.map(item => ({ ...item, complete: complete.get(item.key) ?? 0 })),
      dueOn: dueOn(plan, 'five-items', 'graduate'),
      counts: await viewCounts(trx, scope, plan.items, query),
      rows: people.map(person => matrixRow(person, confirmed, actor.memberId)),
      total: await shownCount(trx, scope, plan.items, query),
      next,
    }
  }),

  export: os.export.handler(({ context, input }) => exportedMatrix(context, input)),

  confirm: os.confirm.handler(async ({ context, input: { doneOn, evidence, ...cell } }) =>
    confirmationView(await confirmOne(context, cell, { doneOn: day(doneOn), evidence })),
  ),

  confirmMany: os.confirmMany.handler(async ({ context, input: { cells, doneOn, evidence, dryRun } }) => {
    const { rows, refusals } = await confirmMany(context, cells, { doneOn: day(doneOn), evidence }, dryRun)
    return { confirmed: rows.length, refused: refusals }
  }),

  revoke: os.revoke.handler(async ({ context, input }) => confirmationView(await revoke(context, input.id, input.reason))),

  person: os.person.handler(async ({ context, input }) => itemsOf(context, await graduate(context.trx, context.scope, input.graduateId))),

  mine: os.mine.handler(async ({ context }) => itemsOf(context, await store.ownGraduate(context.trx, context.scope))),

  progress: os.progress.handler(({ context: { trx, scope }, input }) => itemProgress(trx, scope, input.cohortId)),

  nudge: os.nudge.handler(({ context, input: { dryRun, ...asked } }) => nudge(context, asked, dryRun)),

  certificates: os.certificates.handler(({ context, input }) => certificates(context, input)),

  imports: listApi(educationContract.imports, attendanceImports),
})
