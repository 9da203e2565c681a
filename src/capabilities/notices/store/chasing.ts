import '../tables.ts'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { type Tables, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { ChaseStage } from '../rules.ts'

/** The last day on which each unit was chased. */
export const chasedOn = async (trx: Trx, { school, path, pathEnd }: Scope, noticeId: string): Promise<ReadonlyMap<string, Day>> => {
  const rows = await trx
    .selectFrom('notice_chases')
    .select(['unit_id as unitId', sql<Day>`max(on_day)`.as('onDay')])
    .where('school_id', '=', school)
    .where('path', '>=', path)
    .where('path', '<', pathEnd)
    .where('notice_id', '=', noticeId)
    .groupBy('unit_id')
    .execute()
  return new Map(rows.map(({ unitId, onDay }) => [unitId, onDay]))
}

/** The units written now: one that somebody else has chased meanwhile is not among them. */
export const addChases = async (trx: Trx, rows: readonly Tables['notice_chases'][]): Promise<ReadonlySet<string>> =>
  new Set(
    rows.length === 0
      ? []
      : (
          await trx
            .insertInto('notice_chases')
            .values([...rows])
            .onConflict(conflict => conflict.doNothing())
            .returning('unit_id as unitId')
            .execute()
        ).map(({ unitId }) => unitId),
  )

/** Undone duties of issued notices up to a day, with how far they were chased; held, so that nobody says it twice. */
export const undoneUpTo = (trx: Trx, { school, path, pathEnd }: Scope, cohortId: string, dueUpTo: Day) =>
  trx
    .selectFrom('notice_works as w')
    .innerJoin('notice_duties as d', join => join.onRef('d.school_id', '=', 'w.school_id').onRef('d.id', '=', 'w.duty_id'))
    .innerJoin('notices as n', join => join.onRef('n.school_id', '=', 'w.school_id').onRef('n.id', '=', 'w.notice_id'))
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 'w.school_id').onRef('u.id', '=', 'w.unit_id'))
    .select([
      'w.duty_id as dutyId',
      'w.unit_id as unitId',
      'w.path as path',
      'w.by_path as byPath',
      'w.chased as chased',
      'd.words as words',
      'd.due_on as dueOn',
      'n.id as noticeId',
      'n.title as title',
      'n.number as number',
      'u.name as unitName',
    ])
    .where('w.school_id', '=', school)
    .where('w.path', '>=', path)
    .where('w.path', '<', pathEnd)
    .where('n.cohort_id', '=', cohortId)
    .where('n.state', '=', 'issued')
    .where('w.state', '=', 'open')
    .where('w.chased', '<>', 'above')
    .where('d.withdrawn_on', 'is', null)
    .where('d.due_on', '<=', dueUpTo)
    .where('u.dissolved_on', 'is', null)
    .orderBy('w.path')
    .orderBy('d.due_on')
    .orderBy('w.duty_id')
    .forUpdate('w')
    .execute()
export type Undone = Awaited<ReturnType<typeof undoneUpTo>>[number]

export const saveChased = (trx: Trx, school: string, rows: readonly { duty_id: string; unit_id: string; chased: ChaseStage }[]) =>
  updateRows(
    trx,
    'notice_works',
    ['school_id', 'duty_id', 'unit_id'],
    rows.map(row => ({ school_id: school, ...row })),
  )

/** Of every school, the years in which something is still undone. */
export const cohortsUndone = (trx: Trx) =>
  trx
    .selectFrom('notices')
    .select(['school_id as school', 'cohort_id as cohortId'])
    .distinct()
    .where('state', '=', 'issued')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('notice_works as w')
          .select('w.unit_id')
          .whereRef('w.school_id', '=', 'notices.school_id')
          .whereRef('w.notice_id', '=', 'notices.id')
          .where('w.state', '=', 'open')
          .where('w.chased', '<>', 'above'),
      ),
    )
    .execute()
