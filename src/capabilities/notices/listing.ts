import type { RequestContext } from '../accounts/index.ts'
import type { NoticeRow } from './contract.ts'
import { isFollower } from './reader.ts'
import { isLate } from './rules.ts'
import * as store from './store.ts'

type Part<Row> = ReadonlyMap<string, readonly Row[]>
const by = <Row extends { noticeId: string }>(rows: readonly Row[]): Part<Row> => Map.groupBy(rows, ({ noticeId }) => noticeId)

/** Everything about a page of notices, asked for once. */
export async function around({ trx, scope }: Pick<RequestContext, 'trx' | 'scope'>, rows: readonly store.NoticeRecord[]) {
  const ids = rows.map(({ id }) => id)
  const withdrawn = new Set<string>()
  const dueOn = new Map((await store.dutiesOf(trx, scope, ids)).map(duty => [duty.id, duty]))
  for (const { id, withdrawnOn } of dueOn.values()) if (withdrawnOn !== null) withdrawn.add(id)
  const works = (await store.worksOfNotices(trx, scope, ids)).filter(({ dutyId }) => !withdrawn.has(dutyId))
  return {
    duties: dueOn,
    works: by(works),
    receipts: by(await store.receiptsOfNotices(trx, scope, ids)),
    files: by(await store.filesOf(trx, scope, ids)),
    corrected: new Set((await store.amending(trx, scope, ids)).map(({ amends }) => amends!)),
  }
}
type Around = Awaited<ReturnType<typeof around>>

const mineOf = ({ actor, today }: RequestContext, { duties, works, receipts }: Around, id: string): NoticeRow['mine'] => {
  const receipt = receipts.get(id)?.find(({ unitId }) => unitId === actor.unitId)
  if (!receipt) return null
  const open = (works.get(id) ?? []).filter(work => work.unitId === actor.unitId && work.state === 'open')
  const days = open.map(work => ({ dueOn: duties.get(work.dutyId)!.dueOn, doneOn: work.doneOn }))
  return {
    acknowledged: receipt.acknowledgedAt !== null,
    open: open.length,
    late: days.filter(one => isLate(one, today)).length,
    nextDue: days.map(({ dueOn }) => dueOn).sort()[0] ?? null,
  }
}

type Sums = { units: number; acknowledged: number; works: number; done: number }

/** What went out from one place, counted. */
export const sumsFrom = (
  path: string,
  receipts: readonly Pick<store.ReceiptRecord, 'fromPath' | 'acknowledgedAt'>[],
  works: readonly Pick<store.WorkRecord, 'byPath' | 'state'>[],
): Sums | null => {
  const given = receipts.filter(({ fromPath }) => fromPath === path)
  const set = works.filter(({ byPath }) => byPath === path)
  if (given.length === 0) return null
  return {
    units: given.length,
    acknowledged: given.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
    works: set.length,
    done: set.filter(({ state }) => state !== 'open').length,
  }
}

export async function rowViews(context: RequestContext, rows: readonly store.NoticeRecord[]): Promise<NoticeRow[]> {
  const all = await around(context, rows)
  const read = await store.readBy(
    context.trx,
    context.scope,
    rows.map(({ id }) => id),
  )
  const { path } = context.scope
  return rows.map(row => ({
    id: row.id,
    state: row.state,
    title: row.title,
    number: row.number,
    issuer: row.issuer,
    issuedOn: row.issuedOn,
    files: all.files.get(row.id)?.length ?? 0,
    corrects: row.amends !== null,
    corrected: all.corrected.has(row.id),
    read: read.has(row.id),
    mine: mineOf(context, all, row.id),
    below: isFollower(context) ? sumsFrom(path, all.receipts.get(row.id) ?? [], all.works.get(row.id) ?? []) : null,
  }))
}
