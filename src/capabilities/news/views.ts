import { ORPCError } from '@orpc/server'
import { isEmpty } from '../../kernel/rich-text.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { NewsPhoto, NewsRow, NewsView } from './contract.ts'
import { blankParts, type NewsFacts, type Side, stepsOf } from './rules.ts'
import * as store from './store.ts'

type Row = store.NewsRecord

export const held = async ({ trx, scope }: RequestContext, id: string, hold = false): Promise<Row> => {
  const row = await store.draft(trx, scope, id, hold)
  if (!row) throw new ORPCError('NOT_FOUND')
  return row
}

export const sideOf = (
  { scope, actor }: Pick<RequestContext, 'scope' | 'actor'>,
  { path, abovePath }: Pick<Row, 'path' | 'abovePath'>,
): Side => {
  if (scope.reach === 'news') return 'publicity'
  if (path === scope.path && actor.permissions.has('news:write')) return 'unit'
  return abovePath === scope.path && actor.permissions.has('news:pass') ? 'above' : 'reader'
}

export const factsOf = (context: Pick<RequestContext, 'scope' | 'actor' | 'today'>, row: Row): NewsFacts => ({
  state: row.state,
  side: sideOf(context, row),
  times: row.times,
  blank: blankParts({ ...row, hasText: !isEmpty(row.text) }, context.today),
})

export const photoView = ({ id, caption, name, width, height }: store.PhotoRecord): NewsPhoto => ({ id, caption, name, width, height })

export const rowView = (row: Row, links: number): NewsRow => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  byline: row.byline,
  unitId: row.unitId,
  unitName: row.unitName,
  state: row.state,
  returnedFrom: row.returnedFrom,
  sentOn: row.sentOn,
  madeAt: row.madeAt.toISOString(),
  links,
})

/** How many links each has. */
export async function linkCounts(
  { trx, scope }: Pick<RequestContext, 'trx' | 'scope'>,
  rows: readonly Row[],
): Promise<Map<string, number>> {
  const links = await store.linksOf(
    trx,
    scope,
    rows.map(({ id }) => id),
  )
  return new Map([...Map.groupBy(links, ({ newsId }) => newsId)].map(([id, all]) => [id, all.length]))
}

export async function view(context: RequestContext, id: string): Promise<NewsView> {
  const { trx, scope } = context
  const row = await held(context, id)
  const links = await store.linksOf(trx, scope, [id])
  const facts = factsOf(context, row)
  return {
    ...rowView(row, links.length),
    text: row.text,
    consentOn: row.consentOn,
    version: row.version,
    madeBy: row.madeName,
    photos: (await store.photosOf(trx, scope, id)).map(photoView),
    published: links.map(({ newsId: _, ...link }) => link),
    story: await store.eventsOf(trx, scope, id),
    frozen: (await store.lastVersion(trx, scope, id)) ?? null,
    blank: facts.blank.slice(),
    may: stepsOf(facts),
  }
}
