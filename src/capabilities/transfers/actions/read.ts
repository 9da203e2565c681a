/** Lists, counts and single cases. */
import { ORPCError } from '@orpc/server'
import type { Day } from '../../../kernel/day.ts'
import { pageFrom, pageKey } from '../../../kernel/paging.ts'
import { divisionName } from '../../../platform/divisions/index.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { receiverAnswers } from '../../letters/index.ts'
import { narrowed, type Scope } from '../../orgs/index.ts'
import { destinationCodes } from '../../plans/rules.ts'
import type { CaseView, TransferRow } from '../contract.ts'
import {
  emptyForm,
  type FormField,
  gapOf,
  mayEdit,
  mendersFor,
  methodsFor,
  methodsOpen,
  openApplications,
  proofsFor,
  type Question,
  type SealedAnswers,
  type ShownState,
  type Side,
  type State,
  type Term,
  type TransferFacts,
  terms,
  tracksOut,
} from '../rules.ts'
import type { Case, CasePerson } from '../store/cases.ts'
import type { Filter, PageKey } from '../store/search.ts'
import * as store from '../store.ts'
import { appliedView } from './change-views.ts'
import { maskedContacts, openContacts } from './contacts.ts'
import { followingView } from './following.ts'
import { handlerPhones } from './handlers.ts'
import { papersView } from './papers.ts'
import { receiptView } from './receipt-desk.ts'
import { consequences, factsOf, routeRefused, type Setting, settingOf, sidesIn, waitingOf } from './setting.ts'
import { attemptView, eventView, maskedAs, personView, rowView, standingView } from './views.ts'

/** A unit's part of the scope; a unit outside it is not found. */
export function within(scope: Scope, path: string | undefined): Scope {
  const part = path === undefined ? scope : narrowed(scope, path)
  if (!part) throw new ORPCError('NOT_FOUND')
  return part
}

/** What the receivers of these cases said online and the office has not checked yet, by letter. */
async function standingAnswers(context: RequestContext, cases: readonly Case[]) {
  const letters = cases.flatMap(({ attempt }) => (attempt?.state === 'answered' && attempt.letter_id ? [attempt.letter_id] : []))
  const answers = await receiverAnswers(context, letters, false)
  return new Map(answers.filter(({ reopened }) => !reopened).map(answer => [answer.letterId, answer]))
}

/** Every answer to the letters of a case. The office that checks them sees whom to call; the member is told by the story. */
const answersOf = (context: RequestContext, attempts: readonly { letter_id: string | null }[]) =>
  context.scope.reach === 'own'
    ? []
    : receiverAnswers(
        context,
        attempts.flatMap(({ letter_id }) => letter_id ?? []),
        context.actor.permissions.has('transfers:feedback'),
      )

const over: readonly State[] = ['received', 'closed', 'retained', 'internal', 'void']

type ListInput = Filter & { path?: string | undefined; after?: PageKey | undefined; limit: number }

export async function list(context: RequestContext, { path, after, limit, ...filter }: ListInput) {
  const { trx, today } = context
  const scope = within(context.scope, path)
  const setting = await settingOf(context, filter.cohortId)
  const found = await store.page(trx, scope, filter, { plan: setting.plan, today, after, limit: limit + 1 })
  const { page, next } = pageFrom(found, limit, ({ due, pinyin, id }) => pageKey(due, pinyin, id))
  const ids = page.map(({ id }) => id)
  const lit = await store.litLamps(trx, scope, ids, today)
  const cases = await store.casesOf(trx, scope, ids)
  const answers = await standingAnswers(context, cases)
  const rows: TransferRow[] = cases.map(held =>
    rowView(held, setting, lit.get(held.person.id) ?? [], answers.get(held.attempt?.letter_id ?? '')),
  )
  const total = await store.countFound(trx, scope, filter, today)
  return { rows, total, next }
}

const sum = (rows: readonly store.TermCounts[]) =>
  Object.fromEntries(terms.map(term => [term, rows.reduce((all, row) => all + row.terms[term], 0)])) as Record<Term, number>

export async function counts(context: RequestContext, { cohortId, path }: { cohortId: string; path?: string | undefined }) {
  const { trx, scope, today } = context
  const part = within(scope, path)
  const units = await store.termCounts(trx, part, cohortId, today)
  return {
    all: units.reduce((all, { total }) => all + total, 0),
    beside: units.reduce((all, { beside }) => all + beside, 0),
    states: (await store.stateCounts(trx, part, cohortId, today)) as Record<ShownState, number>,
    terms: sum(units),
    lamps: await store.lampCounts(trx, part, cohortId, today),
    escalated: await store.escalationCounts(trx, part, cohortId, today),
    arrivals: (await store.arrivalCounts(trx, part)).waiting ?? 0,
    applications: await store.applicationCounts(trx, part, cohortId),
    pictures: await store.countFound(trx, part, { cohortId, picture: 'waiting' }, today),
    calls: await store.unprovenCount(trx, part, cohortId, waitingOf(await settingOf(context, cohortId))),
    differences: await store.differenceCount(trx, part, { cohortId }),
  }
}

const shownContacts = (sealed: SealedAnswers, own: boolean): Record<string, unknown> => (own ? sealed : maskedContacts(sealed))

