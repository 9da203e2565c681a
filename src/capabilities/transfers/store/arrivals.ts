/** Arrivals from other schools of this installation; written by the database's own functions, decided here. */
import '../tables.ts'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { ArrivalState } from '../rules.ts'

const columns = [
  'id',
  'name',
  'sex',
  'from_committee as from',
  'membership',
  'letter_number as letterNumber',
  'dues_paid_to as duesPaidTo',
  'phone_last4 as phoneLast4',
  'arrived_on as arrivedOn',
  'state',
  'decided_on as decidedOn',
  'decided_name as decidedName',
  'reason',
  'heard',
  'version',
] as const

const arrivals = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('arrivals')
    .select(columns)
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)

export type ArrivalRow = Awaited<ReturnType<typeof arrivalsIn>>[number]

/** The newest first. */
export const arrivalsIn = (trx: Trx, scope: Scope, state: ArrivalState | undefined, after: string | undefined, limit: number) =>
  arrivals(trx, scope)
    .$if(state !== undefined, query => query.where('state', '=', state!))
    .$if(after !== undefined, query => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const arrivalCounts = async (trx: Trx, scope: Scope): Promise<Partial<Record<ArrivalState, number>>> => {
  const rows = await trx
    .selectFrom('arrivals')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

export const holdArrival = (trx: Trx, scope: Scope, id: string) => arrivals(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()

type Decided = { state: 'accepted' | 'refused'; on: Day; by: string; name: string; reason: string | null }

export const decideArrivalRow = (trx: Trx, { school }: Scope, id: string, { state, on, by, name, reason }: Decided) =>
  trx
    .updateTable('arrivals')
    .set(eb => ({ state, decided_on: on, decided_by: by, decided_name: name, reason, version: eb('version', '+', 1) }))
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

/** Of these attempts, those that go to another school here. How many were sent anew or completed. */
export async function sendArrivals(trx: Trx, attemptIds: readonly string[], today: Day): Promise<number> {
  if (attemptIds.length === 0) return 0
  const sent = JSON.stringify(attemptIds.map(attempt => ({ id: newId(), attempt })))
  return (await sql<{ count: number }>`select send_arrivals(${sent}::json, ${today}::date) as count`.execute(trx)).rows[0]!.count
}

export async function withdrawArrivals(trx: Trx, attemptIds: readonly string[]): Promise<number> {
  if (attemptIds.length === 0) return 0
  return (await sql<{ count: number }>`select withdraw_arrivals(${JSON.stringify(attemptIds)}::json) as count`.execute(trx)).rows[0]!.count
}

/** Schools that have not been told yet of somebody who waits there; asked by the system alone. */
export const unannouncedSchools = async (system: Trx): Promise<string[]> =>
  (
    await system
      .selectFrom('arrivals')
      .select('school_id as school')
      .distinct()
      .where('state', '=', 'waiting')
      .where('announced', '=', false)
      .execute()
  ).map(({ school }) => school)

/** Those of whom nobody was told before: whoever gets them here tells of them. */
export const takeUnannounced = (trx: Trx, scope: Scope) =>
  trx
    .updateTable('arrivals')
    .set({ announced: true })
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('state', '=', 'waiting')
    .where('announced', '=', false)
    .returning(['id', 'path', 'name', 'from_committee as from'])
    .execute()

/** Answers that the sending schools have not heard yet; asked by the system alone. */
export const unheardArrivals = (system: Trx, limit: number) =>
  system
    .selectFrom('arrivals as r')
    .innerJoin('schools as s', 's.school_id', 'r.school_id')
    .select(['r.id as id', 'r.from_school_id as school', 'r.from_attempt_id as attemptId', 'r.state as state', 'r.decided_on as on'])
    .select(['r.decided_name as by', 'r.reason as reason', 's.name as receiver'])
    .where('r.state', 'in', ['accepted', 'refused'])
    .where('r.heard', 'is', null)
    .orderBy('r.id')
    .limit(limit)
    .execute()
export type UnheardArrival = Awaited<ReturnType<typeof unheardArrivals>>[number]

export const hearArrival = (trx: Trx, id: string, taken: boolean) => sql`select hear_arrival(${id}::uuid, ${taken})`.execute(trx)
