/** Where the external system said something else: rows to decide. */
import '../tables.ts'
import { type Insertable, sql } from 'kysely'
import { insertRows, type Tables, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { DifferenceKind, DifferenceState } from '../rules.ts'
import { standing } from './search.ts'

export type NewDifference = Omit<Insertable<Tables['result_differences']>, 'state' | 'version'>

const texts = (values: readonly string[]) => sql<string>`(select json_array_elements_text(${JSON.stringify(values)}::json))`
const ids = (values: readonly string[]) => sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(values)}::json))`

/** Which of these are kept already, decided or not. */
export const marksKept = async (trx: Trx, { school }: Scope, cohortId: string, marks: readonly string[]): Promise<ReadonlySet<string>> => {
  if (marks.length === 0) return new Set()
  const rows = await trx
    .selectFrom('result_differences')
    .select('mark')
    .where('school_id', '=', school)
    .where('cohort_id', '=', cohortId)
    .where('mark', 'in', texts(marks))
    .execute()
  return new Set(rows.map(({ mark }) => mark))
}

export const addDifferences = async (trx: Trx, rows: readonly NewDifference[]) => {
  if (rows.length) await insertRows(trx, 'result_differences', rows)
}

type Row = Record<string, unknown>
export const saveDifferences = async (trx: Trx, rows: readonly Row[]) => {
  if (rows.length) await updateRows(trx, 'result_differences', ['school_id', 'id'], rows)
}

const open: readonly DifferenceState[] = ['open', 'asked']

export type DifferenceFilter = { cohortId: string; decided?: boolean | undefined; kind?: DifferenceKind | undefined }

const within = (trx: Trx, { school, path, pathEnd }: Scope) =>
  trx.selectFrom('result_differences').where('school_id', '=', school).where('path', '>=', path).where('path', '<', pathEnd)

const found = (trx: Trx, scope: Scope, { cohortId, decided = false, kind }: DifferenceFilter) =>
  within(trx, scope)
    .where('cohort_id', '=', cohortId)
    .where('state', decided ? 'not in' : 'in', open)
    .$if(kind !== undefined, query => query.where('kind', '=', kind!))

const columns = [
  'id',
  'path',
  'graduate_id as graduateId',
  'attempt_id as attemptId',
  'named',
  'kind',
  'ours',
  'theirs',
  'told',
  'found_on as foundOn',
  'state',
  'decided_on as decidedOn',
  'decided_name as decidedName',
  'reason',
  'version',
] as const
export type DifferenceRow = Awaited<ReturnType<typeof differencesPage>>[number]

/** By name of the person: what concerns one stands together. */
export const differencesPage = (
  trx: Trx,
  scope: Scope,
  filter: DifferenceFilter,
  after: readonly [named: string, id: string] | undefined,
  limit: number,
) =>
  found(trx, scope, filter)
    .select(columns)
    .$if(after !== undefined, query => query.where(sql<boolean>`(named, id) > (${after![0]}, ${after![1]}::uuid)`))
    .orderBy('named')
    .orderBy('id')
    .limit(limit)
    .execute()

export const differenceCount = async (trx: Trx, scope: Scope, filter: DifferenceFilter): Promise<number> =>
  (await found(trx, scope, filter).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count

/** Held until the transaction ends, in one order for everybody. */
export const holdDifferences = (trx: Trx, scope: Scope, wanted: readonly string[]) =>
  within(trx, scope).select(columns).where('id', 'in', ids(wanted)).orderBy('id').forUpdate().execute()

/** What still waits for a decision about these attempts. */
export const openDifferences = (trx: Trx, { school }: Scope, attemptIds: readonly string[]) =>
  trx
    .selectFrom('result_differences')
    .select(['id', 'kind', 'told', 'attempt_id as attemptId', 'version'])
    .where('school_id', '=', school)
    .where('attempt_id', 'in', ids(attemptIds))
    .where('state', 'in', open)
    .execute()

/** Out by the system and unproven: whom a whole list of it would name. */
export const outBySystem = (trx: Trx, scope: Scope, cohortId: string) =>
  standing(trx, scope, cohortId)
    .select(['g.id as graduateId', 'g.member_id as memberId', 'g.path as path', 'a.id as attemptId'])
    .select(['m.name as name', 'm.student_number as studentNumber', 'a.started_on as startedOn', 'a.serial as serial'])
    .where('a.state', 'in', ['in-transit', 'answered'])
    .where('a.system_at', '=', 'out')
    .orderBy('g.path')
    .orderBy('g.id')
    .execute()