/** The roster names the teacher of a delayed graduate, and keeps the phone to itself. */
const heldKeeper = ({ outcomeFacts }: CasePerson, questions: readonly Question[]) =>
  questions.some(({ field, held }) => field === 'keeper' && held) ? { keeper: { name: outcomeFacts.contactName, phone: '' } } : {}

const placesIn = (answers: Record<string, unknown>) =>
  Object.fromEntries(
    ['receiverPlace', 'householdPlace'].flatMap(field => {
      const code = answers[field]
      const name = typeof code === 'string' ? divisionName(code.slice(0, 6)) : null
      return name ? [[field, name]] : []
    }),
  )

/** What is being typed, else what was handed in. */
async function formView(context: RequestContext, held: Case, setting: Setting, own: boolean) {
  const form = held.transfer?.draft ?? { ...emptyForm, ...held.attempt?.destination }
  const sealed = (await openContacts(context, [held], 'draft')).get(held.person.id) ?? {}
  const { answers: counted, geography, questions, stayEnd, paper, route, ...rest } = consequences(held, setting, form)
  const refused = routeRefused({ route }, held.attempt?.state) && !rest.missing.includes('addressee')
  const missing = refused ? [...rest.missing, 'addressee' as const] : rest.missing
  // What stands elsewhere is shown in its place.
  const elsewhere = Object.fromEntries(questions.flatMap(({ field, held }) => (held ? [[field, counted[field as FormField]]] : [])))
  const answers = { ...form.answers, ...elsewhere, ...shownContacts(sealed, own), ...heldKeeper(held.person, questions) }
  const draft = Boolean(held.transfer?.draft)
  const asked = new Set<string>(questions.map(({ field }) => field))
  const reportBy = asked.has('reportBy') && typeof answers.reportBy === 'string' ? (answers.reportBy as Day) : null
  return {
    form: { ...form, answers, placeNames: placesIn(answers), geography, questions, missing, stayEnd, draft },
    paper,
    route,
    reportBy,
  }
}

const choicesOf = (held: Case, facts: TransferFacts, sides: readonly Side[], { plan, today }: Setting) => {
  const acting = facts.direct && sides.includes('branch') ? [...sides, 'secondary' as const] : sides
  const type = held.attempt?.destination_type
  return {
    backTo: mendersFor(facts, acting),
    methods: destinationCodes.flatMap(code => (code === type ? methodsOpen(facts, methodsFor(code, plan.destinationPolicy[code])) : [])),
    tracks: tracksOut(facts),
    proofs: proofsFor(facts, acting),
    applications: openApplications(facts, today),
  }
}

/** Once accepted, or taken back, nothing has to last any more. */
const gapIn = (facts: TransferFacts, reportBy: Day | null, today: Day) =>
  over.includes(facts.state) ? null : gapOf(facts, reportBy, today)

export async function caseView(context: RequestContext, graduateId: string): Promise<CaseView> {
  const { trx, scope, today } = context
  const [held] = await store.casesOf(trx, scope, [graduateId])
  if (!held) throw new ORPCError('NOT_FOUND')
  const { person, transfer } = held
  const setting = await settingOf(context, person.cohortId)
  const facts = factsOf(held, setting)
  const sides = sidesIn(held, setting)
  const lit = await store.litLamps(trx, scope, [graduateId], today)
  const attempts = transfer ? await store.attemptsOf(trx, scope, transfer.id) : []
  const events = transfer ? await store.storyOf(trx, scope, transfer.id) : []
  const phones = await handlerPhones(context, attempts)
  const { form, paper, route, reportBy } = await formView(context, held, setting, facts.own)
  return {
    ...standingView(held, setting, lit.get(graduateId) ?? [], facts),
    cohortId: person.cohortId,
    person: {
      ...personView(held),
      memberId: person.memberId,
      sex: person.sex,
      idNumber: maskedAs(person.idNumberLast4, 18),
      phone: maskedAs(person.phoneLast4, 11),
      college: person.college,
      major: person.major,
      className: person.className,
      duesPaidTo: person.duesPaidTo,
      secondaryName: person.unitKind === 'direct-branch' ? null : person.aboveName,
    },
    own: facts.own,
    mayEdit: sides.some(side => mayEdit(facts, side, today).allowed),
    form,
    paper: held.attempt?.paper ?? paper,
    route,
    gap: gapIn(facts, reportBy, today),
    papers: await papersView(context, held, setting),
    applied: held.transfer ? await appliedView(context, held, setting) : null,
    choices: choicesOf(held, facts, sides, setting),
    attempts: attempts.map(row => attemptView(row, setting, phones.get(row.id) ?? null)).reverse(),
    answers: await answersOf(context, attempts),
    receipt: await receiptView(context, held),
    ...(await followingView(context, held)),
    events: events.map(eventView).reverse(),
  }
}

/** By the case's id or the graduate's. */
export async function caseById(context: RequestContext, id: string): Promise<CaseView> {
  const graduateId = await store.graduateIdOf(context.trx, context.scope, id)
  if (!graduateId) throw new ORPCError('NOT_FOUND')
  return caseView(context, graduateId)
}

export async function ownId({ trx, scope, actor }: RequestContext): Promise<string> {
  const id = actor.memberId && (await store.ownGraduateId(trx, scope, actor.memberId))
  if (!id) throw new ORPCError('NOT_FOUND')
  return id
}
