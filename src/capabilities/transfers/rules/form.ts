import { addMonths, type Day } from '../../../kernel/day.ts'
import type { DestinationCode, DestinationField, DestinationRule, Geography, Plan, System } from '../../plans/rules.ts'
import {
  type Answers,
  missingFields,
  type Place,
  mayStay as planLetsStay,
  type Question,
  questionsFor,
  staysAtSchool,
  UNRELATED,
} from './destinations.ts'
import { geographyOf } from './geography.ts'
import { decidePaper, type PaperDecision, wayOut } from './paper.ts'
import type { FormField } from './questions.ts'
import { decideRoute, kindByName, type Receiver, type RouteDecision } from './routing.ts'
import type { Method } from './states.ts'

/** A destination as it is filled in. `answers` holds a mark where the value itself is sealed. */
export type Form = {
  type: DestinationCode | null
  /** The wish to stay at the school; counted only where the plan lets it. */
  stay: boolean
  answers: Answers
  /** A geography that the division code can't tell, with the reason. */
  override: { geography: Geography; reason: string } | null
}

export const emptyForm: Form = { type: null, stay: false, answers: {}, override: null }

/** Phones and other people's names: never beside the other answers. */
export const sealedFields = [
  'receiverContact',
  'confirmedWith',
  'domesticContacts',
  'keeper',
] as const satisfies readonly DestinationField[]
export type SealedField = (typeof sealedFields)[number]
export type Contact = { name: string; phone: string; relation?: string | undefined }
export type SealedAnswers = {
  receiverContact?: Contact | null | undefined
  confirmedWith?: Contact | null | undefined
  domesticContacts?: Contact[] | null | undefined
  keeper?: Contact | null | undefined
}

const markOf = (answer: Contact | Contact[] | null | undefined): unknown =>
  Array.isArray(answer) ? answer.map(({ relation }) => (relation?.trim() ? 'sealed' : UNRELATED)) : answer ? 'sealed' : null

/** In the open answers a mark stands for each sealed one: enough to see whether it was given. */
export const formMarks = (open: Answers, sealed: SealedAnswers): Answers => ({
  ...open,
  ...Object.fromEntries(sealedFields.map(field => [field, markOf(sealed[field])])),
})

/** What stands elsewhere about a destination, so that nobody types it again. */
export type Known = {
  /** The dictionary's entry that the form names. */
  receiver?: (Receiver & { orgCode: string | null }) | null
  /** What the roster holds of a delayed graduation. */
  roster?: Answers | null
  today?: Day
}

export type PaperRecord = PaperDecision & { exception: string | null }

/** What follows from a form under a plan. */
export type Consequences = {
  /** The answers to what is asked, without those left from another type. */
  answers: Answers
  geography: Geography | null
  mayStay: boolean
  questions: Question[]
  missing: (FormField | 'type')[]
  /** The last month until which the relation may stay; null: no end, or no stay. */
  stayEnd: string | null
  paper: PaperRecord
  /** Null while no receiver is named. */
  route: RouteDecision | null
  /** A proposal: the office decides. Null: nothing can be proposed before its word on paper. */
  method: Method | null
}

const askedBy = (answer: unknown) => {
  if (answer === true || answer === 'receiver') return 'receiver'
  return answer === 'member' ? 'member' : null
}

const text = (answer: unknown) => (typeof answer === 'string' ? answer : '')

const geographyOfForm = ({ type, answers, override }: Form, schoolCode: string): Geography | null =>
  override?.geography ?? geographyOf(text(answers.receiverPlace), schoolCode, type === 'D04')

/** 参军 is said by the destination, every other system by its own question. */
export const systemOf = ({ type, answers }: Pick<Form, 'type' | 'answers'>): System =>
  (answers.system as System | null | undefined) ?? (type === 'D07' ? 'military' : 'local')

const proposal = (code: DestinationCode, staying: boolean, paper: PaperDecision): Method | null => {
  if (code === 'D04') return 'internal'
  return staying ? 'retain' : wayOut(paper)
}

const stayEndOf = ({ stayMonths }: DestinationRule, { leavingDay }: Plan): string | null =>
  stayMonths && leavingDay ? addMonths(leavingDay, stayMonths).slice(0, 7) : null

