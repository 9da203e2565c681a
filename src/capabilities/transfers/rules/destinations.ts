import type { Day } from '../../../kernel/day.ts'
import type { DestinationCode, DestinationRule, Geography } from '../../plans/rules.ts'
import { type FormField, partsOf } from './questions.ts'
import type { Method } from './states.ts'

/** `stay` is the wish itself: leave, or keep the relation at the school. */
export type QuestionField = FormField | 'stay'

type Destination = { label: string; asks: readonly QuestionField[] }

const receiver = ['receiverPlace', 'addressee', 'receivingBranch', 'receiverContact', 'confirmed', 'paperAsked'] as const
/** Why and until when: asked of everybody who stays, whatever comes next for them. */
const staying = ['stayApplication', 'stayUntil'] as const

/** What a member does next: its name, and every question of the form in its order, for phone and desk alike. Which apply follows below; where it goes is the plan's. */
export const destinations: Record<DestinationCode, Destination> = {
  D01: { label: '就业（单位有党组织）', asks: ['unitName', 'stay', ...staying, 'system', ...receiver, 'reportBy', 'duesPaidTo'] },
  D02: { label: '就业（单位没有党组织）', asks: ['unitName', 'stay', ...staying, ...receiver, 'reportBy', 'duesPaidTo'] },
  D03: { label: '升学（外校）', asks: ['unitName', 'stay', ...staying, ...receiver, 'reportBy', 'duesPaidTo'] },
  D04: { label: '升学（本校）', asks: ['receivingBranch', 'newStudentNo', 'duesPaidTo'] },
  D05: {
    label: '出国（境）学习',
    asks: ['unitName', 'country', 'abroadFrom', 'returnBy', 'stay', 'stayApplication', 'domesticContacts', ...receiver, 'duesPaidTo'],
  },
  D06: {
    label: '出国（境）其他',
    asks: [
      'unitName',
      'country',
      'abroadFrom',
      'returnBy',
      'explanation',
      'stay',
      ...staying,
      'addressee',
      'receiverContact',
      'reportBy',
      'duesPaidTo',
    ],
  },
  D07: {
    label: '参军',
    asks: ['recruitmentOffice', 'stay', ...staying, 'addressee', 'receiverContact', 'confirmed', 'reportBy', 'duesPaidTo'],
  },
  D08: {
    label: '基层项目（西部计划、三支一扶、选调）',
    asks: ['unitName', 'stay', ...staying, ...receiver, 'reportBy', 'duesPaidTo'],
  },
  D09: { label: '自主创业、灵活就业', asks: ['stay', ...staying, ...receiver, 'duesPaidTo'] },
  D10: { label: '待就业', asks: ['collectiveHousehold', 'householdPlace', 'stay', ...staying, ...receiver, 'duesPaidTo'] },
  D11: { label: '延期毕业', asks: ['delayReason', 'expectedGraduation', 'atSchool', 'placedBranch', 'keeper'] },
  D12: { label: '其他', asks: ['explanation', 'stay', ...staying, 'receiverPlace', 'addressee', 'receiverContact', 'duesPaidTo'] },
}

type Route = Pick<DestinationRule, 'goesTo'>

export const mayStay = ({ goesTo }: Route): boolean => goesTo.includes('stay')
const mayLeave = ({ goesTo }: Route): boolean => goesTo.some(route => route !== 'stay')

/** The methods that fit the place; 暂缓 always does, with a reason. */
export const methodsFor = (code: DestinationCode, rule: Route): Method[] => {
  if (code === 'D04') return ['internal', 'defer']
  const leaves: Method[] = mayLeave(rule) ? ['system', 'paper', 'both'] : []
  return [...leaves, ...(mayStay(rule) ? ['retain' as const] : []), 'defer']
}

/** What is known while the form is being filled: `stay` is the member's wish, counted only where the plan lets it. */
export type Place = {
  geography: Geography | null
  stay: boolean
  /** The receiver has agreed: then on which day, and with whom it was spoken. */
  agreed?: boolean
  /** No electronic way leads there, so that nobody types a code. */
  noChannel?: boolean
  today?: Day | null
  /** The last month until which the relation may stay; null: the plan sets no end. */
  stayEnd?: string | null
}

export const staysAtSchool = (rule: Route, { stay }: Pick<Place, 'stay'>): boolean => mayStay(rule) && (stay || !mayLeave(rule))

type When =
  | 'always'
  | 'choosing'
  | 'leaving'
  | 'staying'
  | 'leaving-outside'
  | 'leaving-within-province'
  | 'leaving-agreed'
  | 'leaving-by-system'
type Ground = { rule: Route; staying: boolean; place: Place }

const holds: Record<When, (ground: Ground) => boolean> = {
  always: () => true,
  choosing: ({ rule }) => mayStay(rule) && mayLeave(rule),
  leaving: ({ staying }) => !staying,
  staying: ({ staying }) => staying,
  'leaving-outside': ({ staying, place }) => !staying && place.geography === 'outside',
  'leaving-agreed': ({ staying, place }) => !staying && place.agreed === true,
  'leaving-by-system': ({ staying, place }) => !staying && !place.noChannel,
  'leaving-within-province': ({ staying, place }) => !staying && place.geography !== 'outside',
}

