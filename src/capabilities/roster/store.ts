import './tables.ts'
import type { Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'

/** Graduates with their person and branch; no query of this capability runs without a scope. */
export const graduatesIn = (trx: Trx, scope: Pick<Scope, 'school' | 'path' | 'pathEnd' | 'reach' | 'member'>) =>
  trx
    .selectFrom('graduates as g')
    .innerJoin('members as m', join => join.onRef('m.school_id', '=', 'g.school_id').onRef('m.id', '=', 'g.member_id'))
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'm.school_id').onRef('u.id', '=', 'm.unit_id'))
    .where('g.school_id', '=', scope.school)
    .where('g.path', '>=', scope.path)
    .where('g.path', '<', scope.pathEnd)
    .$if(scope.reach === 'own', query => query.where('g.member_id', '=', scope.member))

/** What lists and cases show of a person: nothing that is sealed. */
export const personColumns = [
  'g.id as id',
  'g.member_id as memberId',
  'g.cohort_id as cohortId',
  'g.path as path',
  'g.outcome as outcome',
  'g.outcome_facts as outcomeFacts',
  'g.reduction as reduction',
  'g.tags as tags',
  'g.responsible_id as responsibleId',
  'g.responsible_name as responsibleName',
  'g.version as version',
  'm.student_number as studentNumber',
  'm.name as name',
  'g.pinyin as pinyin',
  'm.sex as sex',
  'm.ethnic_group as ethnicGroup',
  'm.born_on as bornOn',
  'm.id_number_last4 as idNumberLast4',
  'm.phone_last4 as phoneLast4',
  'g.membership as membership',
  'm.joined_on as joinedOn',
  'm.confirmed_on as confirmedOn',
  'm.college as college',
  'm.major as major',
  'm.class_name as className',
  'm.registered_at as registeredAt',
  'm.dues_paid_to as duesPaidTo',
  'g.relation_at_school as relationAtSchool',
  'u.id as unitId',
  'u.name as branchName',
] as const

const people = (trx: Trx, scope: Scope) => graduatesIn(trx, scope).select(personColumns)
export type PersonRow = Awaited<ReturnType<typeof graduatesByIds>>[number]

/** In the order of branch and name; an id outside the scope is simply not among them. */
export const graduatesByIds = (trx: Trx, scope: Scope, ids: readonly string[]) =>
  people(trx, scope).where('g.id', 'in', ids).orderBy('g.path').orderBy('g.pinyin').orderBy('g.id').execute()

export const graduate = (trx: Trx, scope: Scope, id: string) => people(trx, scope).where('g.id', '=', id).executeTakeFirst()

/** Everybody of a cohort in the scope, in the order of branch and name. */
export const graduatesOf = (trx: Trx, scope: Scope, cohortId: string) =>
  people(trx, scope).where('g.cohort_id', '=', cohortId).orderBy('g.path').orderBy('g.pinyin').orderBy('g.id').execute()

/** The sealed columns of people, for `unsealMember`; whoever asks has a reason that is recorded. */
export const sealedOf = (trx: Trx, scope: Scope, memberIds: readonly string[]) =>
  memberIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('members')
        .select(['id', 'id_number_sealed', 'phone_sealed', 'contacts_sealed', 'key_id'])
        .where('school_id', '=', scope.school)
        .where('id', 'in', memberIds)
        .execute()
