import { implement } from '@orpc/server'
import { day } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import { dossiersContract } from './contract.ts'
import { enterCells } from './entering.ts'
import { exportedDossiers, listAsWorkbook } from './exporting.ts'
import { find } from './finding.ts'
import { candidates, listDetail, listView, makeList, openScan, receiveList, withdrawList } from './handing.ts'
import { labels, listOnPaper, sheets } from './printing.ts'
import { detail, listed, progress } from './reading.ts'
import { preview, take } from './stepping.ts'
import { listsOf } from './store/lists.ts'

const os = implement(dossiersContract).$context<RequestContext>()

export const dossiersApi = os.router({
  list: os.list.handler(({ context, input }) => listed(context, input)),
  progress: os.progress.handler(({ context, input }) => progress(context, input.cohortId)),
  get: os.get.handler(({ context, input }) => detail(context, input.graduateId)),
  find: os.find.handler(({ context, input }) => find(context, input)),
  enter: os.enter.handler(({ context, input }) => enterCells(context, input.cells)),
  preview: os.preview.handler(({ context, input }) => preview(context, input.step, input.graduateIds)),
  pack: os.pack.handler(({ context, input }) => take(context, 'pack', input.people)),
  check: os.check.handler(({ context, input }) => take(context, 'check', input.people)),
  sendBack: os.sendBack.handler(({ context, input }) => take(context, 'send-back', input.people, input.reason)),
  postpone: os.postpone.handler(({ context, input }) => take(context, 'postpone', input.people, input.reason)),
  resume: os.resume.handler(({ context, input }) => take(context, 'resume', input.people)),
  reopen: os.reopen.handler(({ context, input }) => take(context, 'reopen', input.people, input.reason)),
  labels: os.labels.handler(({ context, input }) => labels(context, input.graduateIds)),
  sheets: os.sheets.handler(({ context, input }) => sheets(context, input.graduateIds)),
  export: os.export.handler(({ context, input }) => exportedDossiers(context, input)),
  lists: {
    list: os.lists.list.handler(async ({ context: { trx, scope }, input }) => (await listsOf(trx, scope, input.cohortId)).map(listView)),
    get: os.lists.get.handler(({ context, input }) => listDetail(context, input.id)),
    candidates: os.lists.candidates.handler(({ context, input }) => candidates(context, input)),
    make: os.lists.make.handler(({ context, input }) => makeList(context, input)),
    withdraw: os.lists.withdraw.handler(({ context, input }) => withdrawList(context, input)),
    receive: os.lists.receive.handler(({ context, input: { onDay, ...input } }) => receiveList(context, { ...input, onDay: day(onDay) })),
    scan: os.lists.scan.handler(({ context, input }) => openScan(context, input.id)),
    workbook: os.lists.workbook.handler(({ context, input }) => listAsWorkbook(context, input.id)),
    paper: os.lists.paper.handler(({ context, input }) => listOnPaper(context, input.id)),
  },
})
