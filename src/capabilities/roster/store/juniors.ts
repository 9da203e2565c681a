/** Members who stand in no cohort. */
import '../tables.ts'
import { type SqlBool, sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { Membership } from '../rules.ts'
import { type Key, matches } from './list.ts'

export type JuniorFilter = { search?: string | undefined; membership?: Membership | undefined }

const juniors = (trx: Trx, { school, path, pathEnd, reach, member }: Scope) =>
  trx
    .selectFrom('members as m')
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'm.school_id').onRef('u.id', '=', 'm.unit_id'))
    .where('m.school_id', '=', school)
    .where('m.path', '>=', path)
    .where('m.path', '<', pathEnd)
    .$if(reach === 'own', query => query.where('m.id', '=', member))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('graduates as g').select('g.id').whereRef('g.school_id', '=', 'm.school_id').whereRef('g.member_id', '=', 'm.id'),
        ),
      ),
    )

const filtered = (trx: Trx, scope: Scope, { search, membership }: JuniorFilter) =>
  juniors(trx, scope)
    .$if(search !== undefined, query => query.where(matches({ text: search! })))
    .$if(membership !== undefined, query => query.where('m.membership', '=', membership!))

export type JuniorRow = Awaited<ReturnType<typeof juniorPage>>[number]

export const juniorPage = (trx: Trx, scope: Scope, filter: JuniorFilter, limit: number, after?: Key) =>
  filtered(trx, scope, filter)
    .select([
      'm.id as memberId',
      'm.path as path',
      'm.pinyin as pinyin',
      'm.student_number as studentNumber',
      'm.name as name',
      'm.sex as sex',
      'm.id_number_last4 as idNumberLast4',
      'm.phone_last4 as phoneLast4',
      'm.membership as membership',
      'm.joined_on as joinedOn',
      'm.confirmed_on as confirmedOn',
      'm.college as college',
      'm.major as major',
      'm.class_name as className',
      'u.id as unitId',
      'u.name as branchName',
    ])
    .$if(after !== undefined, query =>
      query.where(sql<SqlBool>`(m.path, m.pinyin, m.id) > (${after![0]}, ${after![1]}, ${after![2]}::uuid)`),
    )
    .orderBy('m.path')
    .orderBy('m.pinyin')
    .orderBy('m.id')
    .limit(limit)
    .execute()

export const juniorCount = async (trx: Trx, scope: Scope, filter: JuniorFilter): Promise<number> =>
  Number(
    (
      await filtered(trx, scope, filter)
        .select(eb => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

export const juniorBranches = async (trx: Trx, scope: Scope) =>
  (
    await juniors(trx, scope)
      .select(eb => ['u.name as name', 'u.path as path', eb.fn.countAll<number>().as('count')])
      .groupBy(['u.name', 'u.path'])
      .orderBy('u.path')
      .execute()
  ).map(row => ({ ...row, count: Number(row.count) }))
