/** Every column that the ledger can show; which of them, and in which order, stands in the address. */
import type { ReactNode } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import type { LongColumn } from '../../../ui/LongTable.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import type { LedgerView } from '../contract.ts'
import { outcomeNames, reductionNames } from '../rules/outcomes.ts'
import { textOfField } from '../rules/value-text.ts'
import { membershipLooks, outcomeLooks } from './words.ts'

const hrefOf = ({ id }: LedgerView, query: string) => `/roster/${id}${query}`

/** Most graduate on time: only what is otherwise gets a mark. */
const Outcome = ({ person }: { person: LedgerView }) => {
  if (person.reduction !== null) return <StateTag state={{ ...outcomeLooks.deceased, word: `减员：${reductionNames[person.reduction]}` }} />
  if (person.outcome === 'on-time') return <span className="quiet">{outcomeNames['on-time']}</span>
  return <StateTag state={outcomeLooks[person.outcome]} />
}

export const Tags = ({ tags }: { tags: readonly string[] }) => (
  <span className="tags" title={tags.join('、')}>
    {tags.map(tag => (
      <span key={tag} className="tag">
        {tag}
      </span>
    ))}
  </span>
)

const clipped = (text: string | null) => (text ? <span title={text}>{text}</span> : '–')

type Column = { title: string; width: number; render: (person: LedgerView, query: string) => ReactNode }
type Plain = 'sex' | 'ethnicGroup' | 'bornOn' | 'education' | 'degree' | 'relationAtSchool'
const field = (title: string, width: number, key: Plain): Column => ({
  title,
  width,
  render: person => clipped(textOfField(key, person[key] as never)),
})
type Text = 'college' | 'major' | 'className' | 'nativePlace' | 'registeredAt' | 'partyPost' | 'introducers' | 'remark' | 'joinedOn'
const text = (title: string, width: number, key: Text | 'confirmedOn' | 'duesPaidTo' | 'studentNumber'): Column => ({
  title,
  width,
  render: person => clipped(person[key]),
})

const columns = {
  name: { title: '姓名', width: 108, render: (person, query) => <Anchor href={hrefOf(person, query)}>{person.name}</Anchor> },
  studentNumber: text('学号', 114, 'studentNumber'),
  branch: { title: '党支部', width: 150, render: ({ branch }) => clipped(branch.name) },
  membership: { title: '党员类别', width: 92, render: ({ membership }) => <StateTag state={membershipLooks[membership]} /> },
  outcome: { title: '学业结果', width: 106, render: person => <Outcome person={person} /> },
  major: text('专业', 120, 'major'),
  idNumber: { title: '证件末四位', width: 98, render: ({ idNumber }) => idNumber?.slice(-4) ?? '–' },
  phone: { title: '手机', width: 98, render: ({ phone }) => phone?.slice(-8) ?? '–' },
  tags: { title: '标签', width: 128, render: ({ tags }) => (tags.length > 0 ? <Tags tags={tags} /> : '–') },
  responsible: { title: '责任老师', width: 92, render: ({ responsible }) => clipped(responsible?.name ?? null) },
  sex: field('性别', 70, 'sex'),
  ethnicGroup: field('民族', 90, 'ethnicGroup'),
  bornOn: field('出生日期', 110, 'bornOn'),
  nativePlace: text('籍贯', 140, 'nativePlace'),
  registeredAt: text('户籍所在地', 170, 'registeredAt'),
  education: field('学历层次', 110, 'education'),
  degree: field('学位', 120, 'degree'),
  college: text('院系', 170, 'college'),
  className: text('班级', 130, 'className'),
  joinedOn: text('入党时间', 110, 'joinedOn'),
  confirmedOn: text('转正时间／预备期满', 150, 'confirmedOn'),
  partyPost: text('党内职务', 120, 'partyPost'),
  introducers: text('入党介绍人', 150, 'introducers'),
  duesPaidTo: text('党费交至', 100, 'duesPaidTo'),
  relationAtSchool: field('组织关系在校', 120, 'relationAtSchool'),
  remark: text('备注', 200, 'remark'),
} as const satisfies Record<string, Column>
export type ColumnKey = keyof typeof columns

export const columnKeys = Object.keys(columns) as ColumnKey[]
export const columnTitle = (key: ColumnKey): string => columns[key].title

/** What most people look for. */
export const usualColumns: readonly ColumnKey[] = [
  'name',
  'studentNumber',
  'branch',
  'membership',
  'outcome',
  'major',
  'idNumber',
  'phone',
  'tags',
  'responsible',
]

/** As the address says it; unknown words are passed over, and the name is always there. */
export const columnsFrom = (words: string | undefined): readonly ColumnKey[] => {
  const named = (words ?? '').split(',').filter((key): key is ColumnKey => Object.hasOwn(columns, key))
  const once = [...new Set(named)]
  if (once.length === 0) return usualColumns
  return once.includes('name') ? once : ['name', ...once]
}

export const columnsWord = (keys: readonly ColumnKey[]): string | undefined =>
  keys.length === usualColumns.length && keys.every((key, at) => key === usualColumns[at]) ? undefined : keys.join(',')

/** `query` names the list, for the way from one person to the next. */
export const ledgerColumns = (keys: readonly ColumnKey[], query: string): LongColumn<LedgerView>[] =>
  keys.map(key => {
    const { title, width, render }: Column = columns[key]
    return { key, title, width, render: person => render(person, query) }
  })
