/** What a form about items was told, as the cells that are sent: plain data, so that one form serves a batch and a phone. */
import type { Item as ContractItem } from '../contract.ts'
import type { Basis, Details } from '../rules.ts'

export type AskedOf = Pick<ContractItem, 'key' | 'record' | 'alternatives' | 'exempt'>
type Way = 'usual' | 'exempt' | `alternative:${string}`
export type Book = { title: string; isbn: string }

export type Typed = {
  way: Way
  /** Of each member; on a phone of the one. */
  books: Readonly<Record<string, Book>>
  receiver: string
  hours: string
  place: string
  what: string
  evidence: string
}
export const nothingTyped: Typed = { way: 'usual', books: {}, receiver: '', hours: '', place: '', what: '', evidence: '' }

export const noBook: Book = { title: '', isbn: '' }

type Said = { basis: Exclude<Basis, 'activity'>; details: Details }

const alternativeIn = (way: Way) => (way.startsWith('alternative:') ? way.slice('alternative:'.length) : null)

/** What is said of one member's item. */
export function saidOf(item: AskedOf, typed: Typed, whose: string): Said {
  const alternative = alternativeIn(typed.way)
  if (alternative !== null) return { basis: 'alternative', details: { alternative } }
  if (typed.way === 'exempt') return { basis: 'exempt', details: {} }
  const { title, isbn } = typed.books[whose] ?? noBook
  const { receiver, hours, place, what } = typed
  const text = (key: keyof Details, value: string) => (value.trim() === '' ? {} : { [key]: value.trim() })
  if (item.record === 'book' && title.trim() !== '')
    return { basis: 'book', details: { ...text('title', title), ...text('isbn', isbn), ...text('receiver', receiver) } }
  if (item.record === 'hours' && hours.trim() !== '')
    return { basis: 'hours', details: { hours: Number(hours), ...text('place', place), ...text('what', what) } }
  return { basis: 'other', details: {} }
}

/** The ways that an item can be done in; only the usual one where it has no other. */
export const waysOf = ({ alternatives, exempt }: AskedOf, mayExempt: boolean): { value: Way; label: string }[] => [
  { value: 'usual', label: '按要求做的' },
  ...alternatives.map(({ key, name }) => ({ value: `alternative:${key}` as const, label: `替代：${name}` })),
  ...(exempt && mayExempt ? [{ value: 'exempt' as const, label: '免做，写明原因' }] : []),
]

/** A column of titles, pasted at one name, goes down the names; a second column is the ISBN. */
export function pastedBooks(text: string, from: string, names: readonly string[]): Record<string, Book> {
  const lines = text.replace(/\s+$/, '').split(/\r?\n/)
  const start = names.indexOf(from)
  return Object.fromEntries(
    lines.flatMap((line, at) => {
      const name = names[start + at]
      const [title = '', isbn = ''] = line.split('\t').map(cell => cell.trim())
      return name === undefined ? [] : [[name, { title, isbn }]]
    }),
  )
}

const evidenceWords: Record<'usual' | 'alternative' | 'exempt', { label: string; hint: string }> = {
  usual: { label: '凭据', hint: '签到表、照片编号、书名等，以后可以对上的写法；每次活动一份签到表即可' },
  alternative: { label: '做了什么', hint: '哪里看的、交了什么，以后可以对上的写法' },
  exempt: { label: '免做的原因', hint: '写明为什么免，本人和上级都看得到' },
}
export const evidenceOf = (way: Way) => evidenceWords[way === 'usual' || way === 'exempt' ? way : 'alternative']
