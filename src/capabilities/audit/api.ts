import { implement } from '@orpc/server'
import { pageFrom } from '../../kernel/paging.ts'
import { auditContract } from './contract.ts'
import { type AuditContext, exportedEntries } from './exporting.ts'
import * as store from './store.ts'

const os = implement(auditContract).$context<AuditContext>()

export const auditApi = os.router({
  list: os.list.handler(async ({ context: { trx, scope }, input }) => {
    const { page, next } = pageFrom(await store.entries(trx, scope, { ...input, limit: input.limit + 1 }), input.limit, ({ id }) => id)
    return {
      rows: page.map(row => ({ ...row, at: row.at.toISOString(), before: row.before as never, after: row.after as never })),
      next,
    }
  }),

  export: os.export.handler(({ context, input }) => exportedEntries(context, input)),
})
