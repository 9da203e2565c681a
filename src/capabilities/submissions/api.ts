import { implement, ORPCError } from '@orpc/server'
import { pageFrom } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { cohort } from '../plans/index.ts'
import { decideReturn, submit } from './actions.ts'
import { submissionsContract } from './contract.ts'
import { exportedReturns } from './exporting.ts'
import { formFileName, returnForm, watermark } from './form.ts'
import { matrixOf, returnForms } from './matrix.ts'
import { returnPage } from './page.ts'
import { previewOf } from './preview.ts'
import { levelFor } from './rules.ts'
import * as store from './store.ts'
import { returnView } from './views.ts'

const os = implement(submissionsContract).$context<RequestContext>()
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function found({ trx, scope }: RequestContext, id: string): Promise<store.Head> {
  const head = await store.head(trx, scope, id)
  if (!head) throw new ORPCError('NOT_FOUND')
  return head
}

async function knownPlace({ trx, scope }: RequestContext, { cohortId, unitId }: { cohortId: string; unitId?: string | undefined }) {
  const known = await cohort(trx, scope, cohortId)
  const inside = unitId === undefined || (await unitsOf(trx, scope)).some(({ id }) => id === unitId)
  if (!known || !inside) throw new ORPCError('NOT_FOUND')
}

export const submissionsApi = os.router({
  matrix: os.matrix.handler(async ({ context, input }) => {
    const { trx, scope, today, actor } = context
    const units = await matrixOf(trx, scope, input.cohortId, today)
    const own = units.find(({ unitId }) => unitId === actor.unitId)
    return {
      tasks: await returnForms(trx, scope, input.cohortId),
      own: own && levelFor(actor.role, own.level) ? own.unitId : null,
      units,
    }
  }),

  export: os.export.handler(({ context, input }) => exportedReturns(context, input.cohortId)),

  list: os.list.handler(async ({ context, input }) => {
    await knownPlace(context, input)
    const found = await store.headsOf(context.trx, context.scope, { ...input, limit: input.limit + 1 })
    const { page, next } = pageFrom(found, input.limit, ({ id }) => id)
    return { rows: page.map(returnView), total: await store.countHeads(context.trx, context.scope, input), next }
  }),

  get: os.get.handler(async ({ context, input }) => returnPage(context, await found(context, input.id))),

  preview: os.preview.handler(({ context, input }) => previewOf(context, input)),

  submit: os.submit.handler(async ({ context, input }) => returnView(await submit(context, input))),

  accept: os.accept.handler(async ({ context, input }) => returnView(await decideReturn(context, 'accept', { ...input, reason: null }))),

  sendBack: os.sendBack.handler(async ({ context, input }) => returnView(await decideReturn(context, 'send-back', input))),

  download: os.download.handler(async ({ context, input: { id, reason } }) => {
    if (reason && !context.actor.permissions.has('roster:reveal')) throw new ORPCError('FORBIDDEN')
    const { head, write } = await context.within(async inside => {
      const head = await found(inside, id)
      const footer = reason ? watermark(inside, reason) : `${inside.actor.name} ${inside.today} 导出`
      const { write, memberIds } = await returnForm(inside, head, { full: reason !== undefined, footer })
      const after = reason ? { full: true, reason, memberIds } : { full: false }
      inside.record({ kind: 'submission', id, path: head.path, after })
      return { head, write }
    })
    return new File([(await write()) as Uint8Array<ArrayBuffer>], formFileName(head), { type: XLSX })
  }),
})
