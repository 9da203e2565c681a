import { implement, ORPCError } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { plansContract } from './contract.ts'
import { openNext, preview, readPasted, save, versions } from './editing.ts'
import * as store from './store.ts'

const os = implement(plansContract).$context<RequestContext>()

export const plansApi = os.router({
  cohorts: os.cohorts.handler(({ context: { trx, scope } }) => store.cohorts(trx, scope)),
  plan: os.plan.handler(async ({ context: { trx, scope }, input }) => {
    const row = await store.planInForce(trx, scope, input.cohortId)
    if (!row) throw new ORPCError('NOT_FOUND')
    return { version: row.version, plan: row.body }
  }),
  versions: os.versions.handler(({ context, input }) => versions(context, input.cohortId)),
  preview: os.preview.handler(({ context, input }) => preview(context, input)),
  save: os.save.handler(({ context, input }) => save(context, input)),
  readNotice: os.readNotice.handler(({ context, input }) => readPasted(context, input)),
  open: os.open.handler(({ context, input }) => openNext(context, input)),
})
