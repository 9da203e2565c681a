import type { Day } from '../../../kernel/day.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { school } from '../../orgs/index.ts'
import { planOf } from '../../plans/index.ts'
import type { Plan } from '../../plans/rules.ts'
import {
  type Acting,
  type Answers,
  actingSides,
  type Consequences,
  consequencesOf,
  emptyForm,
  type Form,
  filledAnew,
  type Known,
  noEvidence,
  noTracks,
  type Side,
  type State,
  type TransferFacts,
} from '../rules.ts'
import type { Case, CasePerson } from '../store/cases.ts'
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

/** The form that counts now: what is being typed wherever it can be handed in, else what was handed in. */
export const formOf = ({ transfer, attempt }: Case): Form => {
  if (!transfer) return emptyForm
  const handedIn = { ...emptyForm, ...attempt.destination }
  return filledAnew.includes(attempt.state) ? (transfer.draft ?? handedIn) : handedIn
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

export const factsOf = (held: Case, setting: Setting): TransferFacts => {
  const { person } = held
  const { letterPolicy } = setting.plan
  const { geography, missing, mayStay, route } = consequences(held, setting)
  return {
    ...living(held),
    direct: person.unitKind === 'direct-branch',
    complete: missing.length === 0 && !routeRefused({ route }, held.attempt?.state),
    mayStay,
    membership: person.membership,
    evidence: noEvidence,
    own: setting.memberId === person.memberId,
    validityDays: letterPolicy.validityDays[geography ?? 'outside'],
    reissueMonths: letterPolicy.reissueMonths,
  }
}

export const sidesIn = ({ attempt }: Case, { acting }: Setting): readonly Side[] => actingSides(acting, attempt?.to_path ?? null)

export const unitsOfCase = ({ person }: Case) => ({
  unitId: person.unitId,
  aboveId: person.unitKind === 'direct-branch' ? null : person.aboveId,
})

/** After how many days what is out and unproven is asked about. */
export const waitingOf = ({ plan, today }: Setting) => ({ today, days: plan.lampThresholds.receiptDays })
