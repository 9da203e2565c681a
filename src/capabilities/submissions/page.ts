import type { RequestContext } from '../accounts/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { decideFacts } from './actions.ts'
import type { ReturnPage } from './contract.ts'
import { isIntact, openRows } from './freeze.ts'
import { linesNow } from './lines.ts'
import { type Difference, differenceOf, stands, stepsFor } from './rules.ts'
import * as store from './store.ts'
import { returnView } from './views.ts'

/** One return with everything that was ever said about it. Compared in the open, in memory; sensitive cells are told by name only. */
export async function returnPage(context: RequestContext, head: store.Head): Promise<ReturnPage> {
  const { trx, scope, actor } = context
  const rows = await store.rowsOf(trx, scope, [head.id])
  const history = await store.ofUnit(trx, scope, head.cohortId, head.unitId, head.task)
  const may = actor.permissions.has('submissions:decide')
  return {
    ...returnView(head),
    columns: head.columns,
    rows: rows.map(row => ({ ordinal: row.ordinal, graduateId: row.graduate_id, cells: row.cells })),
    intact: isIntact(head, rows),
    sinceBefore: await sinceBefore(context, head, history, rows),
    sinceThen: await sinceThen(context, head, rows),
    history: history.toReversed().map(returnView),
    can: may ? stepsFor(await decideFacts(context, head)) : [],
  }
}

/** A supplement or a batch adds to what stood before; a return handed in again replaces the one sent back. */
const isPart = ({ task, supplementOf }: store.Head) => task === 'register' || supplementOf !== null

async function sinceBefore(context: RequestContext, head: store.Head, history: readonly store.Head[], rows: readonly store.FrozenRow[]) {
  const before = history.filter(({ ordinal }) => ordinal < head.ordinal)
  const replaced = before.findLast(one => !isPart(one))
  const compared = isPart(head) ? before.filter(stands) : replaced ? [replaced] : []
  if (compared.length === 0) return null
  const old = await openRows(
    context,
    await store.rowsOf(
      context.trx,
      context.scope,
      compared.map(({ id }) => id),
    ),
  )
  return differenceOf(old, await openRows(context, rows), head.columns, isPart(head) ? 'later-is-part' : 'whole')
}

async function sinceThen(context: RequestContext, head: store.Head, rows: readonly store.FrozenRow[]): Promise<Difference> {
  const unit = (await unitsOf(context.trx, context.scope)).find(({ id }) => id === head.unitId)
  if (!unit) return { added: [], removed: [], changed: [] }
  const now = await linesNow(context, head.cohortId, head.task, unit)
  return differenceOf(await openRows(context, rows), now, head.columns, isPart(head) ? 'earlier-is-part' : 'whole')
}
