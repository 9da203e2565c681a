import './tables.ts'
import type { Insertable } from 'kysely'
import { type SqlBool, sql } from 'kysely'
import { insertRows, type Tables, type Trx, updateRows } from '../../platform/database/index.ts'
import { meaning } from '../../platform/database/violations.ts'
import type { Scope } from '../orgs/index.ts'

// Looked for before anything is written: what still breaks it came from somebody else, just now.
meaning('carryovers_once', 'held-meanwhile')

const oneOf = (column: string, ids: readonly string[]) =>
  sql<SqlBool>`${sql.ref(column)} in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`

const carryovers = (trx: Trx, { school, path, pathEnd }: Scope) =>
  trx
    .selectFrom('carryovers')
    .select([
      'id',
      'cohort_id as cohortId',
      'graduate_id as graduateId',
      'member_id as memberId',
      'matter',
      'brought',
      'added_number as addedNumber',
    ])
    .where('school_id', '=', school)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
export type CarryoverRow = Awaited<ReturnType<typeof carriedOf>>[number]

/** Everybody who was carried over, in the scope. */
export const carriedIn = (trx: Trx, scope: Scope) => carryovers(trx, scope).execute()

/** What was carried over of these members. */
export const carriedOf = (trx: Trx, scope: Scope, memberIds: readonly string[]) =>
  carryovers(trx, scope).where(oneOf('member_id', memberIds)).execute()

export const carriedBy = (trx: Trx, scope: Scope, graduateIds: readonly string[], hold: boolean) =>
  carryovers(trx, scope)
    .where(oneOf('graduate_id', graduateIds))
    .orderBy('id')
    .$if(hold, query => query.forUpdate())
    .execute()

export const addCarryovers = (trx: Trx, rows: readonly Insertable<Tables['carryovers']>[]) => insertRows(trx, 'carryovers', rows)

export const dropCarryovers = (trx: Trx, { school }: Scope, graduateIds: readonly string[]) =>
  trx.deleteFrom('carryovers').where('school_id', '=', school).where(oneOf('graduate_id', graduateIds)).execute()

/** Members who moved take theirs to the new branch. */
export const moveCarryovers = (trx: Trx, school: string, moves: readonly { memberId: string; path: string }[]) =>
  moves.length === 0
    ? Promise.resolve(0)
    : updateRows(
        trx,
        'carryovers',
        ['school_id', 'member_id'],
        moves.map(({ memberId, path }) => ({ school_id: school, member_id: memberId, path })),
      )
