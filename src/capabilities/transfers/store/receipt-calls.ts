/** Calls to receivers, and whom to call. */
import '../tables.ts'
import { type Insertable, sql } from 'kysely'
import { addDays, type Day } from '../../../kernel/day.ts'
import { insertRows, type Tables, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { standing } from './search.ts'

export const addCall = (trx: Trx, row: Insertable<Tables['receipt_calls']>) => insertRows(trx, 'receipt_calls', [row])

const calls = (trx: Trx, { school, path, pathEnd, reach, member }: Scope) =>
  trx
    .selectFrom('receipt_calls')
    .select(['id', 'attempt_id as attemptId', 'addressee_name as addresseeName', 'phone', 'doubt', 'on_day as on', 'at', 'outcome'])
    .select(['answered_by as answeredBy', 'said', 'actor_name as actorName', 'role'])
    .where('school_id', '=', school)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
    .$if(reach === 'own', query => query.where('member_id', '=', member))

export type CallRow = Awaited<ReturnType<typeof callsOf>>[number]

/** Of these attempts, the newest first. */
export const callsOf = (trx: Trx, scope: Scope, attemptIds: readonly string[]) =>
  calls(trx, scope)
    .where('attempt_id', 'in', sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(attemptIds)}::json))`)
    .orderBy('id', 'desc')
    .execute()

export type UnprovenKey = readonly [receiver: string, since: string, id: string]

/** When the receiver should have had it: the letter by the expected arrival, a start in the system at once. */
const sinceSql = sql<Day>`coalesce(a.expected_on, a.handed_out_on, a.started_on, a.out_on)`
const receiverSql = sql<string>`coalesce(a.addressee_name, '')`

/** Sent, and still unproven so many days after. */
const unproven = (trx: Trx, scope: Scope, cohortId: string, { today, days }: { today: Day; days: number }) =>
  standing(trx, scope, cohortId)
    .where('m.relation_at_school', '=', true)
    .where('g.reduction', 'is', null)
    .where('a.state', 'in', ['in-transit', 'answered'])
    .where(sinceSql, '<=', addDays(today, -days))

type Waiting = { today: Day; days: number }

/** By receiver, the longest waiting first within each. */
export const unprovenPage = (
  trx: Trx,
  scope: Scope,
  cohortId: string,
  { after, limit, ...waiting }: Waiting & { after: UnprovenKey | undefined; limit: number },
) =>
  unproven(trx, scope, cohortId, waiting)
    .select(['g.id as id', receiverSql.as('receiver'), sinceSql.as('since')])
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(${receiverSql}, ${sinceSql}, g.id) > (${after![0]}, ${after![1]}::date, ${after![2]}::uuid)`),
    )
    .orderBy(receiverSql)
    .orderBy(sinceSql)
    .orderBy('g.id')
    .limit(limit)
    .execute()

export const unprovenCount = async (trx: Trx, scope: Scope, cohortId: string, waiting: Waiting): Promise<number> =>
  (await unproven(trx, scope, cohortId, waiting).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count
