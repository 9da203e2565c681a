/** Which level has a case, as dated facts beside the lamps. */
import '../tables.ts'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { replaceRows, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { type DatedEscalation, type EscalationLevel, escalationLevels } from '../rules.ts'
import type { CasePerson } from './cases.ts'

type Escalated = { person: CasePerson; escalations: readonly DatedEscalation[] }

export const dropEscalations = (trx: Trx, school: string, graduateIds: readonly string[]) =>
  trx.deleteFrom('escalations').where('school_id', '=', school).where('graduate_id', 'in', graduateIds).execute()

/** Rewrites those of these people. */
export async function saveEscalations(trx: Trx, school: string, people: readonly Escalated[]): Promise<void> {
  const rows = people.flatMap(({ person, escalations }) =>
    escalations.map(({ level, lamp, from }) => ({
      school_id: school,
      cohort_id: person.cohortId,
      graduate_id: person.id,
      member_id: person.memberId,
      path: person.path,
      level,
      lamp,
      from_day: from,
    })),
  )
  const among = people.map(({ person }) => person.id)
  await replaceRows(trx, 'escalations', { school, column: 'graduate_id', among, keys: ['school_id', 'graduate_id', 'level'] }, rows)
}

/** The last day on which somebody took a step, made a call or logged a contact, by graduate. */
export async function lastActs(trx: Trx, school: string, transferIds: readonly string[]): Promise<Map<string, Day>> {
  if (transferIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('transfer_events')
    .select(['transfer_id as id', sql<Day>`max(on_day)`.as('on')])
    .where('school_id', '=', school)
    .where('transfer_id', 'in', transferIds)
    .groupBy('transfer_id')
    .execute()
  return new Map(rows.map(({ id, on }) => [id, on]))
}

const reached = (trx: Trx, scope: Scope, today: Day) =>
  trx
    .selectFrom('escalations')
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('from_day', '<=', today)

/** Every level that has them today, by graduate. */
export async function escalationsOn(trx: Trx, scope: Scope, graduateIds: readonly string[], today: Day) {
  if (graduateIds.length === 0) return new Map<string, DatedEscalation[]>()
  const rows = await reached(trx, scope, today)
    .select(['graduate_id as id', 'level', 'lamp', 'from_day as from'])
    .where('graduate_id', 'in', graduateIds)
    .execute()
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, found]) => [id, found.map(({ id: _, ...row }) => row)]))
}

/** How many each level has. Who has passed to 组织部 counts with the 总支 no more. */
export async function escalationCounts(trx: Trx, scope: Scope, cohortId: string, today: Day): Promise<Record<EscalationLevel, number>> {
  const rows = await reached(trx, scope, today)
    .select(['graduate_id as id', sql<EscalationLevel>`min(level)`.as('level')]) // committee comes before secondary
    .where('cohort_id', '=', cohortId)
    .groupBy('graduate_id')
    .execute()
  return Object.fromEntries(escalationLevels.map(level => [level, rows.filter(row => row.level === level).length])) as Record<
    EscalationLevel,
    number
  >
}

/** In the filter of a list: the level that has it today is this one. */
export const escalatedSql = (level: EscalationLevel, today: Day) => sql<boolean>`(
  select min(e.level) from escalations as e
  where e.school_id = g.school_id and e.graduate_id = g.id and e.from_day <= ${today}) = ${level}`
