import '../tables.ts'
import { insertRows, namedSince, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { among } from '../store.ts'

/** So many numbers in a row, the first of them returned; whoever else numbers in this unit and year waits until we are through. */
export async function takeNumbers(
  trx: Trx,
  { school, cohortId, kind, unit }: { school: string; cohortId: string; kind: 'bag' | 'list'; unit: number },
  count: number,
): Promise<number> {
  const { last } = await trx
    .insertInto('dossier_numbers')
    .values({ school_id: school, cohort_id: cohortId, kind, unit, last: count })
    .onConflict(conflict =>
      conflict.columns(['school_id', 'cohort_id', 'kind', 'unit']).doUpdateSet(eb => ({ last: eb('dossier_numbers.last', '+', count) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last - count + 1
}

export const addBags = (trx: Trx, rows: readonly Record<string, unknown>[]) => insertRows(trx, 'dossier_bags', rows)

/** The number stays, void: it is given to nobody again. */
export const voidBags = (
  trx: Trx,
  rows: readonly { school_id: string; id: string; voided_at: string; voided_name: string; void_reason: string }[],
) => (rows.length > 0 ? updateRows(trx, 'dossier_bags', ['school_id', 'id'], rows) : Promise.resolve(0))

const bags = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('dossier_bags')
    .select(['id', 'graduate_id as graduateId', 'text', 'given_at as givenAt', 'voided_at as voidedAt', 'void_reason as voidReason'])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)

export type BagRow = Awaited<ReturnType<typeof bagsOf>>[number]

/** Every number that these dossiers ever had, oldest first. */
export const bagsOf = (trx: Trx, scope: Scope, graduateIds: readonly string[]) =>
  bags(trx, scope).where('graduate_id', 'in', among(graduateIds)).orderBy('given_at').orderBy('number').execute()

/** Also by a number that is void: an old label still leads to its file. */
export const bagByText = (trx: Trx, scope: Scope, cohortId: string, text: string) =>
  bags(trx, scope).where('cohort_id', '=', cohortId).where('text', '=', text).executeTakeFirst()

/** Of these members, whose dossier was begun after this id was made. */
export const dossiersSince = (trx: Trx, school: string, memberIds: readonly string[], since: string) =>
  namedSince(trx, 'dossiers', { school, column: 'member_id', among: memberIds, since })
