/** A notice goes out, and may be taken back. */
import { type Day, day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import { contentHash } from '../../platform/files/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { tell } from '../inbox/index.ts'
import type { UnitRow } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import type { Level, Task } from '../plans/rules.ts'
import { type Asked, refused, stepOf } from './drafting.ts'
import { accountsAt, audienceOf, places, whoHears } from './places.ts'
import { issuedMessage, judgeDay, limitOf, withdrawnMessage } from './rules.ts'
import * as store from './store.ts'
import { held, view } from './views.ts'

type NewDuty = { text: string; dueOn: Day; task: Task | null }

/** The first of these duties whose day does not fit, and why. */
export async function misplaced(
  { trx, scope, today }: RequestContext,
  cohortId: string,
  duties: readonly NewDuty[],
  units: readonly { id: string }[],
  level: Level,
) {
  const plan = await planOf(trx, scope, cohortId)
  const ids = units.map(({ id }) => id)
  for (const duty of duties) {
    const limit = limitOf(plan, duty.task, level, ids)
    const decision = judgeDay(duty.dueOn, today, limit)
    if (!decision.allowed) return { reason: decision.reason, detail: decision.reason === 'after-plan' ? limit! : duty.dueOn }
  }
  return undefined
}

/** Receipts for these units, and of each duty how far they are with it. */
export async function give(
  { trx, scope, today, now }: RequestContext,
  noticeId: string,
  {
    units,
    again,
    duties,
    open,
  }: {
    units: readonly UnitRow[]
    again: readonly Pick<UnitRow, 'id' | 'path'>[]
    duties: readonly NewDuty[]
    open: readonly { id: string }[]
  },
  first = 0,
): Promise<void> {
  const school_id = scope.school
  const common = { school_id, notice_id: noticeId }
  if (units.length > 0)
    await store.addReceipts(
      trx,
      units.map(({ id, path }) => ({ ...common, unit_id: id, path, from_path: scope.path, received_on: today })),
    )
  const fresh = duties.map(({ text, dueOn, task }, at) => ({
    ...common,
    id: newId(),
    by_path: scope.path,
    position: first + at,
    words: text,
    due_on: dueOn,
    task,
    set_at: now,
  }))
  await store.addDuties(trx, fresh)
  const work = (duty: { id: string }, { id, path }: Pick<UnitRow, 'id' | 'path'>) => ({
    ...common,
    duty_id: duty.id,
    unit_id: id,
    path,
    by_path: scope.path,
  })
  await store.addWorks(trx, [
    ...fresh.flatMap(duty => [...units, ...again].map(unit => work(duty, unit))),
    ...open.flatMap(duty => units.map(unit => work(duty, unit))),
  ])
}

/** What was issued, so that it can be proved later: the words, who issued them, and every attachment by its content. */
const sealOf = (row: store.NoticeRecord, files: readonly store.KeptFile[], on: Day): string => {
  const { title, number, issuer, contactName, contactPhone, text, planned, amends } = row
  const attached = files.map(({ name, sha256 }) => ({ name, sha256 }))
  const whole = { title, number, issuer, contactName, contactPhone, text, duties: planned, amends, files: attached, issuedOn: on }
  return contentHash(new TextEncoder().encode(JSON.stringify(whole)))
}

const named = ({ title, number, issuer }: store.NoticeRecord) => ({ title, number, issuer })

export async function issue(context: RequestContext, asked: Asked) {
  const { trx, scope, actor, now, today, record } = context
  const draft = await held(context, asked.id)
  const units = audienceOf(await places(context), draft)
  const row = await stepOf(context, asked, 'issue', undefined, units.length)
  const duties = row.planned.map(duty => ({ ...duty, dueOn: day(duty.dueOn) }))
  const wrong = await misplaced(context, row.cohortId, duties, units, 'secondary')
  if (wrong) throw refused(wrong.reason, wrong.detail)
  const files = await store.filesOf(trx, scope, [row.id])
  const sha256 = sealOf(row, files, today)
  const paths = units.map(({ path }) => path)
  await store
    .saveNotice(trx, scope.school, row.id, {
      state: 'issued',
      audience: paths.toSorted(),
      issued_on: today,
      issued_at: now,
      issued_name: actor.name,
      sha256,
    })
    .catch(error => {
      throw meaningOf(error) === 'number-taken' ? refused('number-taken') : error
    })
  await give(context, row.id, { units, again: [], duties, open: [] })
  const amends = row.amends === null ? null : await held(context, row.amends)
  const accounts = accountsAt(await whoHears(context), paths)
  const words = duties.map(({ text, dueOn }) => ({ words: text, dueOn }))
  await tell(trx, scope.school, accounts, {
    kind: 'notice',
    ...issuedMessage(named(row), words, amends && named(amends)),
    link: `/notices/${row.id}`,
  })
  const after = {
    state: 'issued',
    title: row.title,
    number: row.number,
    units: units.length,
    people: accounts.length,
    files: files.length,
    sha256,
  }
  record({ kind: 'notice', id: row.id, path: row.heldPath, before: { state: 'draft' }, after })
  return view(context, await held(context, row.id))
}

/** Whoever has got it hears of it; it stays readable with the mark. */
export async function withdraw(context: RequestContext, { reason, ...asked }: Asked & { reason: string }) {
  const { trx, scope, actor, today, record } = context
  const row = await stepOf(context, asked, 'withdraw', reason)
  await store.saveNotice(trx, scope.school, row.id, {
    state: 'withdrawn',
    withdrawn_on: today,
    withdrawn_name: actor.name,
    withdrawn_reason: reason,
  })
  const receipts = await store.receiptsOfNotices(trx, scope, [row.id])
  const accounts = accountsAt(
    await whoHears(context),
    receipts.map(({ path }) => path),
  )
  await tell(trx, scope.school, accounts, { kind: 'notice', ...withdrawnMessage(row, reason), link: `/notices/${row.id}` })
  record({ kind: 'notice', id: row.id, path: row.heldPath, before: { state: 'issued' }, after: { state: 'withdrawn', reason } })
  return view(context, await held(context, row.id))
}
