/** Bags: the next number of the unit at the second signature, void when the seal is broken. */
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { bagText, unitNumberOf } from './rules.ts'
import { addBags, bagsOf, takeNumbers, voidBags } from './store/bags.ts'
import type { Loaded } from './views.ts'

/** In roster order within each unit and year; units one after another, so that two batches never wait for each other. */
export async function giveBags({ trx, scope, actor, now }: RequestContext, people: readonly Loaded[]): Promise<Map<string, string>> {
  const given = new Map<string, string>()
  const unitOf = ({ row }: Loaded) => `${row.cohortId} ${String(unitNumberOf(row.path)).padStart(9, '0')}`
  for (const [, together] of [...Map.groupBy(people, unitOf)].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const { cohortId, path } = together[0]!.row
    const unit = unitNumberOf(path)
    const first = await takeNumbers(trx, { school: scope.school, cohortId, kind: 'bag', unit }, together.length)
    const rows = together.map(({ row }, at) => ({
      school_id: scope.school,
      id: newId(),
      cohort_id: cohortId,
      unit,
      number: first + at,
      text: bagText(unit, first + at),
      graduate_id: row.graduateId,
      member_id: row.memberId,
      path: row.path,
      given_at: now.toISOString(),
      given_name: actor.name,
    }))
    await addBags(trx, rows)
    for (const { graduate_id, text } of rows) given.set(graduate_id, text)
  }
  return given
}

export async function voidBagsOf({ trx, scope, actor, now }: RequestContext, people: readonly Loaded[], reason: string): Promise<void> {
  const held = await bagsOf(
    trx,
    scope,
    people.map(({ row }) => row.graduateId),
  )
  await voidBags(
    trx,
    held
      .filter(({ voidedAt }) => voidedAt === null)
      .map(({ id }) => ({ school_id: scope.school, id, voided_at: now.toISOString(), voided_name: actor.name, void_reason: reason })),
  )
}
