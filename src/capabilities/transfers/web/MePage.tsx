import { QuestionCircleOutlined, RightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { daysBetween } from '../../../kernel/day.ts'
import { Anchor } from '../../../ui/Anchor.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { PhonePage } from '../../../ui/PhonePage.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import type { CaseView } from '../contract.ts'
import { asDay } from './days.ts'
import { keeperWords } from './following-words.ts'
import { OwnDestinationCard } from './OwnDestinationCard.tsx'
import { OwnLetterCard } from './OwnLetterCard.tsx'
import { OwnStory } from './OwnStory.tsx'
import { owesDestination, useOwnCase, useOwnLetters } from './own.ts'
import './own.css'

type MePageProps = {
  /** The way to what was told to them. */
  messages: ReactNode
  /** What other rooms show here: 五个一. */
  items: ReactNode
  /** How many things are left to do there; unknown while it is read. */
  itemsLeft: number | undefined
  leavingOn: string | null | undefined
}

const lead = (leavingOn: string | null | undefined, today: string, left: number | undefined): ReactNode => {
  const days = leavingOn ? daysBetween(asDay(today), asDay(leavingOn)) : null
  const when = days === null ? '' : days > 0 ? `离校还有 ${days} 天，` : days === 0 ? '今天离校，' : ''
  // The line keeps its height while the numbers are read.
  if (left === undefined) return when ? `${when.slice(0, -1)}。` : '\u00a0'
  if (left === 0) return `${when}该办的都办了。`
  return (
    <>
      {when}还剩 <b className="t-red">{left}</b> 件事。
    </>
  )
}

/** The branch's teacher, as far as the story has met them. */
const teacherIn = ({ events }: CaseView) =>
  events.find(event => event.role === 'branch-teacher' || event.role === 'direct-branch')?.actorName

const Help = ({ view }: { view: CaseView | undefined }) => {
  const { unitName } = useSession()
  const teacher = view && teacherIn(view)
  const keeper = view?.keeper
  return (
    <section className="section own-help" aria-label="遇到困难">
      <QuestionCircleOutlined aria-hidden="true" />
      <div>
        <b>遇到困难</b>
        {keeper && (
          <p>
            您的组织关系由<b>{keeperWords(keeper)}</b>跟进{keeper.phone && `，电话 ${keeper.phone}`}。
          </p>
        )}
        {!keeper && <p className="second">{teacher ? `联系支部负责老师${teacher}。` : `联系${unitName}的负责老师。`}</p>}
      </div>
    </section>
  )
}

/** The graduate's first screen: what is due, then what runs, then help. */
export const MePage = ({ messages, items, itemsLeft, leavingOn }: MePageProps) => {
  const { name, today } = useSession()
  const found = useOwnCase()
  const view = found.data
  const letters = useOwnLetters()
  const letter = letters.data?.find(({ standing }) => standing !== 'voided')
  const toFetch = letter?.standing === 'issued' ? 1 : 0
  const left = view && itemsLeft !== undefined ? itemsLeft + (owesDestination(view) ? 1 : 0) + toFetch : undefined
  const owes = view && owesDestination(view)
  return (
    <PhonePage title={`${name}同志`} lead={lead(leavingOn, today, left)}>
      {messages}
      {view && owes && <OwnDestinationCard view={view} />}
      {items}
      {!view && !found.error && <Skeleton lines={4} />}
      {!view && found.error && (
        <ErrorState title="你的接转没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {view && !owes && <OwnDestinationCard view={view} />}
      {letter && <OwnLetterCard letter={letter} />}
      {view?.events.some(({ step }) => step !== 'begin') && (
        <Section
          title="办理经过"
          extra={
            view.state && (
              <Anchor href="/me/destination">
                我填的去向 <RightOutlined aria-hidden="true" />
              </Anchor>
            )
          }
        >
          <OwnStory view={view} />
        </Section>
      )}
      <Help view={view} />
    </PhonePage>
  )
}
