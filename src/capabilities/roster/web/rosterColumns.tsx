import { Anchor } from '../../../ui/Anchor.tsx'
import type { Columns } from '../../../ui/KeyedTable.tsx'
import type { Line } from '../../../ui/Lines.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import type { GraduateView } from '../contract.ts'
import { outcomeNames, reductionNames } from '../rules/outcomes.ts'
import { membershipLooks, outcomeLooks } from './words.ts'

const hrefOf = ({ id }: GraduateView, query: string) => `/roster/${id}${query}`

/** Most graduate on time: only what is otherwise gets a mark. */
const Outcome = ({ person }: { person: GraduateView }) => {
  if (person.reduction !== null) return <StateTag state={{ ...outcomeLooks.deceased, word: `减员：${reductionNames[person.reduction]}` }} />
  if (person.outcome === 'on-time') return <span className="quiet">{outcomeNames['on-time']}</span>
  return <StateTag state={outcomeLooks[person.outcome]} />
}

const clipped = (text: string | null) => (
  <span className="clip roster-clip" title={text ?? undefined}>
    {text ?? '–'}
  </span>
)

/** `query` names the list, for the way from one person to the next. */
export const rosterColumns = (query: string): Columns<GraduateView> => [
  { title: '姓名', key: 'name', render: (_, person) => <Anchor href={hrefOf(person, query)}>{person.name}</Anchor> },
  { title: '学号', key: 'studentNumber', dataIndex: 'studentNumber' },
  { title: '党支部', key: 'branch', render: (_, { branch }) => clipped(branch.name) },
  { title: '党员类别', key: 'membership', render: (_, { membership }) => <StateTag state={membershipLooks[membership]} /> },
  { title: '学业结果', key: 'outcome', render: (_, person) => <Outcome person={person} /> },
  { title: '专业', key: 'major', render: (_, { major }) => clipped(major) },
  { title: '证件号后四位', key: 'idNumber', render: (_, { idNumber }) => idNumber?.slice(-4) ?? '–' },
  { title: '手机', key: 'phone', render: (_, { phone }) => phone?.slice(-8) ?? '–' },
]

export const rosterLine =
  (query: string) =>
  (person: GraduateView): Line => ({
    name: person.name,
    title: person.name,
    aside: <StateTag state={membershipLooks[person.membership]} />,
    note: `${person.studentNumber}　${person.branch.name}${person.outcome === 'on-time' ? '' : `　${outcomeNames[person.outcome]}`}`,
    href: hrefOf(person, query),
  })
