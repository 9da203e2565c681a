/** What came of it: the units to which the reader's own unit sent a notice. */
import type { RequestContext } from '../accounts/index.ts'
import type { ReceiptRow, ReceiptTable } from './contract.ts'
import { sumsFrom } from './listing.ts'
import { type Places, places } from './places.ts'
import { isOwed } from './rules.ts'
import * as store from './store.ts'
import { acknowledgedView, dutyView, workView } from './views.ts'

type Row = store.NoticeRecord

/** All that is known of a notice in the scope, asked for once. */
async function whole(context: RequestContext, row: Row) {
  const { trx, scope } = context
  const duties = await store.dutiesOf(trx, scope, [row.id])
  return {
    duties,
    byId: new Map(duties.map(duty => [duty.id, duty])),
    receipts: await store.receiptsOfNotices(trx, scope, [row.id]),
    reads: await store.readsOf(trx, scope, [row.id]),
    works: await store.worksOfNotices(trx, scope, [row.id]),
    forwardings: await store.forwardingsOf(trx, scope, [row.id]),
    chased: await store.chasedOn(trx, scope, row.id),
  }
}
type Whole = Awaited<ReturnType<typeof whole>>

/** Works that still count: of duties that were not withdrawn. */
const counted = ({ works, byId }: Whole) => works.filter(({ dutyId }) => byId.get(dutyId)?.withdrawnOn === null)

function rowOf(context: RequestContext, row: Row, all: Whole, receipt: store.ReceiptRecord): ReceiptRow {
  const { scope, today } = context
  const own = all.works.filter(({ unitId, byPath }) => unitId === receipt.unitId && byPath === scope.path)
  // As they were set.
  const works = all.duties.flatMap(({ id }) => own.find(({ dutyId }) => dutyId === id) ?? [])
  const live = counted(all)
  const open = live.filter(work => work.unitId === receipt.unitId && work.byPath === scope.path && work.state === 'open').length
  const chasedOn = all.chased.get(receipt.unitId) ?? null
  const acknowledged = acknowledgedView(receipt)
  return {
    unitId: receipt.unitId,
    name: receipt.unitName,
    readers: all.reads
      .filter(({ unitId }) => unitId === receipt.unitId)
      .map(({ name, readOn, readAt }) => ({ name, on: readOn, at: readAt.toISOString() })),
    acknowledged,
    forwardedOn: all.forwardings.find(({ byPath }) => byPath === receipt.path)?.onDay ?? null,
    below: sumsFrom(receipt.path, all.receipts, live),
    works: works.map(work => workView(context, row, all.byId.get(work.dutyId)!, work)),
    chasedOn,
    mayChase: row.state === 'issued' && chasedOn !== today && isOwed({ acknowledged: acknowledged !== null, open }),
  }
}

const countsOf = ({ rows, live }: { rows: readonly ReceiptRow[]; live: ReadonlySet<string> }): ReceiptTable['counts'] => {
  const works = rows.flatMap(row => row.works).filter(({ dutyId }) => live.has(dutyId))
  return {
    units: rows.length,
    acknowledged: rows.filter(row => row.acknowledged !== null).length,
    works: works.length,
    done: works.filter(({ state }) => state !== 'open').length,
    late: works.filter(({ standing }) => standing === 'late').length,
    reported: works.filter(({ state }) => state === 'reported').length,
  }
}

export async function receiptTable(context: RequestContext, row: Row, known?: Places): Promise<ReceiptTable> {
  const all = await whole(context, row)
  const at = known ?? (await places(context))
  const given = all.receipts.filter(({ fromPath }) => fromPath === context.scope.path)
  const duties = all.duties.filter(({ byPath }) => byPath === context.scope.path)
  const rows = given.map(receipt => rowOf(context, row, all, receipt))
  const live = new Set(duties.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ id }) => id))
  return {
    level: given.some(({ level }) => level === 'secondary') ? 'secondary' : 'branch',
    counts: countsOf({ rows, live }),
    duties: duties.map(duty => dutyView(context, row, duty, at)),
    rows,
  }
}
