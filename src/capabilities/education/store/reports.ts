import '../tables.ts'
import type { Insertable } from 'kysely'
import { type Tables, type Trx, updateRows } from '../../../platform/database/index.ts'
import { meaning } from '../../../platform/database/violations.ts'
import type { Scope } from '../../orgs/index.ts'
import { graduatesIn, personColumns } from '../../roster/index.ts'
import type { ReportState } from '../rules.ts'

meaning('item_reports_once_a_day', 'already-reported')

const columns = [
  'r.id as id',
  'r.cohort_id as cohortId',
  'r.graduate_id as graduateId',
  'r.member_id as memberId',
  'r.path as path',
  'r.item as item',
  'r.done_on as doneOn',
  'r.basis as basis',
  'r.details as details',
  'r.evidence as evidence',
  'r.made_up as madeUp',
  'r.state as state',
  'r.reason as reason',
  'r.reported_at as reportedAt',
  'r.settled_name as settledName',
  'r.settled_at as settledAt',
] as const

const reports = (trx: Trx, { school, path, pathEnd, reach, member }: Scope) =>
  trx
    .selectFrom('item_reports as r')
    .select(columns)
    .where('r.school_id', '=', school)
    .where('r.path', '>=', path)
    .where('r.path', '<', pathEnd)
    .$if(reach === 'own', query => query.where('r.member_id', '=', member))

export type ReportRecord = Awaited<ReturnType<typeof reportsOf>>[number]

/** Of one member, in the order of their making. */
export const reportsOf = (trx: Trx, scope: Scope, graduateId: string) =>
  reports(trx, scope).where('r.graduate_id', '=', graduateId).orderBy('r.id').execute()

export const oneReport = (trx: Trx, scope: Scope, id: string) => reports(trx, scope).where('r.id', '=', id).executeTakeFirst()

/** Held until the end, in one order. */
export const heldReports = (trx: Trx, scope: Scope, ids: readonly string[]) =>
  reports(trx, scope).where('r.id', 'in', ids).orderBy('r.id').forUpdate().execute()

const waiting = (trx: Trx, scope: Scope, cohortId: string) =>
  graduatesIn(trx, scope)
    .innerJoin('item_reports as r', join => join.onRef('r.school_id', '=', 'g.school_id').onRef('r.graduate_id', '=', 'g.id'))
    .where('r.cohort_id', '=', cohortId)
    .where('r.state', '=', 'waiting')

/** What waits, the oldest first, each with whose it is. */
export const waitingPage = (trx: Trx, scope: Scope, cohortId: string, after: string | undefined, limit: number) =>
  waiting(trx, scope, cohortId)
    .select(personColumns)
    .select([
      'r.id as reportId',
      'r.item as item',
      'r.done_on as doneOn',
      'r.basis as basis',
      'r.details as details',
      'r.made_up as madeUp',
    ])
    .select(['r.evidence as evidence', 'r.state as state', 'r.reason as reason', 'r.reported_at as reportedAt'])
    .$if(after !== undefined, query => query.where('r.id', '>', after!))
    .orderBy('r.id')
    .limit(limit)
    .execute()

/** What of these members waits. */
export const waitingOf = (trx: Trx, scope: Scope, graduateIds: readonly string[], hold = false) =>
  graduateIds.length === 0
    ? Promise.resolve([])
    : reports(trx, scope)
        .where('r.graduate_id', 'in', graduateIds)
        .where('r.state', '=', 'waiting')
        .orderBy('r.id')
        .$if(hold, query => query.forUpdate())
        .execute()

export const waitingCount = async (trx: Trx, scope: Scope, cohortId: string): Promise<number> =>
  (
    await waiting(trx, scope, cohortId)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** How many wait, by branch. */
export const waitingByUnit = (trx: Trx, scope: Scope, cohortId: string) =>
  waiting(trx, scope, cohortId)
    .select(({ fn }) => ['u.name as unitName', fn.countAll<number>().as('count')])
    .groupBy(['u.name', 'g.path'])
    .orderBy('g.path')
    .execute()

type NewReport = Pick<
  Insertable<Tables['item_reports']>,
  | 'school_id'
  | 'id'
  | 'cohort_id'
  | 'graduate_id'
  | 'member_id'
  | 'path'
  | 'item'
  | 'done_on'
  | 'basis'
  | 'details'
  | 'evidence'
  | 'made_up'
  | 'reported_at'
>

export const addReport = (trx: Trx, { details, ...row }: NewReport) =>
  trx
    .insertInto('item_reports')
    .values({ ...row, details: JSON.stringify(details) as never })
    .execute()

type Settled = { id: string; state: Exclude<ReportState, 'waiting'>; reason?: string; confirmationId?: string }

export const settleReports = (
  trx: Trx,
  { school, at, by, name }: { school: string; at: Date; by: string | null; name: string },
  rows: readonly Settled[],
) =>
  updateRows(
    trx,
    'item_reports',
    ['school_id', 'id'],
    rows.map(({ id, state, reason = null, confirmationId = null }) => ({
      school_id: school,
      id,
      state,
      reason,
      confirmation_id: confirmationId,
      settled_by: by,
      settled_name: name,
      settled_at: at.toISOString(),
    })),
  )
