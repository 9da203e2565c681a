/** Everything that is held about a person, sealed values sealed. For comparison, correction and official forms. */
import '../tables.ts'
import { type SqlBool, sql } from 'kysely'
import { readMany, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

export const memberColumns = [
  'm.id as memberId',
  'm.path as path',
  'm.unit_id as unitId',
  'm.student_number as studentNumber',
  'm.name as name',
  'm.sex as sex',
  'm.ethnic_group as ethnicGroup',
  'm.born_on as bornOn',
  'm.id_type as idType',
  'm.id_number_sealed',
  'm.id_number_index',
  'm.id_number_last4',
  'm.phone_sealed',
  'm.phone_index',
  'm.phone_last4',
  'm.contacts_sealed',
  'm.key_id',
  'm.native_place as nativePlace',
  'm.registered_at as registeredAt',
  'm.education as education',
  'm.degree as degree',
  'm.college as college',
  'm.major as major',
  'm.class_name as className',
  'm.joined_on as joinedOn',
  'm.confirmed_on as confirmedOn',
  'm.membership as membership',
  'm.party_post as partyPost',
  'm.introducers as introducers',
  'm.dues_paid_to as duesPaidTo',
  'm.relation_at_school as relationAtSchool',
  'm.remark as remark',
  'm.version as memberVersion',
] as const

export const sealedColumns = ['id_number_sealed', 'id_number_index', 'phone_sealed', 'phone_index', 'contacts_sealed'] as const

export const graduateColumns = [
  'g.id as graduateId',
  'g.cohort_id as cohortId',
  'g.version as graduateVersion',
  'g.outcome as outcome',
  'g.outcome_facts as outcomeFacts',
  'g.contact_phone_sealed as contactPhoneSealed',
  'g.reduction as reduction',
  'g.reduced_on as reducedOn',
  'g.tags as tags',
  'g.responsible_id as responsibleId',
  'g.responsible_name as responsibleName',
] as const

const membersWith = (trx: Trx, { school, path, pathEnd }: Scope, cohortId: string) =>
  trx
    .selectFrom('members as m')
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'm.school_id').onRef('u.id', '=', 'm.unit_id'))
    .leftJoin('graduates as g', join =>
      join.onRef('g.school_id', '=', 'm.school_id').onRef('g.member_id', '=', 'm.id').on('g.cohort_id', '=', cohortId),
    )
    .select(memberColumns)
    .select(graduateColumns)
    .select('u.name as branch')
    .where('m.school_id', '=', school)
    .where('m.path', '>=', path)
    .where('m.path', '<', pathEnd)

export const graduatesHere = (trx: Trx, { school, path, pathEnd }: Scope) =>
  trx.selectFrom('graduates as g').where('g.school_id', '=', school).where('g.path', '>=', path).where('g.path', '<', pathEnd)

export type FullRow = Awaited<ReturnType<ReturnType<typeof membersWith>['execute']>>[number]

/** As one array: of one table with a list there is only one plan, whatever the statistics know. */
const among = (column: 'g.id' | 'm.id', ids: readonly string[]) =>
  sql<SqlBool>`${sql.ref(column)} = any(string_to_array(${ids.join(',')}, ',')::uuid[])`

const byRoster = (a: { path: string; pinyin: string; graduateId: string }, b: typeof a): number => {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  if (a.pinyin !== b.pinyin) return a.pinyin < b.pinyin ? -1 : 1
  return a.graduateId < b.graduateId ? -1 : 1
}

const membersOf = (rows: readonly { memberId: string }[]) => rows.map(({ memberId }) => memberId)

type Listed = { scope: Scope; cohortId: string; ids?: readonly string[] | undefined; hold?: boolean | undefined }

/** In the order of branch and name. */
async function listed(trx: Trx, { scope, cohortId, ids }: Listed) {
  const found = graduatesHere(trx, scope)
    .where('g.cohort_id', '=', cohortId)
    .$if(ids !== undefined, query => query.where(among('g.id', ids!)))
    .select(graduateColumns)
    .select(['g.member_id as memberId', 'g.path as path', 'g.pinyin as pinyin'])
  return (await readMany(trx, found, ['contactPhoneSealed'])).sort(byRoster)
}
type ListedRow = Awaited<ReturnType<typeof listed>>[number]

