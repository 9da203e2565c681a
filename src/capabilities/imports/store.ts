import './tables.ts'
import { type Insertable, sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { insertRows, type Tables, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import type { Counts, ImportState } from './rules.ts'

export type ImportRow = Awaited<ReturnType<typeof importsOf>>[number]

const imports = (trx: Trx, scope: Scope, kind: string) =>
  trx
    .selectFrom('imports')
    .select([
      'id',
      'account_id as accountId',
      'account_name as accountName',
      'path',
      'cohort_id as cohortId',
      'about',
      'file_id as fileId',
      'file_name as fileName',
      'state',
      'edits',
      'key_id as keyId',
      'counts',
      'created_at as createdAt',
      'committed_at as committedAt',
      'version',
    ])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('kind', '=', kind)

/** What a person uploaded: a colleague's import is listed to others, never opened. */
const own = (trx: Trx, scope: Scope, kind: string, id: string) =>
  imports(trx, scope, kind).where('id', '=', id).where('account_id', '=', scope.account)

export const ownImport = (trx: Trx, scope: Scope, kind: string, id: string) => own(trx, scope, kind, id).executeTakeFirst()

/** Held until the transaction ends, so that a second commit waits and then sees the first. */
export const holdImport = (trx: Trx, scope: Scope, kind: string, id: string) => own(trx, scope, kind, id).forUpdate().executeTakeFirst()

type Listed = { cohortId: string | null; about: string | null; limit: number }

export const importsOf = (trx: Trx, scope: Scope, kind: string, { cohortId, about, limit }: Listed) =>
  imports(trx, scope, kind)
    .where('cohort_id', cohortId === null ? 'is' : '=', cohortId)
    .where('about', about === null ? 'is' : '=', about)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const addImport = (trx: Trx, row: Omit<Insertable<Tables['imports']>, 'version' | 'created_at' | 'committed_at'>) =>
  insertRows(trx, 'imports', [row])

type Change = { touched_on: Day; state?: ImportState; edits?: Uint8Array; key_id?: string; counts?: Counts; committed_at?: Date }

export const saveImport = (trx: Trx, { school }: Scope, id: string, { counts, ...change }: Change) =>
  trx
    .updateTable('imports')
    .set(eb => ({ ...change, ...(counts && { counts: JSON.stringify(counts) as never }), version: eb('version', '+', 1) }))
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

/** Imports of any school, last touched on this day or before, whose file is still kept; held until the transaction ends. */
export const holdUntouched = (system: Trx, since: Day, limit: number) =>
  system
    .selectFrom('imports')
    .select(['school_id as school', 'id', 'path', 'state', 'file_id as fileId'])
    .where('file_id', 'is not', null)
    .where('touched_on', '<=', since)
    .orderBy('school_id')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()

export type Untouched = Awaited<ReturnType<typeof holdUntouched>>[number]

/** What is left of an expired import: who, when, which file, and its counts. One that was still waiting is given up. */
export const empty = (system: Trx, school: string, ids: readonly string[]) =>
  system
    .updateTable('imports')
    .set(eb => ({
      file_id: null,
      edits: null,
      state: sql<ImportState>`case state when 'checked' then 'cancelled' else state end`,
      version: eb('version', '+', 1),
    }))
    .where('school_id', '=', school)
    .where('id', 'in', ids)
    .execute()
