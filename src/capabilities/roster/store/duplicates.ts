/** Entries that may be one person. */
import '../tables.ts'
import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { insertRows, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

/** More than anybody works through at a sitting. */
const MOST = 100

/**
 * Pairs of the scope of which at least one is of the cohort: the same name, and the same phone, birthday or end of an ID number.
 * A phone is known by its index, never by its digits.
 */
export const pairs = (trx: Trx, { school, path, pathEnd }: Scope, cohortId: string) =>
  trx
    .selectFrom('graduates as g')
    .innerJoin('members as a', join => join.onRef('a.school_id', '=', 'g.school_id').onRef('a.id', '=', 'g.member_id'))
    .innerJoin('members as b', join =>
      join.onRef('b.school_id', '=', 'a.school_id').onRef('b.name', '=', 'a.name').onRef('b.id', '!=', 'a.id'),
    )
    .leftJoin('graduates as h', join =>
      join.onRef('h.school_id', '=', 'b.school_id').onRef('h.member_id', '=', 'b.id').onRef('h.cohort_id', '=', 'g.cohort_id'),
    )
    .select(['a.id as one', 'b.id as other', 'a.created_at as oneSince', 'b.created_at as otherSince'])
    .select(sql<boolean>`coalesce(a.phone_index = b.phone_index, false)`.as('samePhone'))
    .select(sql<boolean>`coalesce(a.born_on = b.born_on, false)`.as('sameBirth'))
    .select(sql<boolean>`coalesce(a.id_number_last4 = b.id_number_last4, false)`.as('sameLast4'))
    .where('g.school_id', '=', school)
    .where('g.cohort_id', '=', cohortId)
    .where('g.path', '>=', path)
    .where('g.path', '<', pathEnd)
    .where('b.path', '>=', path)
    .where('b.path', '<', pathEnd)
    // Of two of the same year one way round is enough.
    .where(sql<SqlBool>`(h.id is null or a.id < b.id)`)
    .where(sql<SqlBool>`(a.phone_index = b.phone_index or a.born_on = b.born_on or a.id_number_last4 = b.id_number_last4)`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('distinct_people as d')
            .select('d.one')
            .whereRef('d.school_id', '=', 'a.school_id')
            .where(sql<SqlBool>`d.one = least(a.id, b.id) and d.other = greatest(a.id, b.id)`),
        ),
      ),
    )
    .orderBy('a.pinyin')
    .orderBy('a.id')
    .limit(MOST)
    .execute()

export const apart = (trx: Trx, row: Record<string, unknown>) => insertRows(trx, 'distinct_people', [row])

export const isApart = async (trx: Trx, school: string, one: string, other: string): Promise<boolean> =>
  (await trx
    .selectFrom('distinct_people')
    .select('one')
    .where('school_id', '=', school)
    .where('one', '=', one)
    .where('other', '=', other)
    .executeTakeFirst()) !== undefined

/** Every row that names the one names the other, in whatever table; the number that becomes the present one is no former one. */
export async function joinMembers(
  trx: Trx,
  { school }: Scope,
  from: string,
  to: string,
  present: string | null,
  today: Day,
): Promise<void> {
  if (present !== null)
    await trx
      .deleteFrom('member_numbers')
      .where('school_id', '=', school)
      .where('number', '=', present)
      .where('member_id', '=', from)
      .execute()
  await sql`select join_members(${from}::uuid, ${to}::uuid, ${today}::date)`.execute(trx)
}

/** What hangs on an entry hangs on the other of the same year. */
export const joinEntries = (trx: Trx, from: string, to: string, account: string) =>
  sql`select join_entries(${from}::uuid, ${to}::uuid, ${account}::uuid)`.execute(trx)

export const cohortsOf = (trx: Trx, { school }: Scope, memberId: string) =>
  trx
    .selectFrom('graduates')
    .select(['id', 'cohort_id as cohortId'])
    .where('school_id', '=', school)
    .where('member_id', '=', memberId)
    .forUpdate()
    .execute()

export const dropMember = (trx: Trx, { school }: Scope, id: string) =>
  trx.deleteFrom('members').where('school_id', '=', school).where('id', '=', id).execute()