/** Plain scans put together in memory: as a join of what was just inserted it takes a hundred times as long, for want of statistics. */
function joining(trx: Trx, { scope: { school, path, pathEnd }, hold }: Listed, units: readonly { id: string; name: string }[]) {
  const branches = new Map(units.map(({ id, name }) => [id, name]))
  return async (graduates: readonly ListedRow[]): Promise<FullRow[]> => {
    const held = trx
      .selectFrom('members as m')
      .where('m.school_id', '=', school)
      .where('m.path', '>=', path)
      .where('m.path', '<', pathEnd)
      .where(among('m.id', membersOf(graduates)))
      .select(memberColumns)
    const members = await readMany(trx, hold ? held.forUpdate() : held, sealedColumns)
    const byMember = new Map(members.map(member => [member.memberId, member]))
    return graduates.flatMap(({ memberId, path: _, pinyin: __, ...graduate }) => {
      const member = byMember.get(memberId)
      return member ? [{ ...member, ...graduate, branch: branches.get(member.unitId) ?? '' }] : []
    })
  }
}

const unitNames = (trx: Trx, { school }: Scope) =>
  trx.selectFrom('org_units').select(['id', 'name']).where('school_id', '=', school).execute()

/** These graduates of a cohort, in the order of branch and name; all of them without ids. `hold` keeps them for writing. */
export async function graduatesInFull(trx: Trx, scope: Scope, cohortId: string, ids?: readonly string[], hold = false): Promise<FullRow[]> {
  const asked = { scope, cohortId, ids, hold }
  const graduates = await listed(trx, asked)
  return joining(trx, asked, await unitNames(trx, scope))(graduates)
}

const PART = 2_500

/** Whoever ends before it comes is told nothing of its failing. */
const ahead = <T>(reading: Promise<T>): Promise<T> => {
  reading.catch(() => undefined)
  return reading
}

/** The same in parts: while one is worked on, the database reads the next. `opening` asks what else it has to know of a part. */
export async function* graduatesInParts<T>(trx: Trx, asked: Listed, opening: (part: readonly FullRow[]) => Promise<T>): AsyncGenerator<T> {
  const graduates = await listed(trx, asked)
  const read = joining(trx, asked, await unitNames(trx, asked.scope))
  let next = ahead(read(graduates.slice(0, PART)))
  for (let at = PART; ; at += PART) {
    const opened = await opening(await next)
    const more = at < graduates.length
    if (more) next = ahead(read(graduates.slice(at, at + PART)))
    yield opened
    if (!more) return
  }
}

/** These members, with their entry of the cohort where they have one. */
export const membersInFull = (trx: Trx, scope: Scope, cohortId: string, ids: readonly string[], hold = false) =>
  membersWith(trx, scope, cohortId)
    .where(among('m.id', ids))
    .orderBy('m.id')
    .$if(hold, query => query.forUpdate('m'))
    .execute()

/** Held for writing. */
export const graduateInFull = async (trx: Trx, scope: Scope, id: string, hold = false): Promise<FullRow | undefined> => {
  const place = await trx
    .selectFrom('graduates')
    .select('cohort_id as cohortId')
    .where('school_id', '=', scope.school)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    place &&
    membersWith(trx, scope, place.cohortId)
      .where('g.id', '=', id)
      .$if(hold, query => query.forUpdate('m'))
      .executeTakeFirst()
  )
}

/** People by id, for whoever may see their numbers; one outside the scope is not among them. */
export const sealedOf = (trx: Trx, scope: Scope, ids: readonly string[]) =>
  trx
    .selectFrom('members')
    .select(['id', 'name', 'student_number as studentNumber', 'id_number_sealed', 'phone_sealed', 'contacts_sealed', 'key_id'])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('id', 'in', ids)
    .orderBy('path')
    .orderBy('pinyin')
    .execute()