/** Another type, or the wish to stay, leaves answers behind that nobody is asked for any more: they count for nothing. */
const applying = (answers: Answers, questions: readonly Question[]): Answers => {
  const asked = new Set<string>(questions.map(({ field }) => field))
  return Object.fromEntries(Object.entries(answers).filter(([field]) => asked.has(field)))
}

/** The dictionary and the roster speak first: what they hold is not asked. */
const heldAnswers = (type: DestinationCode, { receiver, roster }: Known): Answers => ({
  ...(receiver?.orgCode && { orgCode: receiver.orgCode }),
  ...(type === 'D11' && roster),
})

type Frame = { plan: Plan; schoolCode: string; known: Known }

const placeOf = ({ stay, answers, ...form }: Form, geography: Geography | null, rule: DestinationRule, { plan, known }: Frame): Place => ({
  geography,
  stay,
  stayEnd: stayEndOf(rule, plan),
  agreed: answers.confirmed === true,
  noChannel: plan.letterPolicy.noChannelSystems.includes(systemOf({ ...form, answers })),
  today: known.today ?? null,
})

/** Where the receiver lies decides some questions, and whether a place is asked for at all comes before it. */
const asking = (form: Form, type: DestinationCode, rule: DestinationRule, frame: Frame) => {
  const held = heldAnswers(type, frame.known)
  const all = { ...form, answers: { ...form.answers, ...held } }
  const unplaced = placeOf(all, null, rule, frame)
  const placed = applying(all.answers, questionsFor(type, rule, unplaced))
  const geography = geographyOfForm({ ...form, answers: placed }, frame.schoolCode)
  const place = { ...unplaced, geography }
  const questions = questionsFor(type, rule, place).map(question =>
    question.field in held ? { ...question, held: true as const } : question,
  )
  return { place, questions, answers: applying(all.answers, questions) }
}

const nameOf = (addressee: unknown): string => text(addressee) || text((addressee as { name?: unknown } | null | undefined)?.name)

/** As the dictionary knows it, or by its name alone. */
const receiverOf = ({ addressee }: Answers, { receiver }: Known): Receiver | null => {
  const name = nameOf(addressee).trim()
  if (name === '') return null
  return receiver ?? { name, kind: kindByName(name), division: null, known: false }
}

const routeOf = (answers: Answers, rule: DestinationRule, stay: boolean, known: Known): RouteDecision | null =>
  decideRoute(
    {
      stay,
      receiver: receiverOf(answers, known),
      place: text(answers.receiverPlace) || null,
      household: text(answers.householdPlace) || null,
    },
    rule,
  )

const decided = (form: Form, geography: Geography | null, policy: Plan['letterPolicy'], exception: string | null): PaperRecord => {
  // A receiver without a place in the list lies abroad or is said by name only: nothing in province is claimed of it.
  const facts = { geography: geography ?? 'outside', system: systemOf(form), exception, askedBy: askedBy(form.answers.paperAsked) } as const
  return { ...decidePaper(facts, policy), exception }
}

const nothingChosen = { answers: {}, geography: null, mayStay: false, questions: [], stayEnd: null, route: null, method: null }

export const consequencesOf = (
  form: Form,
  plan: Plan,
  schoolCode: string,
  exception: string | null = null,
  known: Known = {},
): Consequences => {
  const { type, stay } = form
  if (!type) {
    const paper = decided({ ...form, answers: {} }, null, plan.letterPolicy, exception)
    return { ...nothingChosen, missing: ['type'], paper }
  }
  const rule = plan.destinationPolicy[type]
  const { place, questions, answers } = asking(form, type, rule, { plan, schoolCode, known })
  const { geography } = place
  const paper = decided({ ...form, answers }, geography, plan.letterPolicy, exception)
  return {
    answers,
    geography,
    mayStay: planLetsStay(rule),
    questions,
    missing: missingFields(type, answers, rule, place),
    stayEnd: place.stayEnd ?? null,
    paper,
    route: routeOf(answers, rule, stay, known),
    method: proposal(type, staysAtSchool(rule, place), paper),
  }
}
