/** What other rooms ask: what waits here, and what the year has brought. */
import type { Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import { type Counts, counted, kindNames, stateNames } from './rules.ts'
import * as store from './store.ts'
import { linkCounts } from './views.ts'

export interface NewsStanding extends Counts {
  /** The own unit's: being written, and come back. */
  drafts: number
  toMend: number
  /** Of the branches below, waiting for this 总支. */
  toPass: number
  /** For the publicity office. */
  toReview: number
}

/** Counts for the first screen of whoever stands at the scope's own place. */
export async function newsStanding(trx: Trx, scope: Scope, cohortId: string): Promise<NewsStanding> {
  const rows = await store.everyOne(trx, scope, { cohortId })
  const links = await linkCounts({ trx, scope }, rows)
  const count = (fits: (row: store.NewsRecord) => boolean) => rows.filter(fits).length
  return {
    ...counted(rows.map(row => ({ ...row, links: links.get(row.id) ?? 0 }))),
    drafts: count(row => row.path === scope.path && row.state === 'draft'),
    toMend: count(row => row.path === scope.path && row.state === 'returned'),
    toPass: count(row => row.abovePath === scope.path && row.state === 'above'),
    toReview: scope.reach === 'news' ? count(({ state }) => state === 'sent' || state === 'received') : 0,
  }
}

/** 宣传稿件: what was handed to the publicity office, as the archive lists it. */
export async function newsRows(trx: Trx, scope: Scope, cohortId: string) {
  const rows = (await store.everyOne(trx, scope, { cohortId })).filter(({ sentOn, state }) => sentOn !== null && state !== 'draft')
  const links = await store.linksOf(
    trx,
    scope,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({
    id: row.id,
    kindName: kindNames[row.kind],
    title: row.title,
    byline: row.byline,
    unitName: row.unitName,
    path: row.path,
    sentOn: row.sentOn!,
    stateName: stateNames[row.state],
    links: links.filter(({ newsId }) => newsId === row.id).map(({ platform, url, onDay }) => ({ platform, url, onDay })),
  }))
}
export type NewsLine = Awaited<ReturnType<typeof newsRows>>[number]
