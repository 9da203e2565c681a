/** What an import wrote, to be taken back. */
import '../tables.ts'
import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

/** Whom an import brought or changed; the id of the entry that says so. */
export const touchedBy = (trx: Trx, { school, path, pathEnd }: Scope, importId: string) =>
  trx
    .selectFrom('member_changes')
    .select(['id', 'member_id as memberId', 'kind', 'changes'])
    .where('school_id', '=', school)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
    .where('import_id', '=', importId)
    .orderBy('id')
    .execute()

const oneOf = (ids: readonly string[]) => sql<string>`(select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`

/** As they stand now, in the order of names. */
export const peopleNow = (trx: Trx, { school, path, pathEnd }: Scope, memberIds: readonly string[], hold: boolean) =>
  trx
    .selectFrom('members as m')
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'm.school_id').onRef('u.id', '=', 'm.unit_id'))
    .select([
      'm.id as memberId',
      'm.name as name',
      'm.student_number as studentNumber',
      'm.path as path',
      'm.version as version',
      'u.name as branch',
    ])
    .where('m.school_id', '=', school)
    .where('m.path', '>=', path)
    .where('m.path', '<', pathEnd)
    .where('m.id', 'in', oneOf(memberIds))
    .orderBy('m.pinyin')
    .orderBy('m.id')
    .$if(hold, query => query.forUpdate('m'))
    .execute()

/** Their entries in every cohort; held, so that nothing is hung on them meanwhile. */
export const entriesOf = (trx: Trx, { school }: Scope, memberIds: readonly string[], hold: boolean) =>
  trx
    .selectFrom('graduates')
    .select(['id', 'member_id as memberId', 'cohort_id as cohortId', 'import_id as importId', 'version'])
    .where('school_id', '=', school)
    .where('member_id', 'in', oneOf(memberIds))
    .$if(hold, query => query.forUpdate())
    .execute()

/** Whose entry of this import is not the last; what an undone import wrote and took back again counts for nothing. */
export const changedAfter = async (trx: Trx, { school }: Scope, memberIds: readonly string[], importId: string, since: string) =>
  (
    await trx
      .selectFrom('member_changes')
      .select('member_id as memberId')
      .distinct()
      .where('school_id', '=', school)
      .where('member_id', 'in', oneOf(memberIds))
      .where('id', '>', since)
      .where(({ or, eb, not, exists, selectFrom }) =>
        or([
          eb('import_id', 'is', null),
          eb.and([
            eb('import_id', '!=', importId),
            not(
              exists(
                selectFrom('imports as i')
                  .select('i.id')
                  .where('i.school_id', '=', school)
                  .whereRef('i.id', '=', 'member_changes.import_id')
                  .where('i.state', '=', 'undone'),
              ),
            ),
          ]),
        ]),
      )
      .execute()
  ).map(row => row.memberId)

export const dropEntries = (trx: Trx, { school }: Scope, ids: readonly string[]) =>
  trx.deleteFrom('graduates').where('school_id', '=', school).where('id', 'in', oneOf(ids)).execute()

export async function dropMembers(trx: Trx, { school }: Scope, ids: readonly string[]): Promise<void> {
  await trx.deleteFrom('member_numbers').where('school_id', '=', school).where('member_id', 'in', oneOf(ids)).execute()
  await trx.deleteFrom('members').where('school_id', '=', school).where('id', 'in', oneOf(ids)).execute()
}
