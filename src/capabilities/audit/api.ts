import { implement } from '@orpc/server'
import type { ScopedContext } from '../orgs/index.ts'
import { auditContract } from './contract.ts'
import * as store from './store.ts'

const os = implement(auditContract).$context<ScopedContext>()

export const auditApi = os.router({
  list: os.list.handler(async ({ context: { trx, scope }, input }) => {
    const rows = await store.entries(trx, scope, input)
    return {
      rows: rows.map(row => ({ ...row, at: row.at.toISOString(), before: row.before as never, after: row.after as never })),
      next: rows.length === input.limit ? rows.at(-1)!.id : null,
    }
  }),
})
