/** Carries rows over: the year, the people, their cases and letters, and who was carried. Set-based, a year at a time. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { ListWriting, Trace } from '../imports/index.ts'
import { openEarlier } from '../plans/index.ts'
import { carryPeople, type Holder } from '../roster/index.ts'
import { type CarriedCase, carryCases } from '../transfers/index.ts'
import type { Held } from './held.ts'
import { type CarryEntry, type CarryFacts, memberOf, retainedForm, unreturnedForm } from './rules.ts'
import * as store from './store.ts'

export type Writing = ListWriting<CarryFacts, CarryEntry, Held>
type Row = { entry: CarryEntry; member: Holder | null }

/** Somebody else has entered one of these numbers, or opened the year, just now. */
const worded = (error: unknown): never => {
  throw meaningOf(error) === 'held-meanwhile' ? new ORPCError('REFUSED', { status: 409, data: { reason: 'held-meanwhile' } }) : error
}

export async function write(context: RequestContext, { importId, added }: Writing): Promise<Trace[]> {
  const rows = added.map(({ entry, held }): Row => ({ entry, member: held ? (memberOf(held) as Holder | null) : null }))
  const years = Map.groupBy(rows, ({ entry }) => entry.year)
  return carry(context, importId, years).catch(worded)
}

async function carry(context: RequestContext, importId: string, years: ReadonlyMap<number, readonly Row[]>): Promise<Trace[]> {
  const cohorts = await openEarlier(context, [...years.keys()])
  const carried: Carried[] = []
  for (const [year, rows] of years) carried.push(...(await carryYear(context, { importId, cohortId: cohorts.get(year)! }, rows)))
  // Last of all: whatever has a later id was made by somebody since.
  await store.addCarryovers(
    context.trx,
    carried.map(({ row: { entry, member }, into, at }) => ({
      school_id: context.scope.school,
      id: newId(),
      cohort_id: into.cohortId,
      graduate_id: at.graduateId,
      member_id: at.memberId,
      path: at.path,
      import_id: importId,
      matter: entry.matter,
      brought: member === null,
      added_number: at.addedNumber,
    })),
  )
  return carried.map(({ at }) => ({ id: at.graduateId, version: at.version, former: null }))
}

type Into = { importId: string; cohortId: string }
type Carried = { row: Row; into: Into; at: Awaited<ReturnType<typeof carryPeople>>[number] }

async function carryYear(context: RequestContext, into: Into, rows: readonly Row[]): Promise<Carried[]> {
  const people = rows.map(({ entry, member }) => ({
    entry: entry.person,
    member,
    delayed: entry.matter === 'delayed' ? entry.delayed : null,
  }))
  const entries = await carryPeople(context, into, people)
  const carried = rows.map((row, at) => ({ row, into, at: entries[at]! }))
  await carryCases(
    context,
    into.cohortId,
    carried.flatMap(({ row: { entry }, at }) => caseOf(entry, at.graduateId)),
    into.importId,
  )
  return carried
}

/** Who studies on has no case: it begins when they leave. */
function caseOf(entry: CarryEntry, graduateId: string): CarriedCase[] {
  if (entry.matter === 'delayed') return []
  if (entry.matter === 'retained') return [{ graduateId, ...retainedForm(entry.retained), letter: null }]
  const { number, issuedOn, validDays, system } = entry.unreturned
  return [{ graduateId, ...unreturnedForm(entry.unreturned), letter: { number, issuedOn, validDays, system } }]
}
