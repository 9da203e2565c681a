import type { Day } from '../../../kernel/day.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { school } from '../../orgs/index.ts'
import { planOf } from '../../plans/index.ts'
import type { Plan } from '../../plans/rules.ts'
import {
  type Acting,
  type Answers,
  actingSides,
  answersFor,
  type Consequences,
  changesBetween,
  consequencesOf,
  emptyForm,
  type Form,
  type FormVersion,
  filledAnew,
  goesElsewhere,
  type Known,
  noEvidence,
  noTracks,
  type Side,
  type State,
  systemOf,
  type TransferFacts,
  wayAfter,
} from '../rules.ts'
import type { AttemptRow, BegunCase, Case, CasePerson } from '../store/cases.ts'
import { receiverOfForm } from '../store/receivers.ts'

/** What deciding needs to know beside the case: the plan, the school, and who acts. */
export type Setting = { plan: Plan; divisionCode: string; acting: Acting; memberId: string | null; today: Day }

export async function settingOf({ trx, scope, actor, today }: RequestContext, cohortId: string): Promise<Setting> {
  const plan = await planOf(trx, scope, cohortId)
  const { divisionCode } = await school(trx, scope.school)
  return { plan, divisionCode, acting: { role: actor.role, path: scope.path }, memberId: actor.memberId, today }
}

/** The settings of several cohorts, each read once. */
export const settingsOf = async (context: RequestContext, cases: readonly Case[]): Promise<Map<string, Setting>> => {
  const found = new Map<string, Setting>()
  for (const id of new Set(cases.map(({ person }) => person.cohortId))) found.set(id, await settingOf(context, id))
  return found
}

/** The form that counts now: what is being typed wherever it can be handed in or is applied for, else what was handed in. */
export const formOf = ({ transfer, attempt }: Case): Form => {
  if (!transfer) return emptyForm
  const handedIn = { ...emptyForm, ...attempt.destination }
  if (!filledAnew.includes(attempt.state) && !attempt.application) return handedIn
  const form = transfer.draft ?? handedIn
  return { ...form, answers: answersFor(attempt.application, form.answers) }
}

/** Of a delayed graduation the roster's word counts: what was recorded there is not typed again. */
const recordedOf = ({ outcome, outcomeFacts: facts }: CasePerson): Answers | null => {
  if (outcome !== 'delayed') return null
  const said: Answers = {
    delayReason: facts.reason,
    expectedGraduation: facts.expectedOn?.slice(0, 7),
    atSchool: facts.atSchool,
    placedBranch: facts.placedBranch,
    keeper: facts.contactName && 'sealed',
  }
  return Object.fromEntries(Object.entries(said).filter(([, answer]) => answer !== undefined && answer !== ''))
}

/** What stands elsewhere about a case: the dictionary's entry for its receiver, the roster's facts. */
export const knownOf = (person: CasePerson, form: Partial<Form>, today: Day): Known => ({
  receiver: receiverOfForm(form, person.receivers),
  roster: recordedOf(person),
  today,
})

/** The dictionary's, as it stands today; else as it was answered. */
export const orgCodeOf = ({ receivers }: CasePerson, form: Partial<Form>): string => {
  const said = form.answers?.orgCode
  return receiverOfForm(form, receivers)?.orgCode ?? (typeof said === 'string' ? said : '')
}

export const consequences = (held: Case, { plan, divisionCode, today }: Setting, form = formOf(held)) =>
  consequencesOf(form, plan, divisionCode, held.attempt?.paper?.exception ?? null, knownOf(held.person, form, today))

/** A route that the plan does not know is not handed in; what is already with the checkers they send back themselves. */
export const routeRefused = ({ route }: Pick<Consequences, 'route'>, state: State | undefined): boolean =>
  route?.outcome === 'refuse' && (state === undefined || filledAnew.includes(state))

