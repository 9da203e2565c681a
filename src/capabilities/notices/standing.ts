/** What other rooms ask: what is still to be done here, and who has received what. */
import type { Day } from '../../kernel/day.ts'
import type { Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import { around, sumsFrom } from './listing.ts'
import { isLate } from './rules.ts'
import * as store from './store.ts'

export interface NoticeStanding {
  /** Notices that the own unit has not acknowledged. */
  toAcknowledge: { id: string; title: string; number: string; issuedOn: Day }[]
  /** Duties of the own unit that are not reported done, the nearest day first. */
  duties: { id: string; noticeId: string; title: string; words: string; dueOn: Day; late: boolean }[]
  /** Of what the own unit sent out: units that have not acknowledged, works that are late, reports that nobody has noted. */
  following: { unacknowledged: number; late: number; reported: number }
}

/** Counts and lines for the first screen of whoever stands at the scope's own place. */
export async function noticeStanding(trx: Trx, scope: Scope, cohortId: string, today: Day): Promise<NoticeStanding> {
  const notices = (await store.issuedIn(trx, scope, cohortId)).filter(({ state }) => state === 'issued')
  const all = await around({ trx, scope }, notices)
  const own = { receipts: [...all.receipts.values()].flat(), works: [...all.works.values()].flat() }
  const mine = new Map(own.receipts.filter(({ path }) => path === scope.path).map(receipt => [receipt.noticeId, receipt]))
  const titles = new Map(notices.map(({ id, title }) => [id, title]))
  const lateOf = (work: store.WorkRecord) => isLate({ dueOn: all.duties.get(work.dutyId)!.dueOn, doneOn: work.doneOn }, today)
  const set = own.works.filter(({ byPath }) => byPath === scope.path)
  return {
    toAcknowledge: notices
      .filter(({ id }) => mine.get(id)?.acknowledgedAt === null)
      .map(({ id, title, number, issuedOn }) => ({ id, title, number, issuedOn: issuedOn! })),
    duties: own.works
      .filter(({ path, state }) => path === scope.path && state === 'open')
      .map(work => {
        const { id, words, dueOn } = all.duties.get(work.dutyId)!
        return { id, noticeId: work.noticeId, title: titles.get(work.noticeId)!, words, dueOn, late: lateOf(work) }
      })
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    following: {
      unacknowledged: own.receipts.filter(({ fromPath, acknowledgedAt }) => fromPath === scope.path && acknowledgedAt === null).length,
      late: set.filter(work => work.state === 'open' && lateOf(work)).length,
      reported: set.filter(({ state }) => state === 'reported').length,
    },
  }
}

/** 通知及签收记录: every notice with each unit that has received it in the scope, as the archive lists them. */
export async function receiptsOf(trx: Trx, scope: Scope, cohortId: string) {
  const notices = await store.issuedIn(trx, scope, cohortId)
  const ids = notices.map(({ id }) => id)
  const all = await around({ trx, scope }, notices)
  const reads = Map.groupBy(await store.readsOf(trx, scope, ids), ({ noticeId, unitId }) => `${noticeId} ${unitId}`)
  const forwardings = await store.forwardingsOf(trx, scope, ids)
  return notices.flatMap(({ id, title, number, state, issuedOn, sha256 }) =>
    (all.receipts.get(id) ?? []).map(receipt => {
      const first = reads.get(`${id} ${receipt.unitId}`)?.[0]
      const works = (all.works.get(id) ?? []).filter(({ unitId }) => unitId === receipt.unitId)
      const below = sumsFrom(receipt.path, all.receipts.get(id) ?? [], all.works.get(id) ?? [])
      return {
        noticeId: id,
        title,
        number,
        state,
        issuedOn: issuedOn!,
        sha256: sha256!,
        unitId: receipt.unitId,
        unitName: receipt.unitName,
        level: receipt.level,
        path: receipt.path,
        receivedOn: receipt.receivedOn,
        firstRead: first ? { by: first.name, on: first.readOn, at: first.readAt } : null,
        acknowledged: receipt.acknowledgedAt && { by: receipt.acknowledgedName!, on: receipt.acknowledgedOn!, at: receipt.acknowledgedAt },
        forwardedOn: forwardings.find(one => one.noticeId === id && one.byPath === receipt.path)?.onDay ?? null,
        works: { all: works.length, done: works.filter(work => work.state !== 'open').length },
        below,
      }
    }),
  )
}
export type NoticeReceiptLine = Awaited<ReturnType<typeof receiptsOf>>[number]
