/** Whom a list from outside may mean: by student number, by the index of the ID number, by the number of the letter. */
import '../tables.ts'
import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { graduatesIn } from '../../roster/index.ts'

const oneOf = (texts: readonly string[]) => sql<string>`(select json_array_elements_text(${JSON.stringify(texts)}::json))`

/** `indexes` in hexadecimal digits. */
export type Names = { numbers: readonly string[]; indexes: readonly string[]; letters: readonly string[] }

export const graduatesNamed = (trx: Trx, scope: Scope, cohortId: string, { numbers, indexes, letters }: Names) =>
  graduatesIn(trx, scope)
    .leftJoin('attempts as a', join =>
      join.onRef('a.school_id', '=', 'g.school_id').onRef('a.graduate_id', '=', 'g.id').on('a.living', '=', true),
    )
    .select([
      'g.id as id',
      'm.student_number as studentNumber',
      'm.name as name',
      'a.letter_number as letterNumber',
      sql<string | null>`encode(m.id_number_index, 'hex')`.as('idIndex'),
    ])
    .where('g.cohort_id', '=', cohortId)
    .where(({ eb, or }) =>
      or([
        eb('m.student_number', 'in', oneOf(numbers)),
        eb(sql<string>`encode(m.id_number_index, 'hex')`, 'in', oneOf(indexes)),
        eb('a.letter_number', 'in', oneOf(letters)),
      ]),
    )
    .execute()

export type Named = Awaited<ReturnType<typeof graduatesNamed>>[number]
