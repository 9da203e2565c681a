/** Lamps and escalations as dated facts, rewritten whenever a case, its person or its plan changes. */
import { addMonths, day } from '../../../kernel/day.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { leavingDayOf } from '../../plans/rules.ts'
import {
  type DatedLamp,
  dueOf,
  escalationsOf,
  type LampFacts,
  lampsOf,
  type State,
  type TransferFacts,
  termOf,
  termOfOutcome,
} from '../rules.ts'
import type { AttemptRow, Case } from '../store/cases.ts'
import type { Lit } from '../store/lamps.ts'
import * as store from '../store.ts'
import { factsOf, type Setting, settingsOf, unitsOfCase } from './setting.ts'

/** The usual length of a probation, for a row whose end was not entered. */
const PROBATION_MONTHS = 12

const unreported: readonly State[] = ['to-fill', 'withdrawn', 'void']
const probationary = ['probationary', 'probation-extended']

const probationEnd = ({ person: { membership, confirmedOn, joinedOn } }: Case) => {
  if (!probationary.includes(membership)) return null
  return confirmedOn ?? (joinedOn && addMonths(joinedOn, PROBATION_MONTHS))
}

const settled = (held: Case, facts: TransferFacts, { today }: Setting): boolean => {
  const { outcome, membership, reduction } = held.person
  const term = termOf({ outcome, membership, reduction, transfer: held.attempt ? facts : null }, today)
  return term === 'reduced' || facts.state === 'received' || facts.state === 'closed'
}

const running = (attempt: AttemptRow | null) => {
  const letter = attempt && ['issued', 'out'].includes(attempt.paper_at) && attempt.paper_until
  const start = attempt?.system_at === 'out' && attempt.system_until
  return {
    letter: letter ? { validUntil: letter, handedOutOn: attempt.handed_out_on, expectedOn: attempt.expected_on } : null,
    externalStart: start ? { validUntil: start } : null,
  }
}

const lampFacts = (held: Case, setting: Setting): LampFacts => {
  const { plan } = setting
  const { person, transfer, attempt } = held
  const facts = factsOf(held, setting)
  const units = unitsOfCase(held)
  const stays = termOfOutcome[person.outcome] === 'delayed'
  const leaving = leavingDayOf(plan, person.unitId) // an exception of the branch, else of its 总支, else the school's
  const above = units.aboveId ? leavingDayOf(plan, units.aboveId) : null
  const abroad = attempt?.destination_type === 'D05' && facts.state === 'retained'
  return {
    settled: settled(held, facts, setting),
    openedOn: plan.document.issuedOn ?? day(`${plan.year}-01-01`),
    dueOn: stays && !attempt ? null : dueOf(facts, plan, units),
    hasDestination: !unreported.includes(facts.state) || stays,
    destinationDueOn: dueOf({ state: 'to-fill', backTo: null }, plan, units),
    leavingDay: stays ? null : leaving === plan.leavingDay ? (above ?? leaving) : leaving,
    lastTraceOn: transfer?.traced_on ?? null,
    ...running(attempt),
    probationEndsOn: probationEnd(held),
    abroad,
    lastContactOn: transfer?.contacted_on ?? null,
  }
}

export const lampsFor = (held: Case, setting: Setting): DatedLamp[] =>
  held.person.relationAtSchool ? lampsOf(lampFacts(held, setting), setting.plan.lampThresholds) : []

/** Rewrites the lamps of these cases, and which level has them, as they now stand. */
export async function relight(context: RequestContext, cases: readonly Case[], settings?: Map<string, Setting>): Promise<Lit[]> {
  const { trx, scope } = context
  const known = settings ?? (await settingsOf(context, cases))
  const acts = await store.lastActs(
    trx,
    scope.school,
    cases.flatMap(({ transfer }) => transfer?.id ?? []),
  )
  const lit = cases.map((held): Lit => {
    const setting = known.get(held.person.cohortId)!
    const lamps = lampsFor(held, setting)
    const actedOn = acts.get(held.transfer?.id ?? '') ?? null
    const direct = held.person.unitKind === 'direct-branch'
    return { person: held.person, lamps, escalations: escalationsOf({ lamps, actedOn, direct }, setting.plan.escalation) }
  })
  await store.saveLamps(trx, scope.school, lit)
  return lit
}
