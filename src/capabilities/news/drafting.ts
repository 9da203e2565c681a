/** Writing, as long as it is a draft. */
import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { RichText } from '../../kernel/rich-text.ts'
import type { RequestContext } from '../accounts/index.ts'
import { dropFiles } from '../attachments/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import { mayStep, type NewsKind, type NewsStep, type StepRefusal } from './rules.ts'
import * as store from './store.ts'
import { factsOf, held, view } from './views.ts'

export const refused = (reason: StepRefusal, detail?: string) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, ...(detail && { detail }) } })

export type Asked = { id: string; version: number }

/** The draft, held, if it is as the caller saw it and this step is open to them. */
export async function stepOf(context: RequestContext, { id, version }: Asked, step: NewsStep, reason?: string) {
  const seen = factsOf(context, await held(context, id))
  const decision = mayStep(seen, step, reason)
  if (!decision.allowed) throw refused(decision.reason, decision.reason === 'incomplete' ? seen.blank.join() : undefined)
  const row = await held(context, id, true)
  if (row.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: row.version } })
  return row
}

type Fields = { kind: NewsKind; title: string; byline: string; text: RichText; consentOn: Day | null }

const columnsOf = ({ kind, title, byline, text, consentOn }: Fields) => ({
  kind,
  title,
  byline,
  body: JSON.stringify(text),
  consent_on: consentOn,
})

const told = ({ kind, title, state }: Pick<store.NewsRecord, 'kind' | 'title' | 'state'>) => ({ kind, title, state })

/** A branch's goes first to its 总支; nobody stands between a 总支 or 直属支部 and the publicity office. */
async function aboveOf({ trx, scope, actor }: RequestContext): Promise<string | null> {
  const units = await unitsOf(trx, { ...scope, path: '/', pathEnd: '0' })
  const own = units.find(({ id }) => id === actor.unitId)
  const parent = units.find(({ id }) => id === own?.parentId)
  return parent?.level === 'secondary' ? parent.path : null
}

export async function add(context: RequestContext, { cohortId, ...fields }: Fields & { cohortId: string }) {
  const { trx, scope, actor, now, record } = context
  await planOf(trx, scope, cohortId)
  const id = newId()
  await store.addDraft(trx, {
    school_id: scope.school,
    id,
    cohort_id: cohortId,
    unit_id: actor.unitId,
    path: scope.path,
    above_path: await aboveOf(context),
    ...columnsOf(fields),
    made_by: actor.id,
    made_name: actor.name,
    made_at: now,
  })
  record({ kind: 'news', id, path: scope.path, after: { kind: fields.kind, title: fields.title, state: 'draft' } })
  return view(context, id)
}

export async function change(context: RequestContext, { id, version, ...fields }: Fields & Asked) {
  const { trx, scope, record } = context
  const row = await stepOf(context, { id, version }, 'change')
  await store.saveDraft(trx, scope.school, id, { ...columnsOf(fields), state: 'draft', returned_from: null })
  record({ kind: 'news', id, path: row.path, before: told(row), after: { kind: fields.kind, title: fields.title, state: 'draft' } })
  return view(context, id)
}

/** Nobody has seen it: the draft goes with its photographs. */
export async function drop(context: RequestContext, asked: Asked) {
  const { trx, scope, files, record } = context
  const row = await stepOf(context, asked, 'drop')
  const photos = await store.photosOf(trx, scope, row.id)
  const gone = await store.removePhotos(
    trx,
    scope,
    photos.map(({ id }) => id),
  )
  await store.dropDraft(trx, scope.school, row.id)
  await dropFiles(trx, files, scope.school, gone)
  record({ kind: 'news', id: row.id, path: row.path, before: told(row), after: { dropped: true } })
  return {}
}
