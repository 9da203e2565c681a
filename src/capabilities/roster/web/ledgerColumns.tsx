/** Every column that the ledger can show; which of them, and in which order, stands in the address. */
import type { ReactNode } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import type { LongColumn } from '../../../ui/LongTable.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import type { LedgerView } from '../contract.ts'
import { type LedgerColumn, ledgerColumnKeys, ledgerTitles } from '../rules/ledger-columns.ts'
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

type Column = { width: number; render: (person: LedgerView, query: string) => ReactNode }
type Plain = 'sex' | 'ethnicGroup' | 'bornOn' | 'education' | 'degree' | 'relationAtSchool'
const field = (width: number, key: Plain): Column => ({
  width,
  render: person => clipped(textOfField(key, person[key] as never)),
})
type Text = 'college' | 'major' | 'className' | 'nativePlace' | 'registeredAt' | 'partyPost' | 'introducers' | 'remark' | 'joinedOn'
const text = (width: number, key: Text | 'confirmedOn' | 'duesPaidTo' | 'studentNumber'): Column => ({
  width,
  render: person => clipped(person[key]),
})

const columns: Record<LedgerColumn, Column> = {
  name: { width: 108, render: (person, query) => <Anchor href={hrefOf(person, query)}>{person.name}</Anchor> },
  studentNumber: text(114, 'studentNumber'),
  branch: { width: 150, render: ({ branch }) => clipped(branch.name) },
  membership: { width: 92, render: ({ membership }) => <StateTag state={membershipLooks[membership]} /> },
  outcome: { width: 106, render: person => <Outcome person={person} /> },
  major: text(120, 'major'),
  idNumber: { width: 98, render: ({ idNumber }) => idNumber?.slice(-4) ?? '–' },
  phone: { width: 98, render: ({ phone }) => phone?.slice(-8) ?? '–' },
  tags: { width: 128, render: ({ tags }) => (tags.length > 0 ? <Tags tags={tags} /> : '–') },
  responsible: { width: 92, render: ({ responsible }) => clipped(responsible?.name ?? null) },
  sex: field(70, 'sex'),
  ethnicGroup: field(90, 'ethnicGroup'),
  bornOn: field(110, 'bornOn'),
  nativePlace: text(140, 'nativePlace'),
  registeredAt: text(170, 'registeredAt'),
  education: field(110, 'education'),
  degree: field(120, 'degree'),
  college: text(170, 'college'),
  className: text(130, 'className'),
  joinedOn: text(110, 'joinedOn'),
  confirmedOn: text(150, 'confirmedOn'),
  partyPost: text(120, 'partyPost'),
  introducers: text(150, 'introducers'),
  duesPaidTo: text(100, 'duesPaidTo'),
  relationAtSchool: field(120, 'relationAtSchool'),
  remark: text(200, 'remark'),
}
export type ColumnKey = LedgerColumn

export const columnKeys: readonly ColumnKey[] = ledgerColumnKeys
export const columnTitle = (key: ColumnKey): string => ledgerTitles[key]

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
    const { width, render } = columns[key]
    return { key, title: columnTitle(key), width, render: person => render(person, query) }
  })
