import '../tables.ts'
import { type Insertable, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { insertRows, type Tables, type Trx, updateRows } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { WorkState } from '../rules.ts'

const duties = (trx: Trx, { school, path, pathEnd }: Scope) =>
  trx
    .selectFrom('notice_duties as d')
    .where('d.school_id', '=', school)
    // Set in the scope, or above it for the scope.
    .where(({ and, or, eb }) =>
      or([and([eb('d.by_path', '>=', path), eb('d.by_path', '<', pathEnd)]), sql<boolean>`starts_with(${path}, d.by_path)`]),
    )
    .select([
      'd.id as id',
      'd.notice_id as noticeId',
      'd.by_path as byPath',
      'd.words as words',
      'd.due_on as dueOn',
      'd.task as task',
      'd.version as version',
      'd.withdrawn_on as withdrawnOn',
      'd.withdrawn_reason as withdrawnReason',
    ])

/** In the order in which they were set. */
export const dutiesOf = (trx: Trx, scope: Scope, noticeIds: readonly string[]) =>
  noticeIds.length === 0
    ? Promise.resolve([])
    : duties(trx, scope).where('d.notice_id', 'in', noticeIds).orderBy('d.by_path').orderBy('d.position').orderBy('d.id').execute()
export type DutyRecord = Awaited<ReturnType<typeof dutiesOf>>[number]

export const duty = (trx: Trx, scope: Scope, id: string) => duties(trx, scope).where('d.id', '=', id).executeTakeFirst()

/** Of one's own setting. */
export const holdDuty = (trx: Trx, scope: Scope, id: string) => duties(trx, scope).where('d.id', '=', id).forUpdate().executeTakeFirst()

type Given = 'version' | 'withdrawn_on' | 'withdrawn_reason'
export const addDuties = (trx: Trx, rows: readonly Omit<Insertable<Tables['notice_duties']>, Given>[]) =>
  rows.length === 0 ? Promise.resolve() : insertRows(trx, 'notice_duties', rows)

export const withdrawDuty = (trx: Trx, school: string, id: string, on: Day, reason: string) =>
  trx
    .updateTable('notice_duties')
    .set({ withdrawn_on: on, withdrawn_reason: reason, version: sql`version + 1` })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .execute()

const works = (trx: Trx, { school, path, pathEnd }: Scope) =>
  trx
    .selectFrom('notice_works as w')
    .where('w.school_id', '=', school)
    .where('w.path', '>=', path)
    .where('w.path', '<', pathEnd)
    .select([
      'w.duty_id as dutyId',
      'w.notice_id as noticeId',
      'w.unit_id as unitId',
      'w.path as path',
      'w.by_path as byPath',
      'w.state as state',
      'w.done_on as doneOn',
      'w.done_name as doneName',
      'w.remark as remark',
      'w.back_reason as backReason',
      'w.version as version',
    ])

export const worksOfNotices = (trx: Trx, scope: Scope, noticeIds: readonly string[]) =>
  noticeIds.length === 0 ? Promise.resolve([]) : works(trx, scope).where('w.notice_id', 'in', noticeIds).orderBy('w.path').execute()
export type WorkRecord = Awaited<ReturnType<typeof worksOfNotices>>[number]

/** Held in one order, so that two who note the same ones never wait for each other. */
export const holdWorks = (trx: Trx, scope: Scope, dutyIds: readonly string[], unitIds: readonly string[]) =>
  works(trx, scope)
    .where('w.duty_id', 'in', dutyIds)
    .where('w.unit_id', 'in', unitIds)
    .orderBy('w.duty_id')
    .orderBy('w.unit_id')
    .forUpdate()
    .execute()

export const addWorks = (
  trx: Trx,
  rows: readonly Pick<Insertable<Tables['notice_works']>, 'school_id' | 'duty_id' | 'notice_id' | 'unit_id' | 'path' | 'by_path'>[],
) => (rows.length === 0 ? Promise.resolve() : insertRows(trx, 'notice_works', rows))

export type WorkChange = {
  duty_id: string
  unit_id: string
  state: WorkState
  done_on: Day | null
  done_name: string | null
  remark: string
  noted_on: Day | null
  back_reason: string | null
  version: number
}
/** Every column that a step may change, of held rows. */
export const saveWorks = (trx: Trx, school: string, rows: readonly WorkChange[]) =>
  updateRows(
    trx,
    'notice_works',
    ['school_id', 'duty_id', 'unit_id'],
    rows.map(row => ({ school_id: school, ...row })),
  )
