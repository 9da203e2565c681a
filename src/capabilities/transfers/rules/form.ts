import type { DestinationCode, DestinationField, Geography, Plan } from '../../plans/rules.ts'
import {
  type Answers,
  destinations,
  missingFields,
  mayStay as planLetsStay,
  type Question,
  questionsFor,
  staysAtSchool,
} from './destinations.ts'
import { geographyOf } from './geography.ts'
import { decidePaper, type PaperDecision } from './paper.ts'
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
export const sealedFields = ['receiverContact', 'domesticContacts'] as const satisfies readonly DestinationField[]
export type SealedField = (typeof sealedFields)[number]
export type Contact = { name: string; phone: string; relation?: string | undefined }
export type SealedAnswers = { receiverContact?: Contact | null | undefined; domesticContacts?: Contact[] | null | undefined }

const markOf = (answer: Contact | Contact[] | null | undefined): unknown =>
  Array.isArray(answer) ? answer.map(() => 'sealed') : answer ? 'sealed' : null

/** In the open answers a mark stands for each sealed one: enough to see whether it was given. */
export const formMarks = (open: Answers, sealed: SealedAnswers): Answers => ({
  ...open,
  receiverContact: markOf(sealed.receiverContact),
  domesticContacts: markOf(sealed.domesticContacts),
})

export type PaperRecord = PaperDecision & { exception: string | null }

/** What follows from a form under a plan. */
export type Consequences = {
  geography: Geography | null
  mayStay: boolean
  questions: Question[]
  missing: (DestinationField | 'type')[]
  paper: PaperRecord
  /** A proposal: the office decides. */
  method: Method | null
}

const askedBy = (answer: unknown) => {
  if (answer === true || answer === 'receiver') return 'receiver'
  return answer === 'member' ? 'member' : null
}

const text = (answer: unknown) => (typeof answer === 'string' ? answer : '')

const geographyOfForm = ({ type, answers, override }: Form, schoolCode: string): Geography | null =>
  override?.geography ?? geographyOf(text(answers.receiverPlace), schoolCode, type === 'D04')

const proposal = (code: DestinationCode, staying: boolean, paper: PaperDecision): Method => {
  const { method } = destinations[code]
  if (method === 'internal') return method
  if (staying) return 'retain'
  return paper.outcome === 'paper' || method === 'paper' ? 'paper' : 'system'
}

export const consequencesOf = (form: Form, plan: Plan, schoolCode: string, exception: string | null = null): Consequences => {
  const geography = geographyOfForm(form, schoolCode)
  const { type, answers, stay } = form
  const system = (answers.system as Parameters<typeof decidePaper>[0]['system']) ?? (type === 'D07' ? 'military' : 'local')
  // A receiver without a place in the list lies abroad or is said by name only: nothing in province is claimed of it.
  const facts = { geography: geography ?? ('outside' as const), system, exception, askedBy: askedBy(answers.paperAsked) } as const
  const paper = { ...decidePaper(facts, plan.letterPolicy), exception }
  if (!type) return { geography, mayStay: false, questions: [], missing: ['type'], paper, method: null }
  const rule = plan.destinationPolicy[type]
  const place = { geography, stay }
  return {
    geography,
    mayStay: planLetsStay(rule),
    questions: questionsFor(type, rule, place),
    missing: missingFields(type, answers, rule, place),
    paper,
    method: proposal(type, staysAtSchool(rule, place), paper),
  }
}
