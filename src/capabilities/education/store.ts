import './tables.ts'
import { type Insertable, sql } from 'kysely'
import { insertRows, namedSince, type Tables, type Trx, updateRows } from '../../platform/database/index.ts'
import { meaning } from '../../platform/database/violations.ts'
import type { Scope } from '../orgs/index.ts'
import { graduatesIn, personColumns } from '../roster/index.ts'

meaning('item_confirmations_once_a_day', 'already-confirmed')

/** Confirmations in the scope, revoked ones too. */
const confirmations = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('item_confirmations')
    .select([
      'id',
      'cohort_id as cohortId',
      'graduate_id as graduateId',
      'member_id as memberId',
      'path',
      'item',
      'done_on as doneOn',
      'evidence',
      'basis',
      'activity_id as activityId',
      'details',
      'made_up as madeUp',
      'confirmed_name as confirmedName',
      'confirmed_at as confirmedAt',
      'revoked_at as revokedAt',
      'revoked_reason as revokedReason',
    ])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .$if(scope.reach === 'own', query => query.where('member_id', '=', scope.member))

export type ConfirmationRow = Awaited<ReturnType<typeof confirmationsOf>>[number]

/** Of one member, oldest day first. */
export const confirmationsOf = (trx: Trx, scope: Scope, graduateId: string) =>
  confirmations(trx, scope).where('graduate_id', '=', graduateId).orderBy('done_on').orderBy('id').execute()

/** What counts of several members. */
export const validOf = (trx: Trx, scope: Scope, graduateIds: readonly string[]): Promise<ConfirmationRow[]> =>
  graduateIds.length === 0
    ? Promise.resolve([])
    : confirmations(trx, scope)
        .where('graduate_id', 'in', graduateIds)
        .where('revoked_at', 'is', null)
        .orderBy('done_on')
        .orderBy('id')
        .execute()

export const heldConfirmation = (trx: Trx, scope: Scope, id: string) =>
  confirmations(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()

/** Held until the end, in one order, so that two confirmations of one item wait for each other. */
export const heldGraduates = (trx: Trx, scope: Scope, ids: readonly string[]) =>
  graduatesIn(trx, scope).select(personColumns).where('g.id', 'in', ids).orderBy('g.id').forUpdate('g').execute()

/** The member's own record of the newest cohort. */
export const ownGraduate = (trx: Trx, scope: Scope) =>
  graduatesIn(trx, scope)
    .select(personColumns)
    .where('g.member_id', '=', scope.member)
    .orderBy('g.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

type Later = 'revoked_at' | 'revoked_by' | 'revoked_reason'
type NewConfirmation = Omit<Insertable<Tables['item_confirmations']>, Later | 'activity_id'> & { activity_id?: string | null }

export const addConfirmations = (trx: Trx, rows: readonly NewConfirmation[]) => insertRows(trx, 'item_confirmations', rows)

/** These confirmations with whose they are, revoked ones too. */
export const confirmationsById = (trx: Trx, scope: Scope, ids: readonly string[], hold: boolean) =>
  graduatesIn(trx, scope)
    .innerJoin('item_confirmations as c', join => join.onRef('c.school_id', '=', 'g.school_id').onRef('c.graduate_id', '=', 'g.id'))
    .select([
      'c.id as id',
      'c.path as path',
      'c.graduate_id as graduateId',
      'c.done_on as doneOn',
      'c.revoked_at as revokedAt',
      'm.name as name',
    ])
    .where('c.school_id', '=', scope.school)
    .where('c.id', 'in', sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`)
    .$if(hold, query => query.forUpdate('c'))
    .execute()

export const revokeConfirmations = (trx: Trx, school: string, ids: readonly string[], by: string, at: Date, reason: string) =>
  ids.length === 0
    ? Promise.resolve(0)
    : updateRows(
        trx,
        'item_confirmations',
        ['school_id', 'id'],
        ids.map(id => ({ school_id: school, id, revoked_at: at.toISOString(), revoked_by: by, revoked_reason: reason })),
      )

export const revokeConfirmation = (trx: Trx, school: string, id: string, by: string, at: Date, reason: string) =>
  trx
    .updateTable('item_confirmations')
    .set({ revoked_at: at, revoked_by: by, revoked_reason: reason })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

/** Members who moved take their confirmations, and what they reported, to the new branch. */
export async function moveConfirmations(trx: Trx, school: string, moves: readonly { memberId: string; path: string }[]): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map(({ memberId, path }) => ({ school_id: school, member_id: memberId, path }))
  for (const table of ['item_confirmations', 'item_reports'] as const) await updateRows(trx, table, ['school_id', 'member_id'], rows)
}

/** Of these members, who had an item confirmed, or reported one, later than this id was made; what was revoked was confirmed too. */
export async function confirmedSince(trx: Trx, school: string, memberIds: readonly string[], since: string): Promise<string[]> {
  const asked = { school, column: 'member_id', among: memberIds, since }
  return [...(await namedSince(trx, 'item_confirmations', asked)), ...(await namedSince(trx, 'item_reports', asked))]
}

/** How many valid confirmations each item has. */
export const confirmedByItem = (trx: Trx, scope: Scope, cohortId: string) =>
  graduatesIn(trx, scope)
    .innerJoin('item_confirmations as c', join => join.onRef('c.school_id', '=', 'g.school_id').onRef('c.graduate_id', '=', 'g.id'))
    .select(eb => ['c.item as item', eb.fn.countAll<number>().as('count')])
    .where('g.cohort_id', '=', cohortId)
    .where('c.school_id', '=', scope.school)
    .where('c.revoked_at', 'is', null)
    .groupBy('c.item')
    .execute()
