/** What a confirmation rests on: an activity, a book, hours of service, what counts in its place, or that nothing is asked. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { ChecklistItem } from '../../plans/rules.ts'
import { isbnOf } from './isbn.ts'

export const bases = ['activity', 'book', 'hours', 'alternative', 'exempt', 'other'] as const
export type Basis = (typeof bases)[number]
/** As lists name it; what rests on evidence alone has no name. */
export const basisNames: Record<Basis, string> = {
  activity: '活动',
  book: '捐书',
  hours: '时长',
  alternative: '替代',
  exempt: '免',
  other: '',
}

const bySpecial: Partial<Record<Basis, string>> = { alternative: '替代', exempt: '免' }
/** 补做, 替代, 免: what is not the usual way. */
export const specialOf = ({ basis, madeUp }: { basis: Basis; madeUp: boolean }): string[] =>
  [bySpecial[basis], madeUp ? '补做' : undefined].filter(word => word !== undefined)

/** The closed list of an activity, as evidence names it. */
const LIST = '签到表：'
export const listEvidence = (title: string): string => `${LIST}${title}`
export const listedActivity = (evidence: string): string => (evidence.startsWith(LIST) ? evidence.slice(LIST.length) : evidence)

/** What a person may say; that somebody was at an activity its closed list says. */
export const saidBases = ['book', 'hours', 'alternative', 'exempt', 'other'] as const satisfies readonly Basis[]
/** What a member may say: nobody lets oneself off. */
export const reportBases = ['book', 'hours', 'alternative', 'other'] as const satisfies readonly Basis[]

export interface Details {
  title?: string | undefined
  isbn?: string | undefined
  /** Who got the book: 学院图书角. */
  receiver?: string | undefined
  hours?: number | undefined
  place?: string | undefined
  what?: string | undefined
  /** Its key in the plan. */
  alternative?: string | undefined
}

export type RecordedItem = Pick<ChecklistItem, 'record' | 'exempt' | 'alternatives'>
export type Said = { basis: Basis; details: Details; evidence: string }

export const recordRefusals = [
  'record-differs',
  'title-missing',
  'isbn-wrong',
  'hours-missing',
  'hours-wrong',
  'no-such-alternative',
  'not-exempt',
  'reason-missing',
  'evidence-missing',
] as const
export type RecordRefusal = (typeof recordRefusals)[number]
type Recorded = Decision<Said, RecordRefusal>

/** A day's service at most. */
const MOST_HOURS = 24

/** Names of books come with and without their marks. */
const titleOf = (text: string | undefined) => (text ?? '').trim().replace(/^《+|》+$/g, '')
const text = (said: string | undefined) => said?.trim() ?? ''
const joined = (parts: readonly string[]) => parts.filter(part => part !== '').join('，')
const filled = <Group extends Record<string, string | number>>(group: Group) =>
  Object.fromEntries(Object.entries(group).filter(([, value]) => value !== '')) as Details

function book(item: RecordedItem, { details, evidence }: Said): Recorded {
  if (item.record !== 'book') return refuse('record-differs')
  const [title, receiver] = [titleOf(details.title), text(details.receiver)]
  if (title === '') return refuse('title-missing')
  const isbn = text(details.isbn) === '' ? '' : isbnOf(text(details.isbn))
  if (isbn === null) return refuse('isbn-wrong')
  const says = `《${title}》${isbn && `（ISBN ${isbn}）`}`
  return allow({
    basis: 'book',
    details: filled({ title, isbn, receiver }),
    evidence: joined([says, receiver && `赠${receiver}`, evidence]),
  })
}

function service(item: RecordedItem, { details, evidence }: Said): Recorded {
  if (item.record !== 'hours') return refuse('record-differs')
  const { hours } = details
  if (hours === undefined) return refuse('hours-missing')
  if (hours <= 0 || hours > MOST_HOURS || !Number.isInteger(hours * 2)) return refuse('hours-wrong')
  const [what, place] = [text(details.what), text(details.place)]
  return allow({ basis: 'hours', details: filled({ hours, place, what }), evidence: joined([what, place, `${hours} 小时`, evidence]) })
}

function alternative(item: RecordedItem, { details, evidence }: Said): Recorded {
  const found = item.alternatives.find(({ key }) => key === details.alternative)
  if (!found) return refuse('no-such-alternative')
  if (evidence === '') return refuse('evidence-missing')
  return allow({ basis: 'alternative', details: { alternative: found.key }, evidence: `${found.name}：${evidence}` })
}

const exempt = (item: RecordedItem, { evidence }: Said): Recorded => {
  if (!item.exempt) return refuse('not-exempt')
  return evidence === '' ? refuse('reason-missing') : allow({ basis: 'exempt', details: {}, evidence: `免：${evidence}` })
}

const plain = (_: RecordedItem, { basis, evidence }: Said): Recorded =>
  evidence === '' ? refuse('evidence-missing') : allow({ basis, details: {}, evidence })

const readers: Record<Basis, (item: RecordedItem, said: Said) => Recorded> = {
  activity: plain,
  book,
  hours: service,
  alternative,
  exempt,
  other: plain,
}

/** The record as it is kept, with a sentence as evidence; what the item does not ask for is refused. */
export const recordOf = (item: RecordedItem, said: Said): Recorded => readers[said.basis](item, { ...said, evidence: said.evidence.trim() })
