import { implement } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { listApi } from '../imports/index.ts'
import { carryoverContract } from './contract.ts'
import { carryoverImports } from './importing.ts'
import { carriedYears } from './years.ts'

const os = implement(carryoverContract).$context<RequestContext>()

export const carryoverApi = os.router({
  years: os.years.handler(({ context }) => carriedYears(context)),
  imports: listApi(carryoverContract.imports, carryoverImports),
})
