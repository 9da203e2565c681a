import './tables.ts'
import type { AuditNote } from '../../kernel/audit.ts'
import { newId } from '../../kernel/ids.ts'
import { insertRows, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'

export interface Author {
  id: string
  name: string
  role: string
}

/** What the program does by itself, on its day. */
export const bySystem: Author = { id: '00000000-0000-0000-0000-000000000000', name: '系统', role: 'system' }

/** One entry a subject, inserted as a set; several at once share a batch. */
export async function record(
  trx: Trx,
  school: string,
  by: Author,
  verb: string,
  notes: readonly AuditNote[],
  batch = newId(),
): Promise<void> {
  if (notes.length === 0) return
  await insertRows(
    trx,
    'audit_entries',
    notes.map(note => ({
      school_id: school,
      id: newId(),
      actor_id: by.id,
      actor_name: by.name,
      role: by.role,
      verb,
      subject_kind: note.kind,
      subject_id: note.id,
      path: note.path,
      batch_id: notes.length > 1 ? batch : null,
      before: note.before ?? null,
      after: note.after ?? null,
    })),
  )
}

const columns = [
  'id',
  'at',
  'actor_name as actorName',
  'role',
  'verb',
  'subject_kind as subjectKind',
  'subject_id as subjectId',
  'path',
  'before',
  'after',
] as const

/** Newest first; `after` is the id of the last entry seen. */
export const entries = (
  trx: Trx,
  scope: Scope,
  filter: {
    after?: string | undefined
    verb?: string | undefined
    subjectKind?: string | undefined
    subjectId?: string | undefined
    limit: number
  },
) =>
  trx
    .selectFrom('audit_entries')
    .select(columns)
    .where('school_id', '=', scope.school)
    .$if(filter.after !== undefined, query => query.where('id', '<', filter.after!))
    .$if(filter.verb !== undefined, query => query.where('verb', '=', filter.verb!))
    .$if(filter.subjectKind !== undefined, query => query.where('subject_kind', '=', filter.subjectKind!))
    .$if(filter.subjectId !== undefined, query => query.where('subject_id', '=', filter.subjectId!))
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute()

/** Everything that was done to a cohort's units, for its archive: oldest first, a page at a time. */
export const extract = (trx: Trx, scope: Scope, after: string | null, limit: number) =>
  trx
    .selectFrom('audit_entries')
    .select(columns)
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .$if(after !== null, query => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute()

type Claim = { school_id: string; actor_id: string; procedure: string; key: string; request_hash: string }

/** Takes a key for this request; false where it is taken already. A second request with the same key waits here for the first. */
export async function claimKey(trx: Trx, claim: Claim, since: Date): Promise<boolean> {
  await trx
    .deleteFrom('idempotency_keys')
    .where('school_id', '=', claim.school_id)
    .where('actor_id', '=', claim.actor_id)
    .where('created_at', '<', since)
    .execute()
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('idempotency_keys')
    .values({ ...claim, answer: null })
    .onConflict(conflict => conflict.columns(['school_id', 'actor_id', 'procedure', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0) === 1
}

export const keptAnswer = (trx: Trx, scope: Scope, procedure: string, key: string) =>
  trx
    .selectFrom('idempotency_keys')
    .select(['request_hash as requestHash', 'answer'])
    .where('school_id', '=', scope.school)
    .where('actor_id', '=', scope.account)
    .where('procedure', '=', procedure)
    .where('key', '=', key)
    .executeTakeFirst()

export const keepAnswer = (trx: Trx, scope: Scope, procedure: string, key: string, answer: Uint8Array) =>
  trx
    .updateTable('idempotency_keys')
    .set({ answer })
    .where('school_id', '=', scope.school)
    .where('actor_id', '=', scope.account)
    .where('procedure', '=', procedure)
    .where('key', '=', key)
    .execute()
