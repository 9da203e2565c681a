import { ORPCError } from '@orpc/server'
import { addDays, day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { accountsOfMembers, type RequestContext } from '../accounts/index.ts'
import { tell } from '../inbox/index.ts'
import type { ActivityView } from './contract.ts'
import { type ActivityStep, type Given, mayStep, type StepRefusal } from './rules.ts'
import * as store from './store.ts'
import { factsOf, listsOf, names, view } from './views.ts'

const refused = (reason: StepRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })
const DAYS_A_WEEK = 7

type Fields = {
  kind: string
  title: string
  onDay: string
  begins: string
  ends: string | null
  audience: readonly string[]
  place: string
  link: string
  host: string
  speaker: string
  recorder: string
  about: string
}

/** What a form says, as columns; a kind or a unit that is not there is NOT_FOUND, and nobody is called from outside the scope. */
async function columnsOf(context: RequestContext, cohortId: string, { onDay, audience, ...fields }: Fields) {
  const { scope } = context
  const { kinds, byId } = await names(context, cohortId)
  const units = audience.map(id => byId.get(id))
  const ours = units.every(unit => unit && unit.path >= scope.path && unit.path < scope.pathEnd)
  if (!ours || !kinds.some(({ key }) => key === fields.kind)) throw new ORPCError('NOT_FOUND')
  const paths = units.map(unit => unit!.path).sort()
  return {
    kind: fields.kind,
    title: fields.title,
    begins: fields.begins,
    ends: fields.ends,
    place: fields.place,
    link: fields.link,
    host: fields.host,
    speaker: fields.speaker,
    recorder: fields.recorder,
    about: fields.about,
    on_day: day(onDay),
    // Who stands below one that is named comes with it.
    audience: paths.filter((path, at) => !paths.slice(0, at).some(above => path.startsWith(above))),
  }
}

const told = (row: Pick<store.ActivityRecord, 'title' | 'onDay' | 'state'>) => ({ title: row.title, onDay: row.onDay, state: row.state })

/** One, or one a week. */
export async function add(context: RequestContext, { cohortId, weeks, ...fields }: Fields & { cohortId: string; weeks: number }) {
  const { trx, scope, actor, record } = context
  const columns = await columnsOf(context, cohortId, fields)
  const rows = Array.from({ length: weeks + 1 }, (_, week) => ({
    school_id: scope.school,
    id: newId(),
    cohort_id: cohortId,
    ...columns,
    on_day: addDays(columns.on_day, week * DAYS_A_WEEK),
    held_unit: actor.unitId,
    held_path: scope.path,
    made_by: actor.id,
    made_name: actor.name,
  }))
  await store.addActivities(trx, rows)
  for (const { id, title, on_day } of rows)
    record({ kind: 'activity', id, path: scope.path, after: { title, onDay: on_day, state: 'draft' } })
  return { ids: rows.map(({ id }) => id) }
}

export const heldActivity = async ({ trx, scope }: RequestContext, id: string, hold = true): Promise<store.ActivityRecord> => {
  const row = await store.activity(trx, scope, id, hold)
  if (!row) throw new ORPCError('NOT_FOUND')
  return row
}

type Asked = { id: string; version: number }
type Change = Parameters<typeof store.saveActivity>[3]

async function stepped(
  context: RequestContext,
  { id, version }: Asked,
  step: ActivityStep,
  given: Given,
  change: Change,
): Promise<ActivityView> {
  const { trx, scope, record } = context
  const row = await heldActivity(context, id)
  const decision = mayStep(factsOf(context, row, await listsOf(context, row)), step, given)
  if (!decision.allowed) throw refused(decision.reason)
  if (row.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: row.version } })
  await store.saveActivity(trx, scope.school, id, { state: decision.value, ...change })
  const after = await heldActivity(context, id, false)
  record({
    kind: 'activity',
    id,
    path: row.heldPath,
    before: told(row),
    after: { ...told(after), ...(given.reason && { reason: given.reason }) },
  })
  return view(context, after)
}

export async function change(context: RequestContext, { id, version, ...fields }: Fields & Asked): Promise<ActivityView> {
  const row = await heldActivity(context, id)
  const columns = await columnsOf(context, row.cohortId, fields)
  const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join()
  const moves = columns.on_day !== row.onDay || columns.kind !== row.kind || !same(columns.audience, row.audience.toSorted())
  return stepped(context, { id, version }, 'change', { moves }, columns)
}

/** Everybody whom it is for and who has an account hears of it. */
async function tellPeople({ trx, scope }: RequestContext, id: string, title: string, words: string): Promise<void> {
  const row = (await store.activity(trx, scope, id))!
  const members = (await store.people(trx, scope, row)).map(({ memberId }) => memberId)
  const accounts = (await accountsOfMembers(trx, scope.school, members)).map(account => account.id)
  await tell(trx, scope.school, accounts, { kind: 'activity', title, body: words, link: '/me/activities' })
}

export async function announce(context: RequestContext, asked: Asked): Promise<ActivityView> {
  const done = await stepped(context, asked, 'announce', {}, { told: true })
  await tellPeople(
    context,
    asked.id,
    `教育活动：${done.title}`,
    [`${done.onDay} ${done.begins}`, done.place, done.heldBy].filter(Boolean).join('，'),
  )
  return done
}
export const open = (context: RequestContext, asked: Asked) => stepped(context, asked, 'open', {}, { opened_at: context.now, told: true })
export const finish = (context: RequestContext, asked: Asked) => stepped(context, asked, 'record', {}, {})

/** Nobody has heard of a draft. */
export async function cancel(context: RequestContext, { reason, ...asked }: Asked & { reason: string }): Promise<ActivityView> {
  const { state } = await heldActivity(context, asked.id)
  const done = await stepped(context, asked, 'cancel', { reason }, { cancel_reason: reason.trim() })
  if (state === 'announced')
    await tellPeople(context, asked.id, `活动取消：${done.title}`, `原定 ${done.onDay} ${done.begins}。原因：${reason.trim()}`)
  return done
}
