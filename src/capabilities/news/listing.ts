import { ORPCError } from '@orpc/server'
import { pageFrom } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { type CountKey, type NewsKind, type NewsState, statesOf } from './rules.ts'
import * as store from './store.ts'
import { linkCounts, rowView } from './views.ts'

type Asked = {
  cohortId: string
  unitId?: string | undefined
  kind?: NewsKind | undefined
  state?: NewsState | undefined
  count?: CountKey | undefined
  from?: string | undefined
  to?: string | undefined
  after?: string | undefined
  limit: number
}

/** The tree is no secret; a unit outside shows no rows anyway. */
async function pathOf({ trx, scope }: RequestContext, unitId: string): Promise<string> {
  const asked = scope.reach === 'news' ? { ...scope, path: '/', pathEnd: '0' } : scope
  const unit = (await unitsOf(trx, asked)).find(({ id }) => id === unitId)
  if (!unit) throw new ORPCError('NOT_FOUND')
  return unit.path
}

export async function listed(context: RequestContext, { after, limit, unitId, state, count, ...asked }: Asked) {
  const { trx, scope } = context
  const states = state ? [state] : count && statesOf[count]
  const filter = {
    ...asked,
    states,
    reached: count !== undefined,
    unitPath: unitId === undefined ? undefined : await pathOf(context, unitId),
  }
  const { page, next } = pageFrom(await store.page(trx, scope, filter, after, limit + 1), limit, ({ id }) => id)
  const links = await linkCounts(context, page)
  return { rows: page.map(row => rowView(row, links.get(row.id) ?? 0)), total: await store.total(trx, scope, filter), next }
}