const asked: Partial<Record<QuestionField, When>> = {
  stay: 'choosing',
  system: 'leaving',
  receiverPlace: 'leaving',
  addressee: 'leaving',
  receivingBranch: 'leaving',
  orgCode: 'leaving-by-system',
  receiverContact: 'leaving',
  confirmed: 'leaving',
  confirmedOn: 'leaving-agreed',
  confirmedWith: 'leaving-agreed',
  paperAsked: 'leaving-outside', // C10: in province never, so nobody is asked
  reportBy: 'leaving',
  duesPaidTo: 'leaving',
  stayApplication: 'staying',
  stayUntil: 'staying',
}

// 具体党支部 is required in province only: outside, the receiver's committee settles it.
const requiredWhen: Partial<Record<QuestionField, When>> = { receivingBranch: 'leaving-within-province' }

/** Required whatever the plan says: nobody stays without a reason and an end, and 附件3 has to name the cause. */
const alwaysRequired: readonly QuestionField[] = ['stayApplication', 'stayUntil', 'delayReason']

/** `held`: the answer stands elsewhere, in the dictionary or the roster; it is shown and not asked. */
export type Question = { field: QuestionField; required: boolean; held?: true | undefined }

const requires = (rule: DestinationRule, field: QuestionField): boolean =>
  alwaysRequired.includes(field) || (field !== 'stay' && rule.required.includes(field))

/** The question that an answer is given with. */
export const wholeOf = <Field extends QuestionField>(field: Field): Field | FormField =>
  (Object.keys(partsOf) as FormField[]).find(whole => (partsOf[whole] as readonly string[]).includes(field)) ?? field

export const isPart = (field: QuestionField): boolean => wholeOf(field) !== field

/** A question and what is answered with it. */
const withParts = (field: QuestionField): readonly QuestionField[] => (field === 'stay' ? [field] : [field, ...(partsOf[field] ?? [])])

/** What is asked on a screen of its own: neither answered elsewhere nor with another question. */
export const screensOf = <Row extends Pick<Question, 'field' | 'held'>>(questions: readonly Row[]): Row[] =>
  questions.filter(({ field, held }) => !held && !isPart(field))

/** The answers that are given on the screen of this question. */
export const answeredWith = (key: QuestionField | 'type'): readonly (QuestionField | 'type')[] => (key === 'type' ? [key] : withParts(key))

/** The questions that apply, in order; what the plan requires beyond the usual ones comes last. */
export const questionsFor = (code: DestinationCode, rule: DestinationRule, place: Place): Question[] => {
  const ground: Ground = { rule, staying: staysAtSchool(rule, place), place }
  const fields = [
    ...new Set<QuestionField>([
      ...destinations[code].asks.flatMap(withParts),
      ...rule.required.flatMap(field => withParts(wholeOf(field))),
    ]),
  ]
  return fields
    .filter(field => holds[asked[field] ?? 'always'](ground))
    .map(field => ({ field, required: requires(rule, field) && holds[requiredWhen[field] ?? 'always'](ground) }))
}

export type Answers = Partial<Record<FormField, unknown>>

const TWO_CONTACTS = 2 // D05: two domestic contacts

/** The mark of a second contact of whom nobody said how they are related. */
export const UNRELATED = 'unrelated'

const blank = (field: FormField, answer: unknown): boolean => {
  if (field === 'domesticContacts') return !Array.isArray(answer) || answer.length < TWO_CONTACTS || answer.includes(UNRELATED)
  return answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '')
}

/** An answer that can't stand, by itself or beside another: the field to mend, and why. */
export type Misfit = 'stays-too-long' | 'returns-before-leaving' | 'agreed-later' | 'no-org-code'

const ORG_CODE = /^\d{12}$/

type Said = (name: FormField) => string

const misfits: Partial<Record<FormField, (said: Said, place: Pick<Place, 'stayEnd' | 'today'>) => Misfit | null>> = {
  stayUntil: (said, { stayEnd }) => (stayEnd && said('stayUntil') > stayEnd ? 'stays-too-long' : null),
  returnBy: said => (said('returnBy') && said('returnBy') < said('abroadFrom') ? 'returns-before-leaving' : null),
  confirmedOn: (said, { today }) => (today && said('confirmedOn') > today ? 'agreed-later' : null),
  orgCode: said => (said('orgCode') && !ORG_CODE.test(said('orgCode')) ? 'no-org-code' : null),
}

export const misfitOf = (field: FormField, answers: Answers, place: Pick<Place, 'stayEnd' | 'today'>): Misfit | null => {
  const said: Said = name => (typeof answers[name] === 'string' ? (answers[name] as string) : '')
  return misfits[field]?.(said, place) ?? null
}

/** What a destination still lacks; empty when it can be handed in. */
export const missingFields = (code: DestinationCode, answers: Answers, rule: DestinationRule, place: Place): FormField[] =>
  questionsFor(code, rule, place).flatMap(({ field, required }) => {
    if (field === 'stay') return []
    return (required && blank(field, answers[field])) || misfitOf(field, answers, place) ? [field] : []
  })
