import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Clause } from '../../../ui/Clause.tsx'
import { Section } from '../../../ui/Section.tsx'
import { clauses } from '../../plans/rules.ts'
import type { TodayView } from '../contract.ts'
import { dueWords } from './days.ts'
import { linkOf } from './links.ts'
import { UrgeButton } from './UrgeButton.tsx'
import { partsInWords } from './urging.ts'
import { formOf } from './words.ts'
import { actionOf, saidOf } from './workWords.ts'

type Line = TodayView['work'][number]

const toneClass = {
  plain: undefined,
  quiet: 'quiet',
  red: 't-red',
  ochre: 't-ochre',
  blue: 't-blue',
  green: 't-green',
  plum: 't-plum',
  grey: 't-grey',
}

const Action = ({ line, main, view }: { line: Line; main: boolean; view: TodayView }) => {
  const router = useRouter()
  if (line.act === 'urge') return <UrgeButton line={line} view={view} />
  return (
    <Button
      type={main ? 'primary' : 'default'}
      href={linkOf(line)}
      onClick={event => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        router.history.push(linkOf(line))
      }}
    >
      {actionOf(line.kind)}
    </Button>
  )
}

const WorkLine = ({ line, main, view }: { line: Line; main: boolean; view: TodayView }) => {
  const { kind, act, task, count, clause, parts } = line
  const said = saidOf(kind, act)
  const due = dueWords(line.dueOn, view.today)
  return (
    <li>
      <Anchor className="work-count" href={linkOf(line)} tabIndex={-1} aria-hidden="true">
        {count}
      </Anchor>
      <div className="work-what">
        <Anchor className="work-title" href={linkOf(line)}>
          <span className="only-read">{count} </span>
          {said.title(task ? formOf(task) : '')}
        </Anchor>
        <p className="second clip" title={partsInWords(parts, parts.length)}>
          {partsInWords(parts) || said.hint}
        </p>
      </div>
      <span className="work-why">
        <Clause id={clause} text={clauses[clause]} />
      </span>
      <span className={['work-due', toneClass[due.tone]].filter(Boolean).join(' ')}>
        {due.words}
        {line.overdue > 0 && line.overdue < count && <small>其中 {line.overdue}</small>}
      </span>
      <span className="work-act">
        <Action line={line} main={main} view={view} />
      </span>
    </li>
  )
}

const noteOf = (work: readonly Line[]) => {
  const late = work.filter(({ overdue }) => overdue > 0).length
  return `${work.length} 件${late ? `，其中 ${late} 件逾期` : ''}`
}

/** Late first. The first thing that only the reader can do is the page's one red button. */
export const WorkList = ({ view }: { view: TodayView }) => {
  const { work } = view
  const main = work.find(({ act }) => act === 'do')
  return (
    <Section title="今天需要您" note={work.length ? noteOf(work) : undefined}>
      {work.length === 0 && <p className="second">今天没有等您办的事，也没有要催的。</p>}
      <ul className="work">
        {work.map(line => (
          <WorkLine key={`${line.kind} ${line.act} ${line.task}`} line={line} main={line === main} view={view} />
        ))}
      </ul>
    </Section>
  )
}
