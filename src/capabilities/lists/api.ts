import { implement } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { listApi } from '../imports/index.ts'
import { listsContract } from './contract.ts'
import { firstPasswords } from './passwords.ts'
import { staffImports } from './staff.ts'
import { unitImports } from './units.ts'

const os = implement(listsContract).$context<RequestContext>()

export const listsApi = os.router({
  units: listApi(listsContract.units, unitImports),
  staff: {
    ...listApi(listsContract.staff, staffImports),
    firstPasswords: os.staff.firstPasswords.handler(({ context, input }) => firstPasswords(context, input.id)),
  },
})
