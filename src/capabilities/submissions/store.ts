import './tables.ts'
import type { Selectable } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { insertRows, meaning, namedSince, type Tables, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import { graduatesIn } from '../roster/index.ts'
import type { ReturnState, ReturnTask } from './rules.ts'

meaning('submissions_ordinal_unique', 'already-submitted')

/** All but the frozen rows. */
const columns = [
  's.id as id',
  's.cohort_id as cohortId',
  's.unit_id as unitId',
  's.path as path',
  'u.name as unitName',
  's.task as task',
  's.level as level',
  's.ordinal as ordinal',
  's.title as title',
  's.form_columns as columns',
  's.supplement_of as supplementOf',
  's.supplement_reason as supplementReason',
  's.state as state',
  's.row_count as rowCount',
  's.sha256 as sha256',
  's.due_on as dueOn',
  's.submitted_on as submittedOn',
  's.late as late',
  's.submitted_by as submittedBy',
  's.submitted_name as submittedName',
  's.decided_on as decidedOn',
  's.decided_name as decidedName',
  's.return_reason as returnReason',
  's.version as version',
] as const

const heads = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('submissions as s')
    .innerJoin('org_units as u', join => join.onRef('u.school_id', '=', 's.school_id').onRef('u.id', '=', 's.unit_id'))
    .select(columns)
    .where('s.school_id', '=', scope.school)
    .where('s.path', '>=', scope.path)
    .where('s.path', '<', scope.pathEnd)

export type Head = NonNullable<Awaited<ReturnType<typeof head>>>

export const head = (trx: Trx, scope: Scope, id: string) => heads(trx, scope).where('s.id', '=', id).executeTakeFirst()

export const heldHead = (trx: Trx, scope: Scope, id: string) => heads(trx, scope).where('s.id', '=', id).forUpdate('s').executeTakeFirst()

export type Filter = {
  cohortId: string
  unitId?: string | undefined
  task?: ReturnTask | undefined
  state?: ReturnState | undefined
  after?: string | undefined
  limit?: number
}

/** Newest first. */
export const headsOf = (trx: Trx, scope: Scope, filter: Filter) =>
  heads(trx, scope)
    .where('s.cohort_id', '=', filter.cohortId)
    .$if(filter.unitId !== undefined, query => query.where('s.unit_id', '=', filter.unitId!))
    .$if(filter.task !== undefined, query => query.where('s.task', '=', filter.task!))
    .$if(filter.state !== undefined, query => query.where('s.state', '=', filter.state!))
    .$if(filter.after !== undefined, query => query.where('s.id', '<', filter.after!))
    .$if(filter.limit !== undefined, query => query.limit(filter.limit!))
    .orderBy('s.id', 'desc')
    .execute()

export const countHeads = async (trx: Trx, scope: Scope, { cohortId, unitId, task, state }: Filter): Promise<number> =>
  (
    await trx
      .selectFrom('submissions')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('school_id', '=', scope.school)
      .where('path', '>=', scope.path)
      .where('path', '<', scope.pathEnd)
      .where('cohort_id', '=', cohortId)
      .$if(unitId !== undefined, query => query.where('unit_id', '=', unitId!))
      .$if(task !== undefined, query => query.where('task', '=', task!))
      .$if(state !== undefined, query => query.where('state', '=', state!))
      .executeTakeFirstOrThrow()
  ).count

/** Everything one unit has handed in of one form, oldest first, held until the transaction ends. */
export const heldOfUnit = (trx: Trx, scope: Scope, cohortId: string, unitId: string, task: ReturnTask) =>
  heads(trx, scope)
    .where('s.cohort_id', '=', cohortId)
    .where('s.unit_id', '=', unitId)
    .where('s.task', '=', task)
    .orderBy('s.ordinal')
    .forUpdate('s')
    .execute()

export const ofUnit = (trx: Trx, scope: Scope, cohortId: string, unitId: string, task: ReturnTask) =>
  heads(trx, scope)
    .where('s.cohort_id', '=', cohortId)
    .where('s.unit_id', '=', unitId)
    .where('s.task', '=', task)
    .orderBy('s.ordinal')
    .execute()

export type FrozenRow = Selectable<Tables['submission_rows']>

/** By return and ordinal. */
export const rowsOf = (trx: Trx, scope: Scope, ids: readonly string[]): Promise<FrozenRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('submission_rows')
        .selectAll()
        .where('school_id', '=', scope.school)
        .where('path', '>=', scope.path)
        .where('path', '<', scope.pathEnd)
        .where('submission_id', 'in', ids)
        .orderBy('submission_id')
        .orderBy('ordinal')
        .execute()

export const addReturn = async (
  trx: Trx,
  row: Omit<Selectable<Tables['submissions']>, 'version' | 'created_at'>,
  rows: readonly FrozenRow[],
) => {
  await insertRows(trx, 'submissions', [row])
  if (rows.length) await insertRows(trx, 'submission_rows', rows)
}

export type Verdict = { state: ReturnState; decided_on: Day; decided_name: string; return_reason: string | null }

export const decide = (trx: Trx, school: string, ids: readonly string[], verdict: Verdict) =>
  trx
    .updateTable('submissions')
    .set(eb => ({ ...verdict, version: eb('version', '+', 1) }))
    .where('school_id', '=', school)
    .where('id', 'in', ids)
    .execute()

/** Supplements of a return that nobody has decided yet, held. */
export const openSupplements = (trx: Trx, scope: Scope, id: string) =>
  heads(trx, scope).where('s.supplement_of', '=', id).where('s.state', '=', 'submitted').forUpdate('s').execute()

/** How many of the cohort stand on each path. */
export const peopleByPath = (trx: Trx, scope: Scope, cohortId: string) =>
  graduatesIn(trx, scope)
    .select(eb => ['g.path as path', eb.fn.countAll<number>().as('count')])
    .where('g.cohort_id', '=', cohortId)
    .groupBy('g.path')
    .execute()

/** Whose relation is to leave and whose case has not begun. */
export const peopleWithoutCase = (trx: Trx, scope: Scope, cohortId: string) =>
  graduatesIn(trx, scope)
    .leftJoin('transfers as t', join => join.onRef('t.school_id', '=', 'g.school_id').onRef('t.graduate_id', '=', 'g.id'))
    .select(['g.id as graduateId', 'g.path as path', 'm.student_number as studentNumber', 'm.name as name', 'u.name as branchName'])
    .where('g.cohort_id', '=', cohortId)
    .where('t.id', 'is', null)
    .where('g.reduction', 'is', null)
    .where('g.outcome', '<>', 'deceased')
    .where('m.relation_at_school', '=', true)
    .orderBy('g.path')
    .orderBy('m.pinyin')
    .orderBy('g.id')
    .execute()

/** Of these members, who stands in a return that was handed in later than this id was made. */
export const returnedSince = (trx: Trx, school: string, memberIds: readonly string[], since: string) =>
  namedSince(trx, 'submission_rows', { school, column: 'member_id', among: memberIds, since, id: 'submission_id' })
