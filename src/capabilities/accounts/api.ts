import { implement, ORPCError } from '@orpc/server'
import { day } from '../../kernel/day.ts'
import { installation, school } from '../orgs/index.ts'
import type { RequestContext } from './context.ts'
import { accountsContract } from './contract.ts'
import { exportedAccounts } from './exporting.ts'
import { roleNames } from './rules.ts'
import * as store from './store.ts'

const os = implement(accountsContract).$context<RequestContext>()

export const accountsApi = os.router({
  session: os.session.handler(async ({ context: { trx, actor, scope, today } }) => ({
    accountId: actor.id,
    name: actor.name,
    role: actor.role,
    roleName: roleNames[actor.role],
    unitId: actor.unitId,
    unitName: actor.unitName,
    unitPath: scope.path,
    schoolName: (await school(trx, scope.school)).name,
    memberId: actor.memberId,
    permissions: [...actor.permissions],
    today,
    demonstration: (await installation(trx))?.demonstration ?? false,
  })),

  entrance: os.entrance.handler(({ context }) => context.entrance.facts()),

  setDemoDay: os.setDemoDay.handler(async ({ context, input }) => {
    const { demonstration } = await context.entrance.facts()
    if (!demonstration) throw new ORPCError('NOT_FOUND')
    const { scope, today } = context
    await context.entrance.moveDay(day(input.day))
    await context.within(async ({ record }) =>
      record({ kind: 'school', id: scope.school, path: scope.path, before: { today }, after: { today: input.day } }),
    )
    return { today: input.day }
  }),

  export: os.export.handler(({ context, input }) => exportedAccounts(context, input)),

  list: os.list.handler(async ({ context: { trx, scope } }) =>
    (await store.accountsOf(trx, scope)).map(({ disabledOn, ...row }) => ({
      ...row,
      roleName: row.role && roleNames[row.role],
      disabled: disabledOn !== null,
    })),
  ),
})