const beforeBeginning = {
  state: 'to-fill',
  attempt: 1,
  method: null,
  tracks: noTracks,
  backTo: null,
  application: null,
  transferredOutOn: null,
  paperCalledFor: false,
} as const

const living = ({ attempt }: Case) =>
  attempt
    ? {
        state: attempt.state,
        attempt: attempt.ordinal,
        method: attempt.method,
        tracks: {
          system: { at: attempt.system_at, validUntil: attempt.system_until },
          paper: { at: attempt.paper_at, validUntil: attempt.paper_until },
        },
        backTo: attempt.back_to,
        application: attempt.application,
        transferredOutOn: attempt.out_on,
        paperCalledFor: attempt.paper?.outcome === 'paper',
      }
    : beforeBeginning

/** What an application would hand in, against what stands; nothing while none waits. */
const applied = ({ transfer, attempt }: Case): Form | null => (attempt?.application ? transfer.draft : null)

/** The destination that stands, as a version to hold another against. */
export const standsAs = ({ destination, geography, paper, method }: AttemptRow): FormVersion => ({ destination, geography, paper, method })

/** The same, as it would stand if the application were granted. */
export const wouldStandAs = (held: BegunCase, setting: Setting): FormVersion => {
  const { answers, geography, paper, method } = consequences(held, setting)
  const { application } = held.attempt
  return {
    destination: { ...formOf(held), answers },
    geography,
    paper,
    method: application && application !== 'change' ? wayAfter(application, held.attempt.method) : method,
  }
}

const elsewhereIn = (held: Case, setting: Setting): boolean =>
  held.attempt !== null && applied(held) !== null && goesElsewhere(changesBetween(standsAs(held.attempt), wouldStandAs(held, setting)))

/** What was handed in was whole then; an application that changes it has to be whole now. */
const isWhole = (held: Case, { missing, route }: Consequences): boolean => {
  if (held.attempt?.application && !applied(held)) return true
  return missing.length === 0 && !routeRefused({ route }, held.attempt?.state)
}

const clausesOf = ({ plan: { letterPolicy, destinationPolicy } }: Setting, type: Form['type']) => ({
  destination: type ? destinationPolicy[type].clause : ('C9' as const),
  letter: letterPolicy.otherwise,
})

export const factsOf = (held: Case, setting: Setting): TransferFacts => {
  const { person } = held
  const { letterPolicy } = setting.plan
  const follows = consequences(held, setting)
  const { geography, mayStay, paper } = follows
  const form = formOf(held)
  return {
    ...living(held),
    ...(held.attempt?.application && { paperCalledFor: paper.outcome === 'paper' }),
    direct: person.unitKind === 'direct-branch',
    complete: isWhole(held, follows),
    elsewhere: elsewhereIn(held, setting),
    electronic: !letterPolicy.noChannelSystems.includes(systemOf(form)),
    mayStay,
    membership: person.membership,
    evidence: noEvidence,
    own: setting.memberId === person.memberId,
    validityDays: letterPolicy.validityDays[geography ?? 'outside'],
    reissueMonths: letterPolicy.reissueMonths,
    clauses: clausesOf(setting, form.type),
  }
}

/** Once a branch has dissolved its 总支 does its part. */
const withBranch = (sides: readonly Side[], { keptSince }: CasePerson): readonly Side[] =>
  keptSince && sides.includes('secondary') ? [...sides, 'branch'] : sides

export const sidesIn = ({ person, attempt }: Case, { acting }: Setting): readonly Side[] =>
  withBranch(actingSides(acting, attempt?.to_path ?? null), person)

export const unitsOfCase = ({ person }: Case) => ({
  unitId: person.unitId,
  aboveId: person.unitKind === 'direct-branch' ? null : person.aboveId,
})

/** After how many days what is out and unproven is asked about. */
export const waitingOf = ({ plan, today }: Setting) => ({ today, days: plan.lampThresholds.receiptDays })
