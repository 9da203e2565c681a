/** Whom the rows mean: found by student number and by ID number, with what is known of each. */
import type { RequestContext } from '../accounts/index.ts'
import { numbersOfYears } from '../letters/index.ts'
import { sameNumber } from '../letters/rules.ts'
import { cohorts } from '../plans/index.ts'
import { type Holder, holdersOfNumbers, idIndexes } from '../roster/index.ts'
import { type CarryEntry, carryKey, type HeldCarry, memberOf } from './rules.ts'
import * as store from './store.ts'

export type Held = HeldCarry & { byNumber: Holder | null; byId: Holder | null }

const letterOf = (entry: CarryEntry) => (entry.matter === 'unreturned' ? entry.unreturned : null)

/** Whose letters bear the numbers, by year and number. */
async function numbered({ trx, scope }: RequestContext, entries: readonly CarryEntry[]): Promise<ReadonlyMap<string, string>> {
  const years = new Set(entries.flatMap(entry => letterOf(entry)?.issuedOn.slice(0, 4) ?? []))
  const found = years.size > 0 ? await numbersOfYears(trx, scope, [...years].map(Number)) : []
  return new Map(found.map(({ year, numberText, memberName }) => [`${year} ${sameNumber(numberText)}`, memberName]))
}

const byNumberOf = (people: readonly Holder[]) => new Map(people.flatMap(person => person.numbers.map(number => [number, person] as const)))
const byIdOf = (people: readonly Holder[]) => new Map(people.flatMap(person => (person.idIndex ? [[person.idIndex, person] as const] : [])))

export async function heldFor(context: RequestContext, entries: readonly CarryEntry[], hold: boolean): Promise<Map<string, Held>> {
  const { trx, scope } = context
  const persons = entries.map(({ person }) => person)
  const people = await holdersOfNumbers(context, persons, hold)
  const indexes = await idIndexes(
    context,
    persons.flatMap(({ idNumber }) => idNumber ?? []),
  )
  const years = await cohorts(trx, scope)
  const cohortOf = new Map(years.map(({ year, id }) => [year, id]))
  const carried = Map.groupBy(
    await store.carriedOf(
      trx,
      scope,
      people.map(({ memberId }) => memberId),
    ),
    ({ memberId }) => memberId,
  )
  const letters = await numbered(context, entries)
  const [byNumber, byId] = [byNumberOf(people), byIdOf(people)]
  return new Map(
    entries.map(entry => {
      const idIndex = (entry.person.idNumber && indexes.get(entry.person.idNumber)) ?? null
      const cohortId = cohortOf.get(entry.year) ?? null
      const letter = letterOf(entry)
      const found = {
        byNumber: byNumber.get(entry.person.studentNumber) ?? null,
        byId: (idIndex && byId.get(idIndex)) || null,
        idIndex,
        cohortId,
        present: years[0] ?? null,
        letterOf: (letter && letters.get(`${letter.issuedOn.slice(0, 4)} ${sameNumber(letter.number)}`)) ?? null,
      }
      const member = memberOf({ ...found, carried: null })
      const here = member && (carried.get(member.memberId) ?? []).find(row => row.cohortId === cohortId)
      return [carryKey(entry), { ...found, carried: here?.matter ?? null }]
    }),
  )
}
