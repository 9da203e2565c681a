import '../tables.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

export const dissolvingIn = (trx: Trx, scope: Scope, cohortId: string) =>
  trx
    .selectFrom('dissolving_branches')
    .select(['unit_id as unitId', 'dissolves', 'account_id as accountId', 'teacher_name as teacherName', 'phone', 'version'])
    .where('school_id', '=', scope.school)
    .where('cohort_id', '=', cohortId)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .execute()
export type DissolvingRow = Awaited<ReturnType<typeof dissolvingIn>>[number]

type Saved = {
  unitId: string
  path: string
  dissolves: boolean
  accountId: string | null
  teacherName: string | null
  phone: string | null
}

/** False where somebody else changed it since; `version` 0: nobody has said anything yet. */
export async function saveDissolving(trx: Trx, { school }: Scope, cohortId: string, row: Saved, version: number): Promise<boolean> {
  const columns = { dissolves: row.dissolves, account_id: row.accountId, teacher_name: row.teacherName, phone: row.phone }
  const key = { school_id: school, cohort_id: cohortId, unit_id: row.unitId }
  const saved =
    version === 0
      ? await trx
          .insertInto('dissolving_branches')
          .values({ ...key, path: row.path, ...columns })
          .onConflict(conflict => conflict.columns(['school_id', 'cohort_id', 'unit_id']).doNothing())
          .returning('version')
          .execute()
      : await trx
          .updateTable('dissolving_branches')
          .set(eb => ({ ...columns, version: eb('version', '+', 1) }))
          .where('school_id', '=', school)
          .where('cohort_id', '=', cohortId)
          .where('unit_id', '=', row.unitId)
          .where('version', '=', version)
          .returning('version')
          .execute()
  return saved.length === 1
}
