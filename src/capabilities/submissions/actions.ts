import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { tell } from '../inbox/index.ts'
import { submitRegister } from '../transfers/index.ts'
import { frozenRows, hashOf } from './freeze.ts'
import type { FormLine } from './lines.ts'
import { type Prepared, prepare, type Wanted } from './prepare.ts'
import {
  type DecideRefusal,
  type DecideStep,
  formNames,
  mayDecide,
  type ReturnState,
  type SubmitRefusal,
  type Submitting,
} from './rules.ts'
import * as store from './store.ts'

export const refused = (reason: SubmitRefusal | DecideRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

/** Freezes what was previewed. At a 总支, 附件2 moves its verified cases to 组织部 in the same transaction: there is no second approval. */
export async function submit(context: RequestContext, wanted: Wanted & { fingerprint: string }): Promise<store.Head> {
  const prepared = await prepare(context, wanted)
  if (!prepared.decision.allowed) throw refused(prepared.decision.reason)
  if (prepared.fingerprint !== wanted.fingerprint) throw refused('changed-since-preview')
  if (wanted.task === 'register' && prepared.level === 'secondary') await moveCases(context, wanted.cohortId, prepared.lines)

  const id = newId()
  await store.addReturn(context.trx, ...(await frozen(context, id, wanted, prepared, prepared.decision.value))).catch(error => {
    const reason = meaningOf(error) as SubmitRefusal | undefined
    throw reason ? refused(reason) : error
  })
  const head = (await store.head(context.trx, context.scope, id))!
  context.record({
    kind: 'submission',
    id,
    path: head.path,
    after: { task: wanted.task, ordinal: head.ordinal, rows: head.rowCount, late: head.late, sha256: head.sha256 },
  })
  return head
}

/** Held by transfers, which moves all of them or none; what has moved is what is frozen. */
async function moveCases(context: RequestContext, cohortId: string, lines: readonly FormLine[]) {
  const ids = lines.map(({ graduateId }) => graduateId)
  const moved = new Set((await submitRegister(context, cohortId, ids)).map(({ graduateId }) => graduateId))
  if (ids.some(id => !moved.has(id))) throw refused('changed-since-preview')
}

async function frozen(
  { scope, actor, today, vault }: RequestContext,
  id: string,
  { cohortId, task }: Wanted,
  { unit, form, dueOn, lines }: Prepared,
  { level, ordinal, supplementOf, supplementReason }: Submitting,
) {
  const rows = frozenRows(await vault(cohortId), scope.school, id, lines)
  const head = {
    id,
    cohortId,
    unitId: unit.id,
    task,
    level,
    ordinal,
    title: form.title,
    columns: form.columns,
    submittedOn: today,
    submittedBy: actor.id,
  }
  const row = {
    school_id: scope.school,
    id,
    cohort_id: cohortId,
    unit_id: unit.id,
    path: unit.path,
    task,
    level,
    ordinal,
    title: form.title,
    form_columns: form.columns,
    supplement_of: supplementOf,
    supplement_reason: supplementReason,
    state: 'submitted' as const,
    row_count: rows.length,
    sha256: hashOf(head, rows),
    due_on: dueOn,
    submitted_on: today,
    late: dueOn !== null && today > dueOn,
    submitted_by: actor.id,
    submitted_name: actor.name,
    decided_on: null,
    decided_name: null,
    return_reason: null,
  }
  return [row, rows] as const
}

export async function decideReturn(
  context: RequestContext,
  step: DecideStep,
  { id, version, reason }: { id: string; version: number; reason: string | null },
): Promise<store.Head> {
  const { trx, scope, actor, today } = context
  const held = await store.heldHead(trx, scope, id)
  if (!held) throw new ORPCError('NOT_FOUND')
  if (held.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: held.version } })
  const decision = mayDecide(step, { ...(await decideFacts(context, held)), reason })
  if (!decision.allowed) throw refused(decision.reason)

  const along = step === 'send-back' ? await store.openSupplements(trx, scope, id) : []
  const decided = [held, ...along]
  const verdict = {
    state: decision.value,
    decided_on: today,
    decided_name: actor.name,
    return_reason: step === 'send-back' ? reason : null,
  }
  await store.decide(
    trx,
    scope.school,
    decided.map(one => one.id),
    verdict,
  )
  for (const one of decided) {
    context.record({
      kind: 'submission',
      id: one.id,
      path: one.path,
      before: { state: one.state },
      after: { state: decision.value, reason },
    })
    await tellUnit(context, one, decision.value, reason)
  }
  return (await store.head(trx, scope, id))!
}

/** What the rule asks about a return, seen by this actor; also for the buttons. */
export async function decideFacts({ trx, scope, actor }: RequestContext, held: store.Head) {
  const original = held.supplementOf === null ? undefined : await store.head(trx, scope, held.supplementOf)
  return {
    task: held.task,
    level: held.level,
    state: held.state,
    originalState: original?.state ?? null,
    deciderLevel: deciderLevels[actor.role] ?? ('branch' as const),
  }
}

/** A 直属党支部 has no branch below it that hands in. */
const deciderLevels: Partial<Record<RequestContext['actor']['role'], 'committee' | 'secondary'>> = {
  'committee-office': 'committee',
  'general-branch': 'secondary',
}

async function tellUnit({ trx, scope }: RequestContext, held: store.Head, state: ReturnState, reason: string | null) {
  const form = `${formNames[held.task]}（第 ${held.ordinal} 次，${held.rowCount} 人）`
  const words =
    state === 'accepted'
      ? { title: `${form}已接收`, body: '报送的内容已冻结留存，不用再做什么。' }
      : { title: `${form}被退回`, body: `原因：${reason}。原来报送的内容留作记录，改好名册或登记后请重新报送。` }
  await tell(trx, scope.school, [held.submittedBy], { kind: 'submission', ...words, link: `/submissions/${held.id}` })
}
