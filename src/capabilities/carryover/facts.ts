/** What reading the list needs to know of the school: branches, addressees, the present plan, the numbers to come. */
import { createHash } from 'node:crypto'
import { divisionAt, divisionName, divisionOf } from '../../platform/divisions/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { addresseesByKey, comingSeries } from '../letters/index.ts'
import { unitsOf } from '../orgs/index.ts'
import { holdsMembers } from '../orgs/rules.ts'
import { presentCohort } from '../plans/index.ts'
import { indexBranches } from '../roster/rules.ts'
import { type CarryFacts, guesser } from './rules.ts'

/** An address goes on after its division; a division by name is only that. */
const wholeName = (text: string) => {
  const found = divisionOf(text)
  return found && divisionName(found.code) === text.replace(/\s/g, '') ? found : null
}

const divisions: CarryFacts['divisions'] = {
  find: text => (/^\d{6}$/.test(text) ? divisionAt(text) : wholeName(text))?.code ?? null,
}

const squeezed = (name: string) => name.normalize('NFKC').replace(/\s/g, '')

export async function carryFacts(context: RequestContext): Promise<{ facts: CarryFacts; stamp: string }> {
  const { trx, scope, today } = context
  const branches = (await unitsOf(trx, scope)).filter(({ kind }) => holdsMembers(kind)).map(({ name }) => name)
  const known = await addresseesByKey(context)
  const names = [...known.values()].map(({ name }) => name)
  const cohort = await presentCohort(context)
  const series = cohort && (await comingSeries(context, cohort.plan))
  const facts: CarryFacts = {
    today,
    branches: indexBranches(branches),
    present: cohort && { year: cohort.year, name: cohort.name, plan: cohort.plan },
    addressees: { find: text => known.get(squeezed(text)) ?? null, guess: guesser(names) },
    divisions,
    series,
  }
  const read = [today, branches, [...known.values()], cohort, series]
  return { facts, stamp: createHash('sha256').update(JSON.stringify(read)).digest('hex') }
}
