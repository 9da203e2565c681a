import '../tables.ts'
import type { Selectable } from 'kysely'
import { namedSince, type Tables, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { graduatesIn, personColumns } from '../../roster/index.ts'
import { type Receivers, receiversNamed } from './receivers.ts'

export type TransferRow = Selectable<Tables['transfers']>
export type AttemptRow = Selectable<Tables['attempts']>
export type EventRow = Selectable<Tables['transfer_events']>
/** With what is known of the receivers that the case's forms name. */
export type CasePerson = Awaited<ReturnType<typeof people>>[number] & { receivers: Receivers }

/** One graduate, with the case and its living attempt once it has begun. */
export type Case = { person: CasePerson } & ({ transfer: TransferRow; attempt: AttemptRow } | { transfer: null; attempt: null })
export type BegunCase = Extract<Case, { transfer: TransferRow }>

const people = (trx: Trx, scope: Scope, graduateIds: readonly string[]) =>
  graduatesIn(trx, scope)
    .leftJoin('org_units as above', join => join.onRef('above.school_id', '=', 'u.school_id').onRef('above.id', '=', 'u.parent_id'))
    .leftJoin('case_keepers as k', join => join.onRef('k.school_id', '=', 'g.school_id').onRef('k.graduate_id', '=', 'g.id'))
    .select([
      ...personColumns,
      'u.kind as unitKind',
      'above.id as aboveId',
      'above.kind as aboveKind',
      'above.name as aboveName',
      'above.path as abovePath',
      'k.since_day as keptSince',
      'k.account_id as keeperId',
    ])
    .where('g.id', 'in', graduateIds)
    .execute()

/** In the order of the ids; those outside the scope are left out. */
export async function casesOf(trx: Trx, scope: Scope, graduateIds: readonly string[]): Promise<Case[]> {
  if (graduateIds.length === 0) return []
  const found = await people(trx, scope, graduateIds)
  const transfers = await trx
    .selectFrom('transfers')
    .selectAll()
    .where('school_id', '=', scope.school)
    .where('graduate_id', 'in', graduateIds)
    .execute()
  const attempts = await trx
    .selectFrom('attempts')
    .selectAll()
    .where('school_id', '=', scope.school)
    .where('graduate_id', 'in', graduateIds)
    .where('living', '=', true)
    .execute()
  const forms = [...transfers.map(({ draft }) => draft), ...attempts.map(({ destination }) => destination)]
  const receivers = await receiversNamed(trx, scope.school, forms)
  const person = new Map(found.map(row => [row.id, { ...row, receivers }]))
  const transfer = new Map(transfers.map(row => [row.graduate_id, row]))
  const attempt = new Map(attempts.map(row => [row.graduate_id, row]))
  return graduateIds.flatMap((id): Case[] => {
    const who = person.get(id)
    const held = transfer.get(id)
    if (!who) return []
    return held ? [{ person: who, transfer: held, attempt: attempt.get(id)! }] : [{ person: who, transfer: null, attempt: null }]
  })
}

/** Holds the rows until the transaction ends, in one order for everybody. */
export const hold = (trx: Trx, scope: Scope, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('transfers')
        .select(['id', 'graduate_id as graduateId', 'version'])
        .where('school_id', '=', scope.school)
        .where('path', '>=', scope.path)
        .where('path', '<', scope.pathEnd)
        .$if(scope.reach === 'own', query => query.where('member_id', '=', scope.member))
        .where('id', 'in', ids)
        .orderBy('id')
        .forUpdate()
        .execute()

/** Nobody takes a step in these people's cases until the transaction ends. */
export const holdOf = (trx: Trx, { school }: Pick<Scope, 'school'>, graduateIds: readonly string[]) =>
  trx
    .selectFrom('transfers')
    .select('id')
    .where('school_id', '=', school)
    .where('graduate_id', 'in', graduateIds)
    .orderBy('id')
    .forUpdate()
    .execute()

/** By the case's own id, or by the graduate's, who may have no case yet. */
export const graduateIdOf = async (trx: Trx, scope: Scope, id: string): Promise<string | undefined> =>
  (
    await graduatesIn(trx, scope)
      .leftJoin('transfers as t', join => join.onRef('t.school_id', '=', 'g.school_id').onRef('t.graduate_id', '=', 'g.id'))
      .select('g.id as id')
      .where(({ or, eb }) => or([eb('g.id', '=', id), eb('t.id', '=', id)]))
      .executeTakeFirst()
  )?.id

/** The member's own: the newest cohort, where there are several. */
export const ownGraduateId = async (trx: Trx, scope: Scope, memberId: string): Promise<string | undefined> =>
  (
    await graduatesIn(trx, scope)
      .innerJoin('cohorts as c', join => join.onRef('c.school_id', '=', 'g.school_id').onRef('c.id', '=', 'g.cohort_id'))
      .select('g.id as id')
      .where('g.member_id', '=', memberId)
      .orderBy('c.year', 'desc')
      .executeTakeFirst()
  )?.id

/** Every attempt of a case, the first one first. */
export const attemptsOf = (trx: Trx, scope: Scope, transferId: string) =>
  trx
    .selectFrom('attempts')
    .selectAll()
    .where('school_id', '=', scope.school)
    .where('transfer_id', '=', transferId)
    .orderBy('ordinal')
    .execute()

export const storyOf = (trx: Trx, scope: Scope, transferId: string) =>
  trx
    .selectFrom('transfer_events')
    .selectAll()
    .where('school_id', '=', scope.school)
    .where('transfer_id', '=', transferId)
    .orderBy('id')
    .execute()

export const eventsOf = (trx: Trx, scope: Scope, memberId: string) =>
  trx
    .selectFrom('transfer_events')
    .selectAll()
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('member_id', '=', memberId)
    .orderBy('id')
    .execute()

/** Graduates whose track still waits to be sent, in the order of branch and name. */
export const waitingIn = async (trx: Trx, scope: Scope, cohortId: string, track: 'system' | 'paper'): Promise<string[]> =>
  (
    await graduatesIn(trx, scope)
      .innerJoin('attempts as a', join =>
        join.onRef('a.school_id', '=', 'g.school_id').onRef('a.graduate_id', '=', 'g.id').on('a.living', '=', true),
      )
      .select('g.id as id')
      .where('g.cohort_id', '=', cohortId)
      .where('a.state', 'in', ['to-start', 'to-issue', 'in-transit'])
      .where(track === 'system' ? 'a.system_at' : 'a.paper_at', '=', 'waiting')
      .orderBy('g.path')
      .orderBy('m.pinyin')
      .orderBy('g.id')
      .execute()
  ).map(row => row.id)

/** Graduates whose case has begun, in the order of branch and name; 流入 stand beside. */
export const begunIn = async (trx: Trx, scope: Scope, cohortId: string): Promise<string[]> =>
  (
    await graduatesIn(trx, scope)
      .innerJoin('transfers as t', join => join.onRef('t.school_id', '=', 'g.school_id').onRef('t.graduate_id', '=', 'g.id'))
      .select('g.id as id')
      .where('g.cohort_id', '=', cohortId)
      .where('m.relation_at_school', '=', true)
      .orderBy('g.path')
      .orderBy('m.pinyin')
      .orderBy('g.id')
      .execute()
  ).map(row => row.id)

export const transferOfAttempt = async (trx: Trx, { school }: Pick<Scope, 'school'>, attemptId: string): Promise<string | undefined> =>
  (
    await trx
      .selectFrom('attempts')
      .select('transfer_id as id')
      .where('school_id', '=', school)
      .where('id', '=', attemptId)
      .executeTakeFirst()
  )?.id

/** The case of a living attempt, as a write names it. */
export const itemOfAttempt = (trx: Trx, scope: Scope, attemptId: string) =>
  trx
    .selectFrom('attempts as a')
    .innerJoin('transfers as t', join => join.onRef('t.school_id', '=', 'a.school_id').onRef('t.id', '=', 'a.transfer_id'))
    .select(['t.id as id', 't.version as version'])
    .where('a.school_id', '=', scope.school)
    .where('a.path', '>=', scope.path)
    .where('a.path', '<', scope.pathEnd)
    .where('a.id', '=', attemptId)
    .where('a.living', '=', true)
    .executeTakeFirst()

/** Of these members, whose case began or took a step later than this id was made. */
export async function steppedSince(trx: Trx, school: string, memberIds: readonly string[], since: string): Promise<string[]> {
  const asked = { school, column: 'member_id', among: memberIds, since }
  return [...new Set([...(await namedSince(trx, 'transfers', asked)), ...(await namedSince(trx, 'transfer_events', asked))])]
}
