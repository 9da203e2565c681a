/** What graduates propose about their own data, what they have typed, and the papers that they show. */
import '../own/tables.ts'
import '../tables.ts'
import { type Selectable, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { insertRows, namedSince, type Tables, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

type Part = Pick<Scope, 'school' | 'path' | 'pathEnd' | 'reach' | 'member'>

const proposals = (trx: Trx, { school, path, pathEnd, reach, member }: Part) =>
  trx
    .selectFrom('correction_proposals as p')
    .where('p.school_id', '=', school)
    .where('p.path', '>=', path)
    .where('p.path', '<', pathEnd)
    .$if(reach === 'own', query => query.where('p.member_id', '=', member))

const columns = [
  'p.id as id',
  'p.cohort_id as cohortId',
  'p.graduate_id as graduateId',
  'p.member_id as memberId',
  'p.path as path',
  'p.fields as fields',
  'p.changes_sealed as changesSealed',
  'p.key_id as keyId',
  'p.state as state',
  'p.proposed_at as proposedAt',
  'p.decided_at as decidedAt',
  'p.decided_name as decidedName',
  'p.decided_reason as decidedReason',
  'p.accepted as accepted',
  'p.version as version',
] as const

export type ProposalRow = Awaited<ReturnType<typeof proposalsOf>>[number]

/** A member's, newest first. */
export const proposalsOf = (trx: Trx, scope: Part, memberId: string) =>
  proposals(trx, scope).select(columns).where('p.member_id', '=', memberId).orderBy('p.id', 'desc').execute()

/** The one that is open, held for writing. */
export const openProposal = (trx: Trx, scope: Part, memberId: string) =>
  proposals(trx, scope).select(columns).where('p.member_id', '=', memberId).where('p.state', '=', 'open').forUpdate().executeTakeFirst()

export const proposal = (trx: Trx, scope: Part, id: string, hold = false) =>
  proposals(trx, scope)
    .select(columns)
    .where('p.id', '=', id)
    .$if(hold, query => query.forUpdate())
    .executeTakeFirst()

export type ProposalFilter = { cohortId: string; open?: boolean | undefined; memberId?: string | undefined }

const filtered = (trx: Trx, scope: Part, { cohortId, open, memberId }: ProposalFilter) =>
  proposals(trx, scope)
    .where('p.cohort_id', '=', cohortId)
    .$if(open === true, query => query.where('p.state', '=', 'open'))
    .$if(open === false, query => query.where('p.state', 'in', ['accepted', 'partly', 'refused']))
    .$if(memberId !== undefined, query => query.where('p.member_id', '=', memberId!))

/** The oldest first of what waits; of what is decided the newest. */
export const listed = (trx: Trx, scope: Part, filter: ProposalFilter, limit: number, after?: string) =>
  filtered(trx, scope, filter)
    .innerJoin('members as m', join => join.onRef('m.school_id', '=', 'p.school_id').onRef('m.id', '=', 'p.member_id'))
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'm.school_id').onRef('u.id', '=', 'm.unit_id'))
    .select(columns)
    .select(['m.name as name', 'm.student_number as studentNumber', 'u.name as branchName'])
    .select(eb =>
      eb
        .selectFrom('correction_evidence as e')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('e.school_id', '=', 'p.school_id')
        .whereRef('e.proposal_id', '=', 'p.id')
        .as('evidence'),
    )
    .$if(after !== undefined, query => query.where('p.id', filter.open === false ? '<' : '>', after!))
    .orderBy('p.id', filter.open === false ? 'desc' : 'asc')
    .limit(limit)
    .execute()

export const countListed = async (trx: Trx, scope: Part, filter: ProposalFilter): Promise<number> =>
  Number(
    (
      await filtered(trx, scope, filter)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

/** How many wait, branch by branch. */
export const openByUnit = async (trx: Trx, scope: Part, cohortId: string) =>
  (
    await filtered(trx, scope, { cohortId, open: true })
      .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'p.school_id').onRef('u.path', '=', 'p.path'))
      .select(['u.id as unitId', 'u.name as unitName', 'u.path as path'])
      .select(({ fn }) => fn.countAll().as('count'))
      .groupBy(['u.id', 'u.name', 'u.path'])
      .orderBy('u.path')
      .execute()
  ).map(({ count, ...unit }) => ({ ...unit, count: Number(count) }))

type Row = Record<string, unknown>

export const addProposal = (trx: Trx, row: Row) => insertRows(trx, 'correction_proposals', [row])
export const saveProposal = (trx: Trx, row: Row) => updateRows(trx, 'correction_proposals', ['school_id', 'id'], [row])

/** The newest cohort's, where a member stands in several. */
export const ownGraduateId = async (trx: Trx, { school, member }: Scope): Promise<string | undefined> =>
  (
    await trx
      .selectFrom('graduates as g')
      .innerJoin('cohorts as c', join => join.onRef('c.school_id', '=', 'g.school_id').onRef('c.id', '=', 'g.cohort_id'))
      .select('g.id as id')
      .where('g.school_id', '=', school)
      .where('g.member_id', '=', member)
      .orderBy('c.year', 'desc')
      .executeTakeFirst()
  )?.id

/** Whom a new proposal is told to: of the branch, or of the unit above where the branch has nobody. */
export const keepersOfOwnBranch = async (trx: Trx, today: Day): Promise<string[]> => {
  const { rows } = await sql<{ account_id: string; role: string }>`select account_id, role from keepers_of_own_branch(${today})`.execute(
    trx,
  )
  const near = rows.filter(({ role }) => role !== 'general-branch')
  return (near.length > 0 ? near : rows).map(row => row.account_id)
}

export type AccessRow = { at: Date; actorName: string; role: string; verb: string; reason: string | null }

/** Who has seen the caller's numbers in full, newest first. */
export const ownAccesses = async (trx: Trx): Promise<AccessRow[]> =>
  (await sql<AccessRow>`select at, actor_name as "actorName", role, verb, reason from own_accesses()`.execute(trx)).rows

export const draftOf = (trx: Trx, { school, member }: Scope) =>
  trx
    .selectFrom('correction_drafts')
    .select(['texts_sealed as textsSealed', 'key_id as keyId', 'kept_at as keptAt'])
    .where('school_id', '=', school)
    .where('member_id', '=', member)
    .executeTakeFirst()

export const keepDraft = async (trx: Trx, row: Selectable<Tables['correction_drafts']>): Promise<void> => {
  const { texts_sealed, key_id, kept_at } = row
  await trx
    .insertInto('correction_drafts')
    .values(row)
    .onConflict(conflict => conflict.columns(['school_id', 'member_id']).doUpdateSet({ texts_sealed, key_id, kept_at }))
    .execute()
}

export const dropDraft = (trx: Trx, { school, member }: Scope) =>
  trx.deleteFrom('correction_drafts').where('school_id', '=', school).where('member_id', '=', member).execute()

/** Of these members, who proposed something later than this id was made. */
export const proposedSince = (trx: Trx, school: string, memberIds: readonly string[], since: string) =>
  namedSince(trx, 'correction_proposals', { school, column: 'member_id', among: memberIds, since })
