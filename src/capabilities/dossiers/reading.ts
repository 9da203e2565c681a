/** What screens and lists read: pages of a filter, counts by unit, one dossier with its story. */
import { ORPCError } from '@orpc/server'
import { pageFrom } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { type UnitRow, unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import { dueOn, type Plan } from '../plans/rules.ts'
import type { DossierDetail } from './contract.ts'
import { countProblems, type Filter, loadFiltered, loadPeople } from './loading.ts'
import { countStandings, isDone } from './rules.ts'
import { bagsOf } from './store/bags.ts'
import { listById } from './store/lists.ts'
import * as store from './store.ts'
import { askedPaper, dossierLine, type Loaded } from './views.ts'

const countsOf = (people: readonly Loaded[]) => countStandings(people.map(({ standing, row }) => ({ standing, postponed: row.postponed })))

/** Units keep their own day where the plan excepts them; everybody else the branches' one. */
const dueOf = (plan: Plan, unitId?: string) => dueOn(plan, 'dossiers', 'branch', unitId)

export async function listed(context: RequestContext, { after, limit, ...filter }: Filter & { after?: string | undefined; limit: number }) {
  const plan = await planOf(context.trx, context.scope, filter.cohortId)
  const { everybody, shows } = await loadFiltered(context, filter)
  // The place of the last one seen, also where it no longer stands in the filter.
  const from = after === undefined ? 0 : everybody.findIndex(({ row }) => row.graduateId === after) + 1
  const rest = everybody.slice(from).filter(shows)
  const { page, next } = pageFrom(rest.slice(0, limit + 1), limit, ({ row }) => row.graduateId)
  return {
    rows: page.map(person => dossierLine(person, context.actor)),
    total: everybody.filter(shows).length,
    next,
    checklist: plan.dossierChecklist.map(askedPaper),
    counts: countsOf(everybody),
    problems: countProblems(everybody),
    dueOn: dueOf(plan, filter.unitId),
  }
}

/** Units of the scope that hold anybody, each with all below it; the reader's own among them where it has others below. */
export async function progress(context: RequestContext, cohortId: string) {
  const { trx, scope, today } = context
  const plan = await planOf(trx, scope, cohortId)
  const { everybody } = await loadFiltered(context, { cohortId })
  const unitProgress = (unit: UnitRow) => {
    const people = everybody.filter(({ row }) => row.path.startsWith(unit.path))
    const due = dueOf(plan, unit.id)
    const waits = people.some(({ standing, row }) => !isDone({ standing, postponed: row.postponed }))
    return {
      unitId: unit.id,
      unitName: unit.name,
      path: unit.path,
      ...countsOf(people),
      problems: countProblems(people),
      dueOn: due,
      late: due !== null && today > due && waits,
    }
  }
  return (await unitsOf(trx, scope)).map(unitProgress).filter(({ people }) => people > 0)
}

export async function detail(context: RequestContext, graduateId: string): Promise<DossierDetail> {
  const { trx, scope, actor } = context
  const [person] = await loadPeople(context, [graduateId])
  if (!person) throw new ORPCError('NOT_FOUND')
  const { row, asked } = person
  const list = row.listId ? await listById(trx, scope, row.listId) : undefined
  const bags = await bagsOf(trx, scope, [graduateId])
  const events = await store.eventsOf(trx, scope, graduateId)
  return {
    ...dossierLine(person, actor),
    checklist: asked.map(askedPaper),
    packedAt: row.packedAt?.toISOString() ?? null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    list: list ? { id: list.id, text: list.text, madeOn: list.madeOn, receivedOn: list.receivedOn } : null,
    bags: bags.map(({ text, givenAt, voidReason }) => ({ text, givenAt: givenAt.toISOString(), voidReason })),
    events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
  }
}
