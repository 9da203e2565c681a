import './tables.ts'
import { type Insertable, sql } from 'kysely'
import { insertRows, namedSince, type Tables, type Trx, updateRows } from '../../platform/database/index.ts'
import { meaning } from '../../platform/database/violations.ts'
import type { Scope } from '../orgs/index.ts'
import { graduatesIn, personColumns } from '../roster/index.ts'
import { type FarewellKind, staying } from './rules.ts'

meaning('farewells_once', 'already-recorded')

const records = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('farewells')
    .select([
      'id',
      'graduate_id as graduateId',
      'member_id as memberId',
      'path',
      'kind',
      'on_day as onDay',
      'how',
      'by_name as by',
      'note',
      'recorded_name as recordedName',
      'recorded_at as recordedAt',
      'revoked_at as revokedAt',
      'revoked_reason as revokedReason',
    ])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .$if(scope.reach === 'own', query => query.where('member_id', '=', scope.member))

export type RecordRow = Awaited<ReturnType<typeof recordsOf>>[number]

/** Of these people, the living ones only unless all are asked for; oldest first. */
export const recordsOf = (trx: Trx, scope: Scope, graduateIds: readonly string[], all = false) =>
  records(trx, scope)
    .where('graduate_id', 'in', sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(graduateIds)}::json))`)
    .$if(!all, query => query.where('revoked_at', 'is', null))
    .orderBy('on_day')
    .orderBy('id')
    .execute()

export const heldRecord = (trx: Trx, scope: Scope, id: string) => records(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()

export const addRecords = (
  trx: Trx,
  rows: readonly Omit<Insertable<Tables['farewells']>, 'revoked_at' | 'revoked_by' | 'revoked_reason'>[],
) => insertRows(trx, 'farewells', rows)

export const revokeRecord = (trx: Trx, school: string, id: string, by: string, at: Date, reason: string) =>
  trx
    .updateTable('farewells')
    .set({ revoked_at: at, revoked_by: by, revoked_reason: reason })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

/** Whom it concerns: who leaves, and whose relation is at the school. */
const leaving = (trx: Trx, scope: Scope, cohortId: string) =>
  graduatesIn(trx, scope)
    .leftJoin('farewells as n', join =>
      join
        .onRef('n.school_id', '=', 'g.school_id')
        .onRef('n.graduate_id', '=', 'g.id')
        .on('n.kind', '=', 'notice')
        .on('n.revoked_at', 'is', null),
    )
    .leftJoin('farewells as t', join =>
      join
        .onRef('t.school_id', '=', 'g.school_id')
        .onRef('t.graduate_id', '=', 'g.id')
        .on('t.kind', '=', 'talk')
        .on('t.revoked_at', 'is', null),
    )
    .where('g.cohort_id', '=', cohortId)
    .where('g.reduction', 'is', null)
    .where('m.relation_at_school', '=', true)
    .where('g.outcome', 'not in', staying)

export type Filter = { cohortId: string; search?: string | undefined; lacks?: FarewellKind | undefined }

const plain = (text: string) => text.replace(/[\\%_]/g, character => `\\${character}`)

const searched = (trx: Trx, scope: Scope, { cohortId, search }: Filter) => {
  const contains = `%${plain(search ?? '')}%`
  return leaving(trx, scope, cohortId).$if(Boolean(search), query =>
    query.where(({ eb, or }) =>
      or([eb('m.name', 'like', contains), eb('m.pinyin', 'ilike', contains), eb('m.student_number', 'like', contains)]),
    ),
  )
}

const found = (trx: Trx, scope: Scope, filter: Filter) =>
  searched(trx, scope, filter)
    .$if(filter.lacks === 'notice', query => query.where('n.id', 'is', null))
    .$if(filter.lacks === 'talk', query => query.where('t.id', 'is', null))

/** In the order of branch and name; `after` is the id of the last one seen. */
export const page = (trx: Trx, scope: Scope, filter: Filter, after: string | undefined, limit: number) =>
  found(trx, scope, filter)
    .select(personColumns)
    .$if(after !== undefined, query =>
      query.where(
        sql<boolean>`(g.path, g.pinyin, g.id) > (select a.path, a.pinyin, a.id from graduates a where a.school_id = ${scope.school} and a.id = ${after})`,
      ),
    )
    .orderBy('g.path')
    .orderBy('g.pinyin')
    .orderBy('g.id')
    .limit(limit)
    .execute()

const counted = sql<number>`count(*)::int`

export const total = async (trx: Trx, scope: Scope, filter: Filter): Promise<number> =>
  (await found(trx, scope, filter).select(counted.as('count')).executeTakeFirstOrThrow()).count

/** By branch: whom it concerns, and how many have which. */
export const countsByBranch = (trx: Trx, scope: Scope, cohortId: string, search?: string | undefined) =>
  searched(trx, scope, { cohortId, search })
    .select(['u.id as unitId', 'u.name as unitName', 'g.path as path'])
    .select([counted.as('people'), sql<number>`count(n.id)::int`.as('notice'), sql<number>`count(t.id)::int`.as('talk')])
    .groupBy(['u.id', 'u.name', 'g.path'])
    .orderBy('g.path')
    .execute()

/** The member's newest entry. */
export const ownGraduate = (trx: Trx, scope: Scope) =>
  graduatesIn(trx, scope).select(personColumns).where('g.member_id', '=', scope.member).orderBy('g.id', 'desc').limit(1).executeTakeFirst()

/** What stands on members who moved goes with them. */
export const moveFarewells = async (trx: Trx, school: string, moves: readonly { memberId: string; path: string }[]) => {
  if (moves.length === 0) return
  await updateRows(
    trx,
    'farewells',
    ['school_id', 'member_id'],
    moves.map(({ memberId, path }) => ({ school_id: school, member_id: memberId, path })),
  )
}

/** Of these members, who signed or talked later than this id was made; what was revoked was recorded too. */
export const recordedSince = (trx: Trx, school: string, memberIds: readonly string[], since: string) =>
  namedSince(trx, 'farewells', { school, column: 'member_id', among: memberIds, since })
