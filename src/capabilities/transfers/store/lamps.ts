import '../tables.ts'
import type { Day } from '../../../kernel/day.ts'
import { insertRows, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { DatedLamp, Lamp } from '../rules.ts'
import type { CasePerson } from './cases.ts'

/** Rewrites the lamps of these people. */
export async function saveLamps(trx: Trx, school: string, people: readonly { person: CasePerson; lamps: readonly DatedLamp[] }[]) {
  if (people.length === 0) return
  await dropLamps(
    trx,
    school,
    people.map(({ person }) => person.id),
  )
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
  if (rows.length) await insertRows(trx, 'lamps', rows)
}

export const dropLamps = (trx: Trx, school: string, graduateIds: readonly string[]) =>
  graduateIds.length === 0
    ? Promise.resolve()
    : trx
        .deleteFrom('lamps')
        .where('school_id', '=', school)
        .where('graduate_id', 'in', graduateIds)
        .execute()
        .then(() => undefined)

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
