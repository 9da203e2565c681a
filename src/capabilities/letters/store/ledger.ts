import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { expiringUntil, type Standing, standings } from '../rules.ts'
import { letterColumns, lettersIn } from '../store.ts'

export type LedgerFilter = { cohortId: string; search?: string | undefined; standing?: Standing | undefined }
export type On = { today: Day; warnDays: number }

const plain = (text: string) => text.replace(/[\\%_]/g, character => `\\${character}`)

/** By serial number, or by part of number, name or addressee. */
const found = (trx: Trx, scope: Scope, { cohortId, search }: LedgerFilter) => {
  const letters = lettersIn(trx, scope).where('l.cohort_id', '=', cohortId)
  if (!search) return letters
  const contains = `%${plain(search)}%`
  // A letter of before has no serial number here: its digits are part of what was written.
  if (/^\d{1,6}$/.test(search))
    return letters.where(({ eb, or, and }) =>
      or([eb('l.number', '=', Number(search)), and([eb('l.outside', '=', true), eb('l.number_text', 'like', contains)])]),
    )
  return letters.where(({ eb, or }) =>
    or([eb('l.number_text', 'like', contains), eb('l.member_name', 'like', contains), eb('l.addressee_name', 'like', contains)]),
  )
}

/** `standingOf` for the database: the same order, so that a segment counts what its rows say. */
const stands = (standing: Standing, { today, warnDays }: On): RawBuilder<boolean> => {
  const open = sql`l.state = 'issued' and l.received_on is null`
  const valid = sql`${open} and l.valid_until > ${expiringUntil(today, warnDays)}`
  const conditions: Record<Standing, RawBuilder<boolean>> = {
    voided: sql`l.state = 'voided'`,
    received: sql`l.state = 'issued' and l.received_on is not null`,
    expired: sql`${open} and l.valid_until < ${today}`,
    expiring: sql`${open} and l.valid_until between ${today} and ${expiringUntil(today, warnDays)}`,
    'handed-over': sql`${valid} and l.picked_up_on is not null`,
    issued: sql`${valid} and l.picked_up_on is null`,
  }
  return conditions[standing]
}

const shown = (trx: Trx, scope: Scope, filter: LedgerFilter, on: On) =>
  found(trx, scope, filter).$if(filter.standing !== undefined, query => query.where(stands(filter.standing!, on)))

/** The unit right below the committee that the branch belongs to. */
const SECONDARY = sql<string>`substring(l.path from '^/[0-9]+/[0-9]+/')`

export type Key = readonly [year: number, number: number]

/** Newest number first; `after` is the last one seen. */
export const ledgerPage = (trx: Trx, scope: Scope, filter: LedgerFilter, on: On, after: Key | undefined, limit: number) =>
  shown(trx, scope, filter, on)
    .leftJoin('org_units as u', join => join.onRef('u.school_id', '=', 'l.school_id').on('u.path', '=', SECONDARY))
    .select(letterColumns)
    .select('u.name as unitName')
    .$if(after !== undefined, query => query.where(sql<boolean>`(l.year, l.number) < (${after![0]}, ${after![1]})`))
    .orderBy('l.year', 'desc')
    .orderBy('l.number', 'desc')
    .limit(limit)
    .execute()

export type Counts = Record<Standing | 'all', number>

/** The numbers on the segments, under the same search. */
export const standingCounts = async (trx: Trx, scope: Scope, filter: LedgerFilter, on: On): Promise<Counts> =>
  (await found(trx, scope, filter)
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      ...standings.map(standing => fn.countAll<number>().filterWhere(stands(standing, on)).as(standing)),
    ])
    .executeTakeFirstOrThrow()) as Counts

/** What is kept for good: no sensitive data. In the order of the numbers. */
export const ledger = (trx: Trx, scope: Scope, cohortId: string) =>
  lettersIn(trx, scope)
    .select([
      'l.id as id',
      'l.year as year',
      'l.number as number',
      'l.number_text as numberText',
      'l.member_name as memberName',
      'l.addressee_name as addresseeName',
      'l.issued_on as issuedOn',
      'l.valid_until as validUntil',
      'l.state as state',
      'l.voided_on as voidedOn',
      'l.void_ground as voidGround',
      'l.picked_up_on as pickedUpOn',
      'l.picked_up_how as pickedUpHow',
      'l.received_on as receivedOn',
      'l.content_sha256 as sha256',
    ])
    .where('l.cohort_id', '=', cohortId)
    .orderBy('l.year')
    .orderBy('l.number')
    .execute()
export type LedgerEntry = Awaited<ReturnType<typeof ledger>>[number]

const MISSING_NAMED = 20

/** The year's numbers against the letters that carry them: asked of the rows, not of the counter. */
export const series = async (trx: Trx, school: string, year: number) => {
  const { rows } = await sql<{ first: number; next: number; voided: number; missing: number[] }>`
    select n.first, n.next,
      (select count(*)::int from letters l where l.school_id = n.school_id and l.year = n.year and l.state = 'voided') as voided,
      array(select given from generate_series(n.first, n.next - 1) given
        where not exists (select from letters l where l.school_id = n.school_id and l.year = n.year and l.number = given)
        order by given limit ${MISSING_NAMED}) as missing
    from letter_numbers n where n.school_id = ${school} and n.year = ${year}`.execute(trx)
  return rows[0]
}
