/** A draft on its way: unit → 总支 → publicity office, and back. */
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import { contentHash } from '../../platform/files/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { Role } from '../accounts/rules.ts'
import { tell } from '../inbox/index.ts'
import { type Asked, refused, stepOf } from './drafting.ts'
import { afterSubmit, type NewsState, type NewsStep, newsMessage, type TellingStep } from './rules.ts'
import * as store from './store.ts'
import { view } from './views.ts'

type Row = store.NewsRecord

const writers: readonly Role[] = ['general-branch', 'direct-branch', 'branch-teacher', 'branch-secretary']

async function say(context: RequestContext, row: Row, step: TellingStep, to: 'unit' | 'above' | 'publicity', words = '') {
  const { trx, scope, today } = context
  const place = to === 'publicity' ? null : to === 'above' ? row.abovePath : row.path
  const roles = to === 'publicity' ? ['publicity-office'] : to === 'above' ? ['general-branch'] : writers
  const accounts = await store.hearers(trx, place, roles, today)
  const message = newsMessage(step, { title: row.title, unit: row.unitName }, words)
  await tell(trx, scope.school, accounts, { kind: 'news', ...message, link: `/news/${row.id}` })
}

type Done = { state: NewsState; returned_from?: 'above' | 'publicity' | null; sent_on?: Day; times?: number }

/** Writes the step: its state, its line in the story, its entry in the log. */
async function write(context: RequestContext, row: Row, step: NewsStep, done: Done, words = '', inside = false) {
  const { trx, scope, actor, now, record } = context
  const { school } = scope
  await store.addEvent(trx, {
    school_id: school,
    id: newId(),
    news_id: row.id,
    path: row.path,
    step,
    inside,
    on_day: context.today,
    at: now,
    actor_id: actor.id,
    actor_name: actor.name,
    words,
  })
  await store.saveDraft(trx, school, row.id, { returned_from: null, ...done })
  record({ kind: 'news', id: row.id, path: row.path, before: { state: row.state }, after: { state: done.state, ...(words && { words }) } })
}

/** The words and photographs as they go out, so that they can be proved later. */
async function freeze({ trx, scope, actor, now }: RequestContext, row: Row, to: 'above' | 'publicity') {
  const photos = (await store.photosOf(trx, scope, row.id)).map(({ caption, sha256 }) => ({ caption, sha256 }))
  const { kind, title, byline, text, consentOn } = row
  const content = JSON.stringify({ kind, title, byline, text, consentOn, photos })
  const sha256 = contentHash(new TextEncoder().encode(content))
  await store.addVersion(trx, {
    school_id: scope.school,
    news_id: row.id,
    path: row.path,
    to_side: to,
    content,
    sha256,
    at: now,
    by_name: actor.name,
  })
}

export async function submit(context: RequestContext, asked: Asked) {
  const row = await stepOf(context, asked, 'submit')
  const state = afterSubmit(row.abovePath !== null)
  const to = state === 'above' ? 'above' : 'publicity'
  await freeze(context, row, to)
  const sent = state === 'sent' ? { sent_on: context.today } : {}
  await write(context, row, 'submit', { state, times: row.times + 1, ...sent }, '', to === 'above')
  await say(context, row, 'submit', to)
  return view(context, row.id)
}

export async function withdraw(context: RequestContext, asked: Asked) {
  const row = await stepOf(context, asked, 'withdraw')
  await write(context, row, 'withdraw', { state: 'draft' }, '', row.state === 'above')
  return view(context, row.id)
}

export async function passOn(context: RequestContext, asked: Asked) {
  const row = await stepOf(context, asked, 'pass-on')
  await freeze(context, row, 'publicity')
  await write(context, row, 'pass-on', { state: 'sent', sent_on: context.today })
  await say(context, row, 'pass-on', 'publicity')
  return view(context, row.id)
}

type Reasoned = Asked & { reason: string }

export async function giveBack(context: RequestContext, { reason, ...asked }: Reasoned) {
  const row = await stepOf(context, asked, 'give-back', reason)
  await write(context, row, 'give-back', { state: 'returned', returned_from: 'above' }, reason, true)
  await say(context, row, 'give-back', 'unit', reason)
  return view(context, row.id)
}

export async function receive(context: RequestContext, asked: Asked) {
  const row = await stepOf(context, asked, 'receive')
  await write(context, row, 'receive', { state: 'received' })
  return view(context, row.id)
}

export async function giveReturn(context: RequestContext, { reason, ...asked }: Reasoned) {
  const row = await stepOf(context, asked, 'return', reason)
  await write(context, row, 'return', { state: 'returned', returned_from: 'publicity' }, reason)
  await say(context, row, 'return', 'unit', reason)
  return view(context, row.id)
}

export async function accept(context: RequestContext, asked: Asked) {
  const row = await stepOf(context, asked, 'accept')
  await write(context, row, 'accept', { state: 'accepted' })
  await say(context, row, 'accept', 'unit')
  return view(context, row.id)
}

type Publication = Asked & { platform: string; url: string; onDay: Day }

export async function publish(context: RequestContext, { platform, url, onDay, ...asked }: Publication) {
  const { trx, scope, actor, today } = context
  const row = await stepOf(context, asked, 'publish')
  if (onDay > today) throw refused('day-ahead')
  const { school } = scope
  await store
    .addLink(trx, { school_id: school, id: newId(), news_id: row.id, path: row.path, platform, url, on_day: onDay, by_name: actor.name })
    .catch(error => {
      throw meaningOf(error) === 'link-twice' ? refused('link-twice') : error
    })
  await write(context, row, 'publish', { state: 'published' }, `${platform} ${url}`)
  await say(context, row, 'publish', 'unit', `${platform}：${url}`)
  return view(context, row.id)
}
