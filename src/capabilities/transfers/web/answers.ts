/** Answers of the destination form: what is typed, how it reads, what is wrong with it. */
import { geographyNames, systemNames } from '../../plans/rules.ts'
import type { AnswersInput, CaseView, FormInput } from '../contract.ts'
import { type Contact, type FormField, type Misfit, misfitOf, type QuestionField, questions, sealedFields } from '../rules.ts'
import { asDay, monthInWords } from './days.ts'

export type Typed = FormInput
export type Field = FormField
export type FormView = CaseView['form']

/** What the control of one question is given. */
export type AnswerProps = {
  field: Field
  labelledBy: string
  value: unknown
  /** The name of a place that was chosen before. */
  placeName?: string | undefined
  /** What others may see of a sealed answer, while it is not typed anew. */
  masked?: string | undefined
  /** Within the school the branch is one of its own. */
  internal?: boolean | undefined
  /** The member's own branch, where that is the usual answer. */
  usual?: string | undefined
  onChange: (value: unknown) => void
}

/** What is typed on from what is kept. Others see phones masked: those answers stay as they are until typed anew. */
export const typedFrom = ({ type, stay, answers, override }: FormView, own: boolean): Typed => ({
  type,
  stay,
  override,
  answers: Object.fromEntries(
    Object.entries(answers).filter(
      ([field, value]) => value !== undefined && (own || !(sealedFields as readonly string[]).includes(field)),
    ),
  ) as AnswersInput,
})

const contactText = (contact: Partial<Contact> | undefined | null) =>
  contact ? [contact.name, contact.relation, contact.phone].filter(Boolean).join(' ') : ''

/** 2023 年 6 月 1 日 */
const dayInFull = (day: string) => `${monthInWords(day)} ${Number(day.slice(8, 10))} 日`

const yesNo = (value: unknown) => (value === true ? '是' : value === false ? '否' : '')

/** As a summary writes it; empty while it is open. */
export const answerText = (
  field: Field,
  answers: Readonly<Record<string, unknown>>,
  placeNames: Readonly<Record<string, string>>,
): string => {
  const value = answers[field]
  if (value === undefined || value === null) return ''
  switch (questions[field].kind) {
    case 'yes-no':
      return field === 'paperAsked' && value === 'member'
        ? '本人要求'
        : field === 'paperAsked' && value === 'receiver'
          ? '是'
          : yesNo(value)
    case 'month':
      return monthInWords(String(value))
    case 'place':
      return placeNames[field] ?? String(value)
    case 'system':
      return systemNames[value as keyof typeof systemNames] ?? ''
    case 'addressee':
      return (value as { name?: string }).name ?? ''
    case 'contact':
      return contactText(value as Contact)
    case 'contacts':
      return (value as Contact[]).map(contactText).join('；')
    case 'day':
      return dayInFull(String(value))
    default:
      return String(value)
  }
}

export const labelOf = (field: QuestionField | 'type'): string => {
  if (field === 'type') return '毕业去向'
  return field === 'stay' ? '转出还是保留' : questions[field].label
}

export const stayWords = { leave: '转出', stay: '保留在学校' } as const

type Said = Pick<Typed, 'stay'> & { answers: Readonly<Record<string, unknown>> }

/** One line of a summary: the answer, or the wish to stay. */
export const saidOf = (field: QuestionField, { stay, answers }: Said, placeNames: Readonly<Record<string, string>>): string =>
  field === 'stay' ? stayWords[stay ? 'stay' : 'leave'] : answerText(field, answers, placeNames)

const PHONE = /^[\d+ -]{5,20}$/

type Asks = { phone: boolean; relation: boolean }

/** Of whoever agreed a name will do. */
const asksOf = (field: Field): Asks => ({ phone: field !== 'confirmedWith', relation: field === 'domesticContacts' })

const contactWrong = ({ name = '', phone = '', relation = '' }: Partial<Contact>, asks: Asks): string | undefined => {
  if (![name, phone, relation].some(text => text.trim())) return undefined
  if (!name.trim()) return '还差联系人的姓名。'
  if (!phone.trim()) return asks.phone ? '还差电话。' : undefined
  if (!PHONE.test(phone.trim())) return '电话只写数字，区号可用短横，例：020-00000126。'
  return undefined
}

const isContact = (field: Field) => questions[field].kind === 'contact'

/** Why an answer can't be kept as it is typed. */
const unkeepable = (field: Field, value: unknown, today: string): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined
  if (isContact(field)) return contactWrong(value as Partial<Contact>, asksOf(field))
  if (field === 'domesticContacts') return (value as Partial<Contact>[]).map(contact => contactWrong(contact, asksOf(field))).find(Boolean)
  if (field === 'duesPaidTo' && String(value) > `${Number(today.slice(0, 4)) + 1}-12`) return '党费交至的月份太远，请核对。'
  return undefined
}

const misfitWords: Record<Misfit, (stayEnd: string | null) => string> = {
  'stays-too-long': stayEnd => `最多保留到 ${monthInWords(stayEnd ?? '')}，请改早一些。`,
  'returns-before-leaving': () => '回国时间早于出境时间，请核对。',
  'agreed-later': () => '确认日期还没到，请填实际说好的那一天。',
  'no-org-code': () => '组织代码是 12 位数字，请核对；不清楚的可以不填。',
}

/** Kept as it is, and not yet enough: how a domestic contact is related has to be said. */
const unrelated = (field: Field, value: unknown): string | undefined =>
  field === 'domesticContacts' && Array.isArray(value) && value.some(contact => contact?.name?.trim() && !contact.relation?.trim())
    ? '还差与你的关系，例：母亲。'
    : undefined

type Frame = { today: string; stayEnd: string | null }

/** What is wrong with an answer, beside that it may be missing. */
export const wrongWith = (field: Field, answers: Readonly<Record<string, unknown>>, { today, stayEnd }: Frame): string | undefined => {
  const misfit = misfitOf(field, answers, { stayEnd, today: asDay(today) })
  return unkeepable(field, answers[field], today) ?? unrelated(field, answers[field]) ?? (misfit ? misfitWords[misfit](stayEnd) : undefined)
}

/** Only what the server can keep: a contact begun but not finished stays on the page. */
export const sendable = ({ answers, ...form }: Typed, today: string): Typed => ({
  ...form,
  answers: Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]): [string, unknown][] => {
      const field = name as Field
      if (value === '' || value === null || value === undefined) return [[field, null]]
      if (unkeepable(field, value, today)) return []
      if (isContact(field))
        return [[field, (value as Contact).name?.trim() ? { ...(value as Contact), phone: (value as Partial<Contact>).phone ?? '' } : null]]
      if (field === 'domesticContacts') return [[field, (value as Contact[]).filter(contact => contact?.name)]]
      return [[field, value]]
    }),
  ) as AnswersInput,
})

export const geographyText = (geography: FormView['geography']) => (geography ? geographyNames[geography] : '')
