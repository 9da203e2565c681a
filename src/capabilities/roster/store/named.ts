import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { graduatesIn, personColumns } from '../store.ts'

const oneOf = (texts: readonly string[]) => sql<string>`(select json_array_elements_text(${JSON.stringify(texts)}::json))`

/** Of a cohort and the scope: who has one of these student numbers, or is called so. */
export const graduatesNamed = (trx: Trx, scope: Scope, cohortId: string, numbers: readonly string[], names: readonly string[]) =>
  graduatesIn(trx, scope)
    .select(personColumns)
    .where('g.cohort_id', '=', cohortId)
    .where(({ eb, or }) => or([eb('m.student_number', 'in', oneOf(numbers)), eb('m.name', 'in', oneOf(names))]))
    .execute()
