import type { DestinationCode, DestinationField, DestinationRule, Geography } from '../../plans/rules.ts'
import type { Method } from './states.ts'

type Destination = { label: string; method: Method; asks: readonly DestinationField[] }

const receiver = ['receiverPlace', 'addressee', 'receivingBranch', 'receiverContact', 'confirmed', 'paperAsked'] as const

/** What a member does next: its name, the method to propose, and the questions of the phone form in their order. Where it goes is the plan's. */
export const destinations: Record<DestinationCode, Destination> = {
  D01: { label: '就业（单位有党组织）', method: 'system', asks: ['unitName', 'system', ...receiver, 'duesPaidTo'] },
  D02: { label: '就业（单位没有党组织）', method: 'system', asks: ['unitName', ...receiver, 'duesPaidTo'] },
  D03: { label: '升学（外校）', method: 'system', asks: ['unitName', ...receiver, 'reportBy', 'duesPaidTo'] },
  D04: { label: '升学（本校）', method: 'internal', asks: ['receivingBranch', 'newStudentNo', 'duesPaidTo'] },
  D05: { label: '出国（境）学习', method: 'retain', asks: ['unitName', 'returnBy', 'domesticContacts', 'stayApplication'] },
  D06: {
    label: '出国（境）其他',
    method: 'system',
    asks: ['unitName', 'explanation', 'addressee', 'receiverContact', 'returnBy', 'duesPaidTo'],
  },
  D07: {
    label: '参军',
    method: 'paper',
    asks: ['recruitmentOffice', 'addressee', 'receiverContact', 'confirmed', 'reportBy', 'duesPaidTo'],
  },
  D08: { label: '基层项目（西部计划、三支一扶、选调）', method: 'system', asks: ['unitName', ...receiver, 'reportBy', 'duesPaidTo'] },
  D09: { label: '自主创业、灵活就业', method: 'system', asks: [...receiver, 'duesPaidTo'] },
  D10: { label: '待就业', method: 'system', asks: ['collectiveHousehold', 'householdPlace', 'stayApplication', ...receiver, 'duesPaidTo'] },
  D11: { label: '延期毕业', method: 'retain', asks: ['expectedGraduation'] },
  D12: { label: '其他', method: 'system', asks: ['explanation', 'receiverPlace', 'addressee', 'receiverContact', 'duesPaidTo'] },
}

export const mayStay = ({ goesTo }: Pick<DestinationRule, 'goesTo'>): boolean => goesTo.includes('stay')

/** The methods that fit the place; 暂缓 always does, with a reason. */
export const methodsFor = (code: DestinationCode, rule: Pick<DestinationRule, 'goesTo'>): Method[] => {
  if (code === 'D04') return ['internal', 'defer']
  const leaves: Method[] = rule.goesTo.some(route => route !== 'stay') ? ['system', 'paper', 'both'] : []
  return [...leaves, ...(mayStay(rule) ? ['retain' as const] : []), 'defer']
}

/** What is known while the form is being filled: `stay` is the member's wish, counted only where the plan lets it. */
export type Place = { geography: Geography | null; stay: boolean }

export const staysAtSchool = (rule: Pick<DestinationRule, 'goesTo'>, { stay }: Pick<Place, 'stay'>): boolean =>
  mayStay(rule) && (stay || rule.goesTo.length === 1)

type When = 'always' | 'leaving' | 'staying' | 'leaving-outside' | 'leaving-within-province'

const holds: Record<When, (staying: boolean, place: Place) => boolean> = {
  always: () => true,
  leaving: staying => !staying,
  staying: staying => staying,
  'leaving-outside': (staying, { geography }) => !staying && geography === 'outside',
  'leaving-within-province': (staying, { geography }) => !staying && geography !== 'outside',
}

const asked: Partial<Record<DestinationField, When>> = {
  receiverPlace: 'leaving',
  addressee: 'leaving',
  receivingBranch: 'leaving',
  orgCode: 'leaving',
  receiverContact: 'leaving',
  confirmed: 'leaving',
  paperAsked: 'leaving-outside', // C10: in province never, so nobody is asked
  reportBy: 'leaving',
  duesPaidTo: 'leaving',
  stayApplication: 'staying',
}

// 具体党支部 is required in province only: outside, the receiver's committee settles it.
const requiredWhen: Partial<Record<DestinationField, When>> = { receivingBranch: 'leaving-within-province' }

export type Question = { field: DestinationField; required: boolean }

/** The questions that apply, in order; what the plan requires beyond the usual ones comes last. */
export const questionsFor = (code: DestinationCode, rule: DestinationRule, place: Place): Question[] => {
  const staying = staysAtSchool(rule, place)
  const fields = [...new Set([...destinations[code].asks, ...rule.required])]
  return fields
    .filter(field => holds[asked[field] ?? 'always'](staying, place))
    .map(field => ({ field, required: rule.required.includes(field) && holds[requiredWhen[field] ?? 'always'](staying, place) }))
}

export type Answers = Partial<Record<DestinationField, unknown>>

const TWO_CONTACTS = 2 // D05: two domestic contacts

const blank = (field: DestinationField, answer: unknown): boolean => {
  if (field === 'domesticContacts') return !Array.isArray(answer) || answer.length < TWO_CONTACTS
  return answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '')
}

/** What a destination still lacks; empty when it can be handed in. */
export const missingFields = (code: DestinationCode, answers: Answers, rule: DestinationRule, place: Place): DestinationField[] =>
  questionsFor(code, rule, place).flatMap(({ field, required }) => (required && blank(field, answers[field]) ? [field] : []))
