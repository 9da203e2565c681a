import '../tables.ts'
import type { Day } from '../../../kernel/day.ts'
import { replaceRows, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { DatedEscalation, DatedLamp, Lamp } from '../rules.ts'
import type { CasePerson } from './cases.ts'
import { dropEscalations, saveEscalations } from './escalations.ts'

export type Lit = { person: CasePerson; lamps: readonly DatedLamp[]; escalations: readonly DatedEscalation[] }

/** Rewrites the lamps of these people. */
export async function saveLamps(trx: Trx, school: string, people: readonly Lit[]) {
  if (people.length === 0) return
  const rows = people.flatMap(({ person, lamps }) =>
    lamps.map(({ lamp, from, until }) => ({
      school_id: school,
      cohort_id: person.cohortId,
      graduate_id: person.id,
      member_id: person.memberId,
      path: person.path,
      lamp,
      from_day: from,
      until_day: until,
    })),
  )
  const among = people.map(({ person }) => person.id)
  await replaceRows(trx, 'lamps', { school, column: 'graduate_id', among, keys: ['school_id', 'graduate_id', 'lamp', 'from_day'] }, rows)
  await saveEscalations(trx, school, people)
}

async function clearLamps(trx: Trx, school: string, graduateIds: readonly string[]): Promise<void> {
  if (graduateIds.length === 0) return
  await trx.deleteFrom('lamps').where('school_id', '=', school).where('graduate_id', 'in', graduateIds).execute()
  await dropEscalations(trx, school, graduateIds)
}

/** Of people who leave the cohort: nothing is lit, escalated or kept any more. */
export async function dropLamps(trx: Trx, school: string, graduateIds: readonly string[]): Promise<void> {
  await clearLamps(trx, school, graduateIds)
  if (graduateIds.length > 0)
    await trx.deleteFrom('case_keepers').where('school_id', '=', school).where('graduate_id', 'in', graduateIds).execute()
}

/** The lamps lit today, by graduate. */
export async function litLamps(trx: Trx, scope: Scope, graduateIds: readonly string[], today: Day): Promise<Map<string, Lamp[]>> {
  if (graduateIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('lamps')
    .select(['graduate_id as graduateId', 'lamp'])
    .where('school_id', '=', scope.school)
    .where('graduate_id', 'in', graduateIds)
    .where('from_day', '<=', today)
    .where(({ or, eb }) => or([eb('until_day', 'is', null), eb('until_day', '>=', today)]))
    .execute()
  return new Map([...Map.groupBy(rows, row => row.graduateId)].map(([id, lit]) => [id, lit.map(row => row.lamp)]))
}
