import { onOfficeClock } from '../../../kernel/day.ts'
import type { Columns } from '../../../ui/KeyedTable.tsx'
import type { Line } from '../../../ui/Lines.tsx'
import { subjectWords, verbWords, wordIn } from '../rules.ts'
import { type Change, changesOf } from './changes.ts'

export type Entry = {
  id: string
  at: string
  actorName: string
  role: string
  verb: string
  subjectKind: string
  subjectId: string
  path: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export type Names = { role: (role: string) => string; unit: (path: string) => string }

const changeWords = ({ field, before, after }: Change) => {
  if (before === null) return `${field}：${after}`
  return `${field}：${before} → ${after ?? '（空）'}`
}

const Changes = ({ entry }: { entry: Entry }) => {
  const changes = changesOf(entry.before, entry.after)
  if (changes.length === 0) return <span className="quiet">–</span>
  return (
    <ul className="audit-changes">
      {changes.map(change => (
        <li key={change.field}>
          <span className="second">{change.field}</span>
          {change.before !== null && <s>{change.before}</s>}
          <span>{change.after ?? '（空）'}</span>
        </li>
      ))}
    </ul>
  )
}

export const columnsOf = (names: Names, onSubject: (id: string) => void): Columns<Entry> => [
  { title: '时间', width: 170, render: (_, { at }) => <span className="second">{onOfficeClock(at)}</span> },
  {
    title: '何人',
    width: 190,
    render: (_, { actorName, role }) => (
      <>
        {actorName} <span className="second">{names.role(role)}</span>
      </>
    ),
  },
  { title: '做了什么', width: 150, render: (_, { verb }) => <b>{wordIn(verbWords, verb)}</b> },
  {
    title: '对象',
    width: 150,
    render: (_, { subjectKind, subjectId }) => (
      <button type="button" className="link" title="只看这一对象的全部记录" onClick={() => onSubject(subjectId)}>
        {wordIn(subjectWords, subjectKind)} {subjectId.slice(-4)}
      </button>
    ),
  },
  { title: '所在单位', width: 190, render: (_, { path }) => <span className="second">{names.unit(path)}</span> },
  { title: '内容', render: (_, entry) => <Changes entry={entry} /> },
]

export const entryLine = (entry: Entry, names: Names): Line => ({
  name: entry.verb,
  title: wordIn(verbWords, entry.verb),
  aside: <span className="fine">{onOfficeClock(entry.at)}</span>,
  note: [
    `${entry.actorName}（${names.role(entry.role)}）`,
    names.unit(entry.path),
    ...changesOf(entry.before, entry.after).map(changeWords),
  ].join('，'),
})
