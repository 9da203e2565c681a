import { implement } from '@orpc/server'

import { createUnit, dissolveUnit, renameUnit, view } from './actions.ts'
import { orgsContract } from './contract.ts'
import type { ScopedContext } from './scope.ts'
import * as store from './store.ts'

type Context = ScopedContext & { within<T>(work: (context: ScopedContext) => Promise<T>): Promise<T> }
const os = implement(orgsContract).$context<Context>()

/** The tree of units is no secret inside the school: everybody reads the whole of it. */
const wholeSchool = { path: '/', pathEnd: '0' }

export const orgsApi = os.router({
  list: os.list.handler(async ({ context }) => (await store.unitsOf(context.trx, { ...context.scope, ...wholeSchool })).map(view)),
  create: os.create.handler(({ context, input }) => createUnit(context, input)),
  rename: os.rename.handler(({ context, input }) => renameUnit(context, input)),
  dissolve: os.dissolve.handler(({ context, input }) => dissolveUnit(context, input)),
})
