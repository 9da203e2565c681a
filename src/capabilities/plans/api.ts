import { implement, ORPCError } from '@orpc/server'
import type { ScopedContext } from '../orgs/index.ts'
import { plansContract } from './contract.ts'
import * as store from './store.ts'

const os = implement(plansContract).$context<ScopedContext>()

export const plansApi = os.router({
  cohorts: os.cohorts.handler(({ context: { trx, scope } }) => store.cohorts(trx, scope)),
  plan: os.plan.handler(async ({ context: { trx, scope }, input }) => {
    const row = await store.planInForce(trx, scope, input.cohortId)
    if (!row) throw new ORPCError('NOT_FOUND')
    return { version: row.version, plan: row.body }
  }),
})
