import type { RequestContext } from '../accounts/index.ts'
import type { UnitCounts } from './contract.ts'
import { counted } from './rules.ts'
import * as store from './store.ts'
import { linkCounts } from './views.ts'

export type Period = { cohortId: string; from?: string | undefined; to?: string | undefined }

/** Units that have handed anything in, by their place in the tree. */
export async function unitCounts(context: Pick<RequestContext, 'trx' | 'scope'>, asked: Period): Promise<UnitCounts[]> {
  const rows = (await store.everyOne(context.trx, context.scope, asked)).filter(({ sentOn, state }) => sentOn !== null && state !== 'draft')
  const links = await linkCounts(context, rows)
  const byUnit = Map.groupBy(rows, ({ path }) => path)
  return [...byUnit]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, mine]) => ({
      unitId: mine[0]!.unitId,
      unitName: mine[0]!.unitName,
      ...counted(mine.map(row => ({ ...row, links: links.get(row.id) ?? 0 }))),
    }))
}
