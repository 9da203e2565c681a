/** What a sheet says beside day and evidence: hours, a book, that it was made up. As the form of one confirmation asks it. */
import { type Cell, type Complaint, type Field, type Reading, readText, textOf } from '../../imports/rules.ts'
import type { ChecklistItem } from '../../plans/rules.ts'
import type { Said } from './records.ts'

export type WrittenDetails = { hours: number | null; title: string; isbn: string; receiver: string; madeUp: boolean }
export const nothingWritten: WrittenDetails = { hours: null, title: '', isbn: '', receiver: '', madeUp: false }

type Filled = Exclude<Cell, null>

const HOURS = /^(\d{1,4}(?:\.\d{1,2})?)(?:个?小时|时|h|hrs?|hours?)?$/i

/** How many; whether so many can be is the rule's affair. */
const readHours = (raw: Filled): Reading<number> => {
  const text = textOf(raw).replace(/\s/g, '')
  const found = HOURS.exec(text)?.[1]
  if (found !== undefined) return { value: Number(found) }
  const says = `“${text.slice(0, 20)}”看不出是几小时。请写成 2 或 2.5 这样的数。`
  return { value: null, problems: [{ kind: 'hours-wrong', severity: 'error', text: says }] }
}

const yes = ['是', '补做', '补', '补课', '已补', '√', '✓', '1', 'TRUE', 'true']
const no = ['否', '不是', '×', '0', '无', 'FALSE', 'false']
/** What the form offers. */
export const madeUpWords = ['是', '否']

const readMadeUp = (raw: Filled): Reading<boolean> => {
  const text = textOf(raw)
  if (yes.includes(text)) return { value: true }
  if (no.includes(text)) return { value: false }
  const says = `“${text.slice(0, 20)}”看不出是不是补做。可填：是、否；空着的算不是。`
  return { value: null, problems: [{ kind: 'no-such-word', severity: 'error', text: says }] }
}

export const detailFields: readonly Field[] = [
  {
    key: 'hours',
    label: '时长',
    synonyms: ['服务时长', '志愿时长', '志愿服务时长', '时长（小时）', '小时', '小时数', '服务小时数'],
    required: false,
    read: readHours,
  },
  {
    key: 'title',
    label: '书名',
    synonyms: ['图书名称', '书籍名称', '捐赠书名', '捐书名称', '捐赠图书', '书籍'],
    required: false,
    read: readText('书名', 120),
  },
  { key: 'isbn', label: 'ISBN', synonyms: ['ISBN号', '书号', '国际标准书号'], required: false, read: readText('ISBN', 40) },
  {
    key: 'receiver',
    label: '受赠方',
    synonyms: ['受赠单位', '受赠人', '赠予', '捐给', '捐赠对象', '接收单位'],
    required: false,
    read: readText('受赠方', 120),
  },
  { key: 'madeUp', label: '补做', synonyms: ['是否补做', '补课', '是否补课'], required: false, read: readMadeUp },
]

export const detailsIn = (values: Readonly<Record<string, unknown>>): WrittenDetails => {
  const { hours, title, isbn, receiver, madeUp } = values as Partial<WrittenDetails>
  return { hours: hours ?? null, title: title ?? '', isbn: isbn ?? '', receiver: receiver ?? '', madeUp: madeUp ?? false }
}

type Kind = Pick<ChecklistItem, 'record' | 'name'>
type Entry = Pick<WrittenDetails, 'hours' | 'title' | 'isbn' | 'receiver'> & { evidence: string }

/** What the item does not record is left out; a row that says no more than its evidence rests on that. */
export function saidIn({ record }: Pick<Kind, 'record'>, { hours, title, isbn, receiver, evidence }: Entry): Said {
  if (record === 'book' && (title || isbn || receiver)) return { basis: 'book', details: { title, isbn, receiver }, evidence }
  if (record === 'hours' && hours !== null) return { basis: 'hours', details: { hours }, evidence }
  return { basis: 'other', details: {}, evidence }
}

/** The cells that are left out: nothing goes silently. */
export function leftOutOf({ record, name }: Kind, { hours, title, isbn, receiver }: Entry): { field: string; complaint: Complaint }[] {
  const say = (field: string, label: string) => {
    const text = `“${name}”不记${label}，这一格不会写入。`
    return { field, complaint: { kind: 'not-recorded', severity: 'warning' as const, text } }
  }
  const book = { title, isbn, receiver }
  const labels = { title: '书名', isbn: 'ISBN', receiver: '受赠方' }
  const keys = Object.keys(book) as (keyof typeof book)[]
  return [
    ...(record !== 'hours' && hours !== null ? [say('hours', '时长')] : []),
    ...(record !== 'book' ? keys.filter(key => book[key] !== '').map(key => say(key, labels[key])) : []),
  ]
}
