import { implement } from '@orpc/server'
import { pageFrom } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { chase } from './chasing.ts'
import { noticesContract } from './contract.ts'
import * as drafting from './drafting.ts'
import * as files from './files.ts'
import { receiptTable } from './following.ts'
import * as issuing from './issuing.ts'
import { rowViews } from './listing.ts'
import * as receiving from './receiving.ts'
import { sheet } from './sheet.ts'
import * as store from './store.ts'
import { held, view } from './views.ts'
import * as working from './working.ts'

const os = implement(noticesContract).$context<RequestContext>()

export const noticesApi = os.router({
  list: os.list.handler(async ({ context, input: { after, limit, ...asked } }) => {
    const { trx, scope, actor } = context
    const filter = { ...asked, unitId: actor.unitId }
    const { page, next } = pageFrom(await store.page(trx, scope, filter, after, limit + 1), limit, ({ id }) => id)
    return { rows: await rowViews(context, page), total: await store.total(trx, scope, filter), next }
  }),
  get: os.get.handler(async ({ context, input }) => view(context, await held(context, input.id))),
  add: os.add.handler(({ context, input }) => drafting.add(context, input)),
  change: os.change.handler(({ context, input }) => drafting.change(context, input)),
  drop: os.drop.handler(({ context, input }) => drafting.drop(context, input)),
  issue: os.issue.handler(({ context, input }) => issuing.issue(context, input)),
  withdraw: os.withdraw.handler(({ context, input }) => issuing.withdraw(context, input)),
  addFile: os.addFile.handler(({ context, input }) => files.addFile(context, input)),
  removeFile: os.removeFile.handler(({ context, input }) => files.removeFile(context, input.id)),
  file: os.file.handler(({ context, input }) => files.openFile(context, input.id)),
  open: os.open.handler(({ context, input }) => receiving.open(context, input.id)),
  acknowledge: os.acknowledge.handler(({ context, input }) => receiving.acknowledge(context, input.id)),
  forward: os.forward.handler(({ context, input }) => receiving.forward(context, input)),
  report: os.report.handler(({ context, input }) => working.report(context, input)),
  undo: os.undo.handler(({ context, input }) => working.undo(context, input)),
  note: os.note.handler(({ context, input }) => working.note(context, input)),
  giveBack: os.giveBack.handler(({ context, input }) => working.giveBack(context, input)),
  withdrawDuty: os.withdrawDuty.handler(({ context, input }) => working.withdrawDuty(context, input)),
  receipts: os.receipts.handler(async ({ context, input }) => receiptTable(context, await held(context, input.id))),
  sheet: os.sheet.handler(({ context, input }) => sheet(context, input.id)),
  chase: os.chase.handler(({ context, input }) => chase(context, input)),
})
