/** Whom a file may be about, and whether anybody wrote one of them since. */
import '../tables.ts'
import { createHash } from 'node:crypto'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { readMany, type Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import { type FullRow, graduateColumns, graduatesHere, memberColumns, sealedColumns } from './full.ts'
import { hex, list } from './numbers.ts'

/** Without a cohort: every entry of those who hold one of the numbers, for they are juniors no more. */
const inCohort = (trx: Trx, scope: Scope, { cohortId, numbers }: Near) =>
  cohortId === null
    ? graduatesHere(trx, scope).where(eb =>
        eb(
          'g.member_id',
          'in',
          eb
            .selectFrom('member_numbers as n')
            .select('n.member_id')
            .where('n.school_id', '=', scope.school)
            .where('n.number', 'in', list(numbers)),
        ),
      )
    : graduatesHere(trx, scope).where('g.cohort_id', '=', cohortId)

const whom = (trx: Trx, scope: Scope, around: Near) =>
  around.cohortId === null
    ? sql<SqlBool>`not exists (select from graduates g where g.school_id = m.school_id and g.member_id = m.id)`
    : sql<SqlBool>`m.id in ${inCohort(trx, scope, around).select('g.member_id')}`

const among = (trx: Trx, { school, path, pathEnd }: Scope, either: readonly RawBuilder<SqlBool>[]) =>
  trx
    .selectFrom('members as m')
    .where('m.school_id', '=', school)
    .where('m.path', '>=', path)
    .where('m.path', '<', pathEnd)
    .where(eb => eb.or(either))

const holding = ({ numbers, indexes }: Pick<Near, 'numbers' | 'indexes'>) => [
  sql<SqlBool>`m.student_number in ${list(numbers)}`,
  sql<SqlBool>`m.id_number_index in (select decode(value, 'hex') from json_array_elements_text(${JSON.stringify(indexes.map(hex))}::json) as value)`,
]

const near = (trx: Trx, scope: Scope, around: Near) => among(trx, scope, [whom(trx, scope, around), ...holding(around)])

/** `xmin` is the transaction that wrote a row last. */
const memberWritten = sql<string>`m.xmin`.as('written')
const entryWritten = sql<string>`g.xmin`.as('entryWritten')

type Query = ReturnType<typeof among>
const membersOf = (trx: Trx, query: Query) => readMany(trx, query.select(memberColumns).select(memberWritten), sealedColumns)

const entriesOf = async (trx: Trx, scope: Scope, around: Near) => {
  const query = inCohort(trx, scope, around).select(graduateColumns).select(['g.member_id as memberId', entryWritten])
  const entries = await readMany(trx, query, ['contactPhoneSealed'])
  return new Map(entries.map(({ memberId, ...entry }) => [memberId, entry]))
}

/**
 * Whom a file may be about: everybody of the cohort (or every junior) in the scope, and who else holds one of its numbers. Two plain scans, put
 * together in memory: a join of ten thousand just inserted rows is planned without statistics, as a loop within a loop.
 */
export async function membersNear(trx: Trx, scope: Scope, around: Near): Promise<NearRow[]> {
  const entries = await entriesOf(trx, scope, around)
  const members = await membersOf(trx, near(trx, scope, around))
  return members.map(member => ({
    ...member,
    ...(entries.get(member.memberId) ?? noGraduate),
    branch: around.branches.get(member.unitId) ?? '',
  }))
}

/** Those of them who are not among `known`, the cohort as it was read before the file. */
export async function othersNear(trx: Trx, scope: Scope, around: Near, known: readonly NearRow[]): Promise<NearRow[]> {
  const numbers = new Set(known.map(row => row.studentNumber))
  const indexes = new Set(known.flatMap(row => (row.id_number_index ? [hex(row.id_number_index)] : [])))
  const more = {
    numbers: around.numbers.filter(number => !numbers.has(number)),
    indexes: around.indexes.filter(index => !indexes.has(hex(index))),
  }
  if (more.numbers.length + more.indexes.length === 0) return []
  const ids = new Set(known.map(row => row.memberId))
  const others = await membersOf(trx, among(trx, scope, holding(more)))
  return others
    .filter(({ memberId }) => !ids.has(memberId))
    .map(member => ({ ...member, ...noGraduate, branch: around.branches.get(member.unitId) ?? '' }))
}

/** The same rows as one word that changes with any of them. Holds them if asked. */
export async function stampNear(trx: Trx, scope: Scope, around: Near, hold: boolean): Promise<string> {
  const members = near(trx, scope, around).select(['m.id', memberWritten])
  const graduates = inCohort(trx, scope, around).select(['g.id', sql<string>`g.xmin`.as('written')])
  const stampOf = async (rows: typeof members | typeof graduates) => {
    const found = await sql<{ stamp: string | null }>`select md5(string_agg(r.id::text || r.written::text, '' order by r.id)) as stamp
      from (${hold ? rows.forUpdate() : rows}) as r`.execute(trx)
    return found.rows[0]!.stamp
  }
  return `${await stampOf(members)} ${await stampOf(graduates)}`
}

/** The word that `stampNear` would say of these rows. */
export const stampOf = (rows: readonly NearRow[]): string => {
  const word = (written: readonly string[]) =>
    written.length === 0 ? null : createHash('md5').update(written.toSorted().join('')).digest('hex')
  const members = rows.map(row => `${row.memberId}${row.written}`)
  const entries = rows.flatMap(row => (row.graduateId === null ? [] : [`${row.graduateId}${row.entryWritten}`]))
  return `${word(members)} ${word(entries)}`
}

export type NearRow = FullRow & { written: string; entryWritten: string | null }

export type Near = {
  /** Null: among the juniors. */
  cohortId: string | null
  numbers: readonly string[]
  indexes: readonly Uint8Array[]
  /** Unit → name. */
  branches: ReadonlyMap<string, string>
}

const noGraduate = {
  entryWritten: null,
  graduateId: null,
  cohortId: null,
  graduateVersion: null,
  outcome: null,
  outcomeFacts: null,
  contactPhoneSealed: null,
  reduction: null,
  reducedOn: null,
  tags: null,
  responsibleId: null,
  responsibleName: null,
}
