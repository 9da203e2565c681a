/** Who holds a student number or an ID number, here, before and elsewhere in the school. */
import '../tables.ts'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'

export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

export const list = (texts: readonly string[]) => sql<string>`(select json_array_elements_text(${JSON.stringify(texts)}::json))`

/** Numbers held outside the scope, of the whole school: which, never whose. */
export const heldElsewhere = async (trx: Trx, numbers: readonly string[], indexes: readonly Uint8Array[]) => {
  const { rows } = await sql<{ number: string | null; id_number_index: string | null }>`
    select number, id_number_index from held_elsewhere(${JSON.stringify(numbers)}::json, ${JSON.stringify(indexes.map(hex))}::json)`.execute(
    trx,
  )
  return {
    numbers: new Set(rows.flatMap(row => row.number ?? [])),
    indexes: new Set(rows.flatMap(row => row.id_number_index ?? [])),
  }
}

/** Earlier student numbers among these, with the present one. */
export const formerAmong = (trx: Trx, { school }: Scope, numbers: readonly string[]) =>
  trx
    .selectFrom('member_numbers as n')
    .innerJoin('members as m', join => join.onRef('m.school_id', '=', 'n.school_id').onRef('m.id', '=', 'n.member_id'))
    .select(['n.number as number', 'm.student_number as present', 'm.id as memberId'])
    .where('n.school_id', '=', school)
    .where('n.number', 'in', list(numbers))
    .whereRef('n.number', '!=', 'm.student_number')
    .execute()

type Joining = { number: string; memberId: string; path: string }

/** Of these numbers, those that somebody else of the school holds, in the scope or outside it. */
export async function numbersTaken(trx: Trx, scope: Scope, rows: readonly Joining[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const numbers = rows.map(({ number }) => number)
  const owner = new Map(rows.map(({ number, memberId }) => [number, memberId]))
  const held = await trx
    .selectFrom('member_numbers')
    .select(['number', 'member_id as memberId'])
    .where('school_id', '=', scope.school)
    .where('number', 'in', list(numbers))
    .execute()
  const elsewhere = await heldElsewhere(trx, numbers, [])
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at)
  return new Set([
    ...held.filter(({ number, memberId }) => owner.get(number) !== memberId).map(({ number }) => number),
    ...elsewhere.numbers,
    ...twice,
  ])
}

/** A second number of the same person: both find the one from now on. False where somebody else took one of them meanwhile. */
export async function joinNumbers(trx: Trx, { school }: Scope, rows: readonly Joining[], since: Day): Promise<boolean> {
  if (rows.length === 0) return true
  const joined = rows.map(({ number, memberId, path }) => ({ school_id: school, number, member_id: memberId, path, since }))
  await trx
    .insertInto('member_numbers')
    .values(joined)
    .onConflict(conflict => conflict.columns(['school_id', 'number']).doNothing())
    .execute()
  const kept = await trx
    .selectFrom('member_numbers')
    .select(['number', 'member_id as memberId'])
    .where('school_id', '=', school)
    .where('number', 'in', list(rows.map(({ number }) => number)))
    .execute()
  return rows.every(({ number, memberId }) => kept.some(row => row.number === number && row.memberId === memberId))
}

export const formerNumbersOf = async (trx: Trx, { school }: Scope, memberId: string, present: string): Promise<string[]> =>
  (
    await trx
      .selectFrom('member_numbers')
      .select('number')
      .where('school_id', '=', school)
      .where('member_id', '=', memberId)
      .where('number', '!=', present)
      .orderBy('since')
      .execute()
  ).map(row => row.number)

/** Others in the scope who hold this student number, or this ID number. */
export const holdersOf = async (trx: Trx, { school }: Scope, memberId: string, number: string, index: Uint8Array | null) => {
  const rows = await trx
    .selectFrom('members')
    .select(['student_number as studentNumber'])
    .where('school_id', '=', school)
    .where('id', '!=', memberId)
    .where(eb => eb.or([eb('student_number', '=', number), ...(index ? [eb('id_number_index', '=', index)] : [])]))
    .execute()
  return rows.map(row => ({ ...row, byId: row.studentNumber !== number }))
}
