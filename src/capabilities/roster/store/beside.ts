/** What an office keeps beside the form: marks, who looks after whom, notes. */
import '../tables.ts'
import { sql } from 'kysely'
import { insertRows, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

const ofCohort = (trx: Trx, { school, path, pathEnd }: Scope, cohortId: string) =>
  trx
    .selectFrom('graduates as g')
    .where('g.school_id', '=', school)
    .where('g.cohort_id', '=', cohortId)
    .where('g.path', '>=', path)
    .where('g.path', '<', pathEnd)

/** The most used first. */
export const tagsUsed = (trx: Trx, scope: Scope, cohortId: string) =>
  trx
    .selectFrom(ofCohort(trx, scope, cohortId).select(sql<string>`unnest(g.tags)`.as('tag')).as('used'))
    .select(eb => ['used.tag as tag', eb.fn.countAll<number>().as('count')])
    .groupBy('used.tag')
    .orderBy('count', 'desc')
    .orderBy('used.tag')
    .limit(200)
    .execute()

export const looksAfter = (trx: Trx, scope: Scope, cohortId: string) =>
  ofCohort(trx, scope, cohortId)
    .where('g.responsible_id', 'is not', null)
    .select(eb => ['g.responsible_id as id', eb.fn.countAll<number>().as('count')])
    .groupBy('g.responsible_id')
    .execute()

export const notesOf = (trx: Trx, { school, path, pathEnd }: Scope, graduateId: string) =>
  trx
    .selectFrom('graduate_notes')
    .select(['id', 'at', 'account_id as accountId', 'account_name as accountName', 'text'])
    .where('school_id', '=', school)
    .where('graduate_id', '=', graduateId)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

export const addNote = (trx: Trx, row: Record<string, unknown>) => insertRows(trx, 'graduate_notes', [row])

/** Only who wrote it takes it back. */
export const removeNote = async (trx: Trx, { school, account }: Scope, graduateId: string, id: string): Promise<boolean> =>
  (await trx
    .deleteFrom('graduate_notes')
    .where('school_id', '=', school)
    .where('graduate_id', '=', graduateId)
    .where('id', '=', id)
    .where('account_id', '=', account)
    .returning('id')
    .executeTakeFirst()) !== undefined
