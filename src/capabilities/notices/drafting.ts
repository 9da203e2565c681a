/** Writing a notice, as long as it is a draft. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { RichText } from '../../kernel/rich-text.ts'
import type { RequestContext } from '../accounts/index.ts'
import { dropFiles } from '../attachments/index.ts'
import { planOf } from '../plans/index.ts'
import { places, unitsAt } from './places.ts'
import { noticeFacts } from './reader.ts'
import { mayAmend, mayStep, type NoticeStep, type StepRefusal } from './rules.ts'
import * as store from './store.ts'
import type { PlannedDuty } from './tables.ts'
import { held, view } from './views.ts'

export const refused = (reason: StepRefusal, detail?: string) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, ...(detail && { detail }) } })

export type Asked = { id: string; version: number }

/** The notice, held, if it is as the caller saw it and this step is open. */
export async function stepOf(context: RequestContext, { id, version }: Asked, step: NoticeStep, reason?: string, units = 1) {
  const row = await held(context, id)
  const facts = noticeFacts(context, row, units)
  const decision = mayStep(facts, step, reason)
  if (!decision.allowed) throw refused(decision.reason, decision.reason === 'incomplete' ? facts.blank.join() : undefined)
  const mine = (await store.notice(context.trx, context.scope, id, true))!
  if (mine.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: mine.version } })
  return mine
}

type Fields = {
  title: string
  number: string
  issuer: string
  contactName: string
  contactPhone: string
  text: RichText
  unitIds: readonly string[]
  duties: readonly { text: string; dueOn: string; task: string | null }[]
  amends: string | null
}

/** What a form says, as columns; a unit or an earlier notice that is not there is NOT_FOUND. */
async function columnsOf(context: RequestContext, cohortId: string, { unitIds, duties, amends, text, ...fields }: Fields) {
  const { trx, scope } = context
  const units = unitsAt(await places(context), unitIds, scope.path, 'secondary')
  const earlier = amends === null ? null : await held(context, amends)
  if (earlier && earlier.cohortId !== cohortId) throw new ORPCError('NOT_FOUND')
  if (earlier && !mayAmend(earlier.state)) throw refused('wrong-state')
  await planOf(trx, scope, cohortId)
  return {
    title: fields.title,
    number: fields.number,
    issuer: fields.issuer,
    contact_name: fields.contactName,
    contact_phone: fields.contactPhone,
    body: JSON.stringify(text),
    audience: units.map(({ path }) => path).sort(),
    duties: JSON.stringify(duties satisfies readonly { text: string }[] as readonly PlannedDuty[]),
    amends,
  }
}

const told = ({ title, number, state }: Pick<store.NoticeRecord, 'title' | 'number' | 'state'>) => ({ title, number, state })

export async function add(context: RequestContext, { cohortId, ...fields }: Fields & { cohortId: string }) {
  const { trx, scope, actor, now, record } = context
  const id = newId()
  const columns = await columnsOf(context, cohortId, fields)
  await store.addNotice(trx, {
    school_id: scope.school,
    id,
    cohort_id: cohortId,
    held_path: scope.path,
    ...columns,
    made_by: actor.id,
    made_name: actor.name,
    made_at: now,
  })
  const row = await held(context, id)
  record({ kind: 'notice', id, path: scope.path, after: told(row) })
  return view(context, row)
}

export async function change(context: RequestContext, { id, version, ...fields }: Fields & Asked) {
  const { trx, scope, record } = context
  const row = await stepOf(context, { id, version }, 'change')
  if (fields.amends === id) throw refused('wrong-state')
  await store.saveNotice(trx, scope.school, id, await columnsOf(context, row.cohortId, fields))
  const after = await held(context, id)
  record({ kind: 'notice', id, path: row.heldPath, before: told(row), after: told(after) })
  return view(context, after)
}

/** Nobody has seen it: the draft goes with its attachments. */
export async function drop(context: RequestContext, asked: Asked) {
  const { trx, scope, files, record } = context
  const row = await stepOf(context, asked, 'drop')
  const hung = await store.filesOf(trx, scope, [row.id])
  const gone = await store.removeFiles(
    trx,
    scope,
    hung.map(({ id }) => id),
  )
  await store.dropNotice(trx, scope.school, row.id)
  await dropFiles(trx, files, scope.school, gone)
  record({ kind: 'notice', id: row.id, path: row.heldPath, before: told(row), after: { dropped: true } })
  return {}
}
