import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Clause } from '../../../ui/Clause.tsx'
import { Section } from '../../../ui/Section.tsx'
import { clauses } from '../../plans/rules.ts'
import type { TodayView } from '../contract.ts'
import { type DueWords, dueWords } from './days.ts'
import { linkOf } from './links.ts'
import { UrgeButton } from './UrgeButton.tsx'
import { partsInWords } from './urging.ts'
import { formOf } from './words.ts'
import { actionOf, saidOf } from './workWords.ts'

type Line = TodayView['work'][number]

const toneClass: Record<DueWords['tone'], string> = { plain: '', quiet: 'quiet', red: 't-red', ochre: 't-ochre' }

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

/** The reader knows the own unit's name; what is to be done says more. */
const owesItself = ({ kind, act }: Line) => act === 'do' && (kind === 'return-missing' || kind === 'return-sent-back')

const WorkLine = ({ line, main, view }: { line: Line; main: boolean; view: TodayView }) => {
  const { kind, act, task, count, clause, parts } = line
  const said = saidOf(kind, act)
  const due = dueWords(line.dueOn, view.today)
  const where = owesItself(line) ? '' : partsInWords(parts)
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
        <p className="second clip" title={where && partsInWords(parts, parts.length)}>
          {where || said.hint}
        </p>
      </div>
      <span className="work-why">
        <Clause id={clause} text={clauses[clause]} />
      </span>
      <span className={`work-due ${toneClass[due.tone]}`}>
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
