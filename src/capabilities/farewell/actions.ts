import { createHash } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { graduatesByIds, type PersonRow } from '../roster/index.ts'
import {
  type Asked,
  type FarewellKind,
  leaves,
  mayRecord,
  mayRevoke,
  maySign,
  noticeText,
  type RecordRefusal,
  type RevokeRefusal,
  type SignRefusal,
} from './rules.ts'
import * as store from './store.ts'

const refused = (reason: RecordRefusal | RevokeRefusal | SignRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

/** The hash under which a text is signed. */
export const textSigned = createHash('sha256').update(noticeText).digest('hex')

const worded = (error: unknown): never => {
  const reason = meaningOf(error) as RecordRefusal | undefined
  throw reason ? refused(reason) : error
}

type Writing = Asked & { note: string; textRead?: string }
type Who = Pick<PersonRow, 'id' | 'cohortId' | 'memberId' | 'path'>

const rowOf = ({ scope, actor, now }: RequestContext, person: Who, { kind, onDay, how, by, note, textRead }: Writing) => ({
  school_id: scope.school,
  id: newId(),
  cohort_id: person.cohortId,
  graduate_id: person.id,
  member_id: person.memberId,
  path: person.path,
  kind,
  on_day: onDay,
  how,
  by_name: by.trim(),
  note,
  text_sha256: textRead ?? null,
  recorded_by: actor.id,
  recorded_name: actor.name,
  recorded_at: now,
})

async function write(context: RequestContext, people: readonly Who[], writing: Writing): Promise<void> {
  const rows = people.map(person => rowOf(context, person, writing))
  await store.addRecords(context.trx, rows).catch(worded)
  for (const { id, path, graduate_id, kind, on_day, how, by_name } of rows)
    context.record({ kind: 'farewell', id, path, after: { graduateId: graduate_id, kind, onDay: on_day, how, by: by_name } })
}

const heldBy = (rows: readonly store.RecordRow[]) => {
  const held = new Map<string, Set<FarewellKind>>()
  for (const { graduateId, kind } of rows) held.set(graduateId, (held.get(graduateId) ?? new Set()).add(kind))
  return held
}

export type Refused = { graduateId: string; name: string; reason: RecordRefusal }

/** One or many: all or none, every refused one named. */
export async function recordMany(
  context: RequestContext,
  { graduateIds, ...writing }: Writing & { graduateIds: readonly string[] },
): Promise<{ recorded: number; refused: Refused[] }> {
  const { trx, scope, actor, today } = context
  const ids = [...new Set(graduateIds)]
  const people = await graduatesByIds(trx, scope, ids)
  if (people.length < ids.length) throw new ORPCError('NOT_FOUND')
  const held = heldBy(await store.recordsOf(trx, scope, ids))
  const refusals = people.flatMap(({ id, name, memberId, outcome }): Refused[] => {
    const facts = { leaves: leaves[outcome], own: memberId === actor.memberId, held: held.get(id) ?? new Set<FarewellKind>() }
    const decision = mayRecord(facts, writing, today)
    return decision.allowed ? [] : [{ graduateId: id, name, reason: decision.reason }]
  })
  if (refusals.length > 0) return { recorded: 0, refused: refusals }
  await write(context, people, writing)
  return { recorded: people.length, refused: [] }
}

/** Held by nobody else: the member's own, read and signed today. */
export async function signOwn(context: RequestContext, { name, text }: { name: string; text: string }): Promise<store.RecordRow> {
  const { trx, scope, today } = context
  const person = await store.ownGraduate(trx, scope)
  if (!person) throw new ORPCError('NOT_FOUND')
  const held = heldBy(await store.recordsOf(trx, scope, [person.id])).get(person.id) ?? new Set<FarewellKind>()
  const decision = maySign(
    { leaves: leaves[person.outcome], held },
    { name: person.name, typed: name, textRead: text, textNow: textSigned },
  )
  if (!decision.allowed) throw refused(decision.reason)
  const onDay: Day = today
  await write(context, [person], { kind: 'notice', onDay, how: 'online', by: person.name, note: '', textRead: text })
  return (await store.recordsOf(trx, scope, [person.id])).find(({ kind }) => kind === 'notice')!
}

export async function revoke(context: RequestContext, id: string, reason: string): Promise<store.RecordRow> {
  const { trx, scope, actor, now, record } = context
  const row = await store.heldRecord(trx, scope, id)
  if (!row) throw new ORPCError('NOT_FOUND')
  const decision = mayRevoke({ revoked: row.revokedAt !== null, own: row.memberId === actor.memberId, reason })
  if (!decision.allowed) throw refused(decision.reason)
  await store.revokeRecord(trx, scope.school, id, actor.id, now, reason)
  const before = { graduateId: row.graduateId, kind: row.kind, onDay: row.onDay, by: row.by }
  record({ kind: 'farewell', id, path: row.path, before, after: { ...before, revoked: true, reason } })
  return { ...row, revokedAt: now, revokedReason: reason }
}
