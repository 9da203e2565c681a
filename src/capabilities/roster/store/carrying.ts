/** Who is meant by a list about earlier years, and their entries there. */
import '../tables.ts'
import { type SqlBool, sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { list } from './numbers.ts'

/** `indexes` in hexadecimal digits. */
export type Numbers = { numbers: readonly string[]; indexes: readonly string[] }

const oneOf = (ids: readonly string[]) => sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`

/** Whoever holds one of the numbers now, or held it before; with each student number of theirs and the cohorts they stand in. */
export const holders = (trx: Trx, { school, path, pathEnd }: Scope, { numbers, indexes }: Numbers, hold: boolean) =>
  trx
    .selectFrom('members as m')
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'm.school_id').onRef('u.id', '=', 'm.unit_id'))
    .select([
      'm.id as memberId',
      'm.name as name',
      'm.student_number as studentNumber',
      'm.path as path',
      'u.name as branch',
      sql<string | null>`encode(m.id_number_index, 'hex')`.as('idIndex'),
      sql<string[]>`array(select n.number from member_numbers n where n.school_id = m.school_id and n.member_id = m.id)`.as('numbers'),
      sql<string[]>`array(select g.cohort_id::text from graduates g where g.school_id = m.school_id and g.member_id = m.id)`.as(
        'cohortIds',
      ),
    ])
    .where('m.school_id', '=', school)
    .where('m.path', '>=', path)
    .where('m.path', '<', pathEnd)
    .where(({ or }) =>
      or([
        sql<SqlBool>`m.id in (select n.member_id from member_numbers n where n.school_id = ${school} and n.number in ${list(numbers)})`,
        sql<SqlBool>`m.id_number_index in (select decode(value, 'hex') from json_array_elements_text(${JSON.stringify(indexes)}::json) as value)`,
      ]),
    )
    .orderBy('m.id')
    .$if(hold, query => query.forUpdate('m'))
    .execute()
export type Holder = Awaited<ReturnType<typeof holders>>[number]

/** The entries of a cohort that one import brought. */
export const entriesBrought = (trx: Trx, { school, path, pathEnd }: Scope, cohortId: string, importId: string) =>
  trx
    .selectFrom('graduates as g')
    .innerJoin('members as m', join => join.onRef('m.school_id', '=', 'g.school_id').onRef('m.id', '=', 'g.member_id'))
    .select(['g.id as graduateId', 'm.id as memberId', 'm.student_number as studentNumber', 'g.path as path', 'g.version as version'])
    .where('g.school_id', '=', school)
    .where('g.path', '>=', path)
    .where('g.path', '<', pathEnd)
    .where('g.cohort_id', '=', cohortId)
    .where('g.import_id', '=', importId)
    .execute()

/** As they stand now, by graduate. */
export const entriesNow = (trx: Trx, { school, path, pathEnd }: Scope, graduateIds: readonly string[], hold: boolean) =>
  trx
    .selectFrom('graduates as g')
    .innerJoin('members as m', join => join.onRef('m.school_id', '=', 'g.school_id').onRef('m.id', '=', 'g.member_id'))
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'm.school_id').onRef('u.id', '=', 'm.unit_id'))
    .select([
      'g.id as graduateId',
      'g.member_id as memberId',
      'g.path as path',
      'g.version as version',
      'm.name as name',
      'm.student_number as studentNumber',
      'm.version as memberVersion',
      'u.name as branch',
    ])
    .where('g.school_id', '=', school)
    .where('g.path', '>=', path)
    .where('g.path', '<', pathEnd)
    .where('g.id', 'in', oneOf(graduateIds))
    .orderBy('g.pinyin')
    .orderBy('g.id')
    .$if(hold, query => query.forUpdate(['g', 'm']))
    .execute()

/** Numbers that an undone import had added to people who stay. */
export const dropNumbers = (trx: Trx, { school }: Scope, numbers: readonly string[]) =>
  trx.deleteFrom('member_numbers').where('school_id', '=', school).where('number', 'in', list(numbers)).execute()
