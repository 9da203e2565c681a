import './tables.ts'
import { sql } from 'kysely'
import { insertRows, patchRows, type Tables, type Trx, updateRows } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import { graduatesIn } from '../roster/index.ts'

export const among = (ids: readonly string[]) =>
  sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`

/** Whose file is packed: 减员 is not counted, and whose relation never was at the school has no file here. */
const people = (trx: Trx, scope: Scope) =>
  graduatesIn(trx, scope)
    .leftJoin('dossiers as d', join => join.onRef('d.school_id', '=', 'g.school_id').onRef('d.graduate_id', '=', 'g.id'))
    .where('g.reduction', 'is', null)
    .where('g.outcome', '<>', 'deceased')
    .where('m.relation_at_school', '=', true)
    .select([
      'g.id as graduateId',
      'g.member_id as memberId',
      'g.cohort_id as cohortId',
      'g.path as path',
      'g.membership as membership',
      'g.outcome as outcome',
      'm.name as name',
      'm.student_number as studentNumber',
      'u.id as unitId',
      'u.name as branchName',
      'd.id as id',
      'd.papers as papers',
      'd.explained as explained',
      'd.state as state',
      'd.postponed as postponed',
      'd.packed_by as packedBy',
      'd.packed_name as packedName',
      'd.packed_at as packedAt',
      'd.checked_name as checkedName',
      'd.checked_at as checkedAt',
      'd.bag as bag',
      'd.list_id as listId',
      'd.version as version',
    ])
    .orderBy('g.path')
    .orderBy('g.pinyin')
    .orderBy('g.id')

const plain = (text: string) => text.replace(/[\\%_]/g, character => `\\${character}`)

/** In the order of branch and name. */
export const dossiersOf = (trx: Trx, scope: Scope, cohortId: string, search?: string | undefined) => {
  const contains = `%${plain(search ?? '')}%`
  return people(trx, scope)
    .where('g.cohort_id', '=', cohortId)
    .$if(Boolean(search), query =>
      query.where(({ eb, or }) =>
        or([
          eb('m.name', 'like', contains),
          eb('m.pinyin', 'ilike', contains),
          eb('m.student_number', 'like', contains),
          eb('d.bag', 'like', contains),
        ]),
      ),
    )
    .execute()
}

/** An id outside the scope is simply not among them. */
export const dossiersByIds = (trx: Trx, scope: Scope, graduateIds: readonly string[]) =>
  people(trx, scope).where('g.id', 'in', among(graduateIds)).execute()

export const dossiersOnList = (trx: Trx, scope: Scope, listId: string) => people(trx, scope).where('d.list_id', '=', listId).execute()

export type DossierRow = Awaited<ReturnType<typeof dossiersByIds>>[number]

type New = Pick<Tables['dossiers'], 'school_id' | 'cohort_id' | 'graduate_id' | 'member_id' | 'path'> & { id: string }

/** Begins what is not begun, and holds all of them. In one order, so that two batches never wait for each other. */
export async function hold(trx: Trx, scope: Scope, rows: readonly New[]): Promise<void> {
  if (rows.length === 0) return
  const sorted = rows.toSorted((one, other) => (one.graduate_id < other.graduate_id ? -1 : 1))
  await sql`insert into dossiers (school_id, id, cohort_id, graduate_id, member_id, path)
    select school_id, id, cohort_id, graduate_id, member_id, path from json_populate_recordset(null::dossiers, ${JSON.stringify(sorted)}::json)
    on conflict (school_id, graduate_id) do nothing`.execute(trx)
  await trx
    .selectFrom('dossiers')
    .select('id')
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('graduate_id', 'in', among(sorted.map(row => row.graduate_id)))
    .orderBy('graduate_id')
    .forUpdate()
    .execute()
}

/** Each row names its id, and the columns that change with it. */
export const saveDossiers = (trx: Trx, rows: readonly ({ school_id: string; id: string; version: number } & Record<string, unknown>)[]) =>
  rows.length > 0 ? patchRows(trx, 'dossiers', ['school_id', 'id'], rows) : Promise.resolve()

/** What stands on members who moved goes with them. */
export async function moveDossiers(trx: Trx, school: string, moves: readonly { memberId: string; path: string }[]) {
  if (moves.length === 0) return
  const rows = moves.map(({ memberId, path }) => ({ school_id: school, member_id: memberId, path }))
  for (const table of ['dossiers', 'dossier_bags', 'dossier_events'] as const)
    await updateRows(trx, table, ['school_id', 'member_id'], rows)
}

/** By the student number of today or an earlier one; in the scope only. */
export const byStudentNumber = (trx: Trx, scope: Scope, cohortId: string, number: string) =>
  people(trx, scope)
    .where('g.cohort_id', '=', cohortId)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('m.student_number', '=', number),
        exists(
          selectFrom('member_numbers as n')
            .select('n.number')
            .whereRef('n.school_id', '=', 'g.school_id')
            .whereRef('n.member_id', '=', 'g.member_id')
            .where('n.number', '=', number),
        ),
      ]),
    )
    .executeTakeFirst()

type NewEvent = Omit<Tables['dossier_events'], 'at'> & { at: string }
export const addEvents = (trx: Trx, rows: readonly NewEvent[]) => insertRows(trx, 'dossier_events', rows)

export const eventsOf = (trx: Trx, scope: Scope, graduateId: string) =>
  trx
    .selectFrom('dossier_events')
    .select(['id', 'at', 'step', 'actor_name as actorName', 'bag', 'reason'])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('graduate_id', '=', graduateId)
    .orderBy('at')
    .orderBy('id')
    .execute()
