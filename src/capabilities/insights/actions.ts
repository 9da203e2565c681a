import { ORPCError } from '@orpc/server'
import type { Day } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import { itemProgress, waitingByUnit } from '../education/index.ts'
import { newsStanding } from '../news/index.ts'
import { noticeStanding } from '../notices/index.ts'
import { type UnitRow, unitsOf } from '../orgs/index.ts'
import { cohorts, planOf } from '../plans/index.ts'
import { dueOn, leavingDayOf, type Plan } from '../plans/rules.ts'
import { openCorrections } from '../roster/index.ts'
import { matrixOf } from '../submissions/index.ts'
import { escalationCounts, lampCounts, openWork, termCounts } from '../transfers/index.ts'
import { dueOf, lamps } from '../transfers/rules.ts'
import type { TodayView } from './contract.ts'
import {
  caseWork,
  correctionWork,
  escalatedWork,
  funnelOf,
  inOrderOfNeed,
  itemsWork,
  milestonesFor,
  newsWork,
  noticeWork,
  partsOf,
  reportWork,
  returnWork,
  sumTerms,
  type UnitReturns,
  type UnitSum,
  unitSums,
  unreported,
  type Work,
  waitsToFill,
} from './rules.ts'

/** What the first screen is made of: one round of questions, each answered set-based within the scope. */
async function facts({ trx, scope, actor, today }: RequestContext, cohortId: string) {
  const may = (permission: 'transfers:read' | 'submissions:read' | 'roster:edit' | 'education:confirm' | 'notices:read' | 'news:read') =>
    actor.permissions.has(permission)
  const plan = await planOf(trx, scope, cohortId)
  const units = await unitsOf(trx, scope)
  const own = units.find(({ path }) => path === scope.path)
  if (!own) throw new ORPCError('NOT_FOUND')
  return {
    today,
    role: actor.role,
    plan,
    units,
    own,
    seesCases: may('transfers:read'),
    branches: await termCounts(trx, scope, cohortId, today),
    items: await itemProgress(trx, scope, cohortId),
    open: may('transfers:read') ? await openWork(trx, scope, cohortId, today) : [],
    lit: may('transfers:read') ? await lampCounts(trx, scope, cohortId, today) : null,
    escalated: may('transfers:read') ? await escalationCounts(trx, scope, cohortId, today) : null,
    reported: may('education:confirm') ? await waitingByUnit(trx, scope, cohortId) : [],
    returns: may('submissions:read') ? await matrixOf(trx, scope, cohortId, today) : null,
    notices: may('notices:read') ? await noticeStanding(trx, scope, cohortId, today) : null,
    news: may('news:read') ? await newsStanding(trx, scope, cohortId) : null,
    corrections: may('roster:edit') ? await openCorrections(trx, scope, cohortId) : [],
  }
}
type Facts = Awaited<ReturnType<typeof facts>>

const named = (rows: readonly { unitName: string; count: number }[]) => rows.map(({ unitName, count }) => ({ name: unitName, count }))

/** The day by which the people of a branch have to say where to: the branch's own exception before its 总支's. */
const fillBy = (plan: Plan, units: readonly UnitRow[], unitId: string): Day | null =>
  dueOf({ state: 'to-fill', backTo: null }, plan, { unitId, aboveId: units.find(({ id }) => id === unitId)?.parentId ?? null })

function workOf(
  { role, plan, units, own, today, branches, items, open, seesCases, escalated, reported, returns, notices, news, corrections }: Facts,
  sums: readonly UnitSum[],
): Work[] {
  const missing = unreported(
    branches.map(({ unitId, terms }) => ({ count: terms.unreported, dueOn: fillBy(plan, units, unitId) })),
    today,
  )
  const cases = seesCases ? caseWork(role, [missing, ...open.filter(row => !waitsToFill(row))], today) : []
  const toFill = partsOf(sums.map(({ name, terms }) => ({ name, count: terms.unreported })))
  const asked = items.map(({ unitName, unitId, people, complete }) => ({ name: unitName, unitId, asked: people, done: complete }))
  const lacking = partsOf(sums.map(({ name, itemsAsked, itemsDone }) => ({ name, count: itemsAsked - itemsDone })))
  return inOrderOfNeed(
    [
      ...cases.map(work => (work.kind === 'to-fill' ? { ...work, parts: toFill } : work)),
      ...(escalated ? escalatedWork(role, escalated) : []),
      ...(returns ? returnWork(role, own, returns, plan, today) : []),
      ...(notices ? noticeWork(role, { ...notices, toAcknowledge: notices.toAcknowledge.length }) : []),
      ...(news ? newsWork(role, news) : []),
      ...itemsWork(role, plan, asked, today).map(work => ({ ...work, parts: lacking })),
      ...reportWork(role, named(reported)),
      ...correctionWork(role, named(corrections)),
    ],
    today,
  )
}

const returnsOf = (returns: readonly UnitReturns[] | null, path: string) => {
  const cells = returns?.find(unit => unit.path === path)?.cells ?? {}
  return (
    returns &&
    Object.fromEntries(Object.entries(cells).map(([task, { state, rows, dueOn, overdue }]) => [task, { state, rows, dueOn, overdue }]))
  )
}

/** A cohort that isn't named is the newest; where none has begun there is no first screen. */
async function cohortOf({ trx, scope }: RequestContext, asked: string | undefined): Promise<string> {
  const cohortId = asked ?? (await cohorts(trx, scope))[0]?.id
  if (!cohortId) throw new ORPCError('NOT_FOUND')
  return cohortId
}

export async function today(context: RequestContext, asked: string | undefined): Promise<TodayView> {
  const cohortId = await cohortOf(context, asked)
  const found = await facts(context, cohortId)
  const { plan, own, branches, items, open, lit, returns, seesCases } = found
  const sums = unitSums(found.units, own.path, branches, items)
  const terms = sumTerms(branches)
  const done = { done: items.reduce((sum, row) => sum + row.complete, 0), of: items.reduce((sum, row) => sum + row.people, 0) }
  return {
    cohortId,
    today: found.today,
    issuedOn: plan.document.issuedOn,
    leavingDay: leavingDayOf(plan, own.id),
    destinationDueOn: dueOn(plan, 'destination', 'graduate', own.id),
    equation: {
      whole: branches.reduce((sum, { total }) => sum + total, 0),
      terms,
      beside: branches.reduce((sum, { beside }) => sum + beside, 0),
    },
    branches: branches.length,
    items: done,
    work: workOf(found, sums),
    lamps: lamps.flatMap(lamp => (lit?.[lamp] ? [{ lamp, count: lit[lamp] }] : [])),
    milestones: milestonesFor(plan, own, { terms, items: done, returns }),
    funnel: seesCases ? funnelOf(terms, open) : [],
    units: sums.map(sum => ({ ...sum, returns: returnsOf(returns, sum.path) })),
  }
}
