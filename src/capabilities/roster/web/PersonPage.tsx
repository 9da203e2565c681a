import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { QueueBar } from '../../../ui/QueueBar.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { GraduatePage, RevealedView } from '../contract.ts'
import { fieldLabel } from '../rules/value-text.ts'
import { BesideSection } from './BesideSection.tsx'
import { type FactField, factText } from './facts.ts'
import { OutcomeSection } from './OutcomeSection.tsx'
import { CorrectionSection } from './own/CorrectionSection.tsx'
import { PapersSection } from './PapersSection.tsx'
import { PersonChanges } from './PersonChanges.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { useQueue } from './queue.ts'
import { RevealDialog } from './RevealDialog.tsx'
import { useGraduate } from './useGraduate.ts'
import { membershipLooks, outcomeLooks, rosterProblemWords } from './words.ts'
import './person.css'

/** What one looks for first. */
const headFields: readonly FactField[] = ['studentNumber', 'idNumber', 'phone', 'branch', 'joinedOn', 'duesPaidTo', 'major']

type PersonPageProps = {
  id: string
  /** What other capabilities know about this person, as one story. */
  timeline?: ((person: GraduatePage) => ReactNode) | undefined
}

const Note = ({ person }: { person: GraduatePage }) => (
  <>
    <StateTag state={membershipLooks[person.membership]} pill />
    {person.outcome !== 'on-time' && <StateTag state={outcomeLooks[person.outcome]} pill />}
    {person.formerNumbers.length > 0 && <span className="second">曾用学号 {person.formerNumbers.join('、')}</span>}
  </>
)

const Opened = ({ person, timeline }: Omit<PersonPageProps, 'id'> & { person: GraduatePage }) => {
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<RevealedView>()
  const { place, query, list } = useQueue(person.id)
  const reveal = person.can.includes('reveal') && (
    <Button onClick={() => (shown ? setShown(undefined) : setAsking(true))}>{shown ? '重新隐去号码' : '查看完整号码'}</Button>
  )
  return (
    <Page
      title={person.name}
      crumbs={[{ label: '名册', href: list }, { label: person.name }]}
      note={<Note person={person} />}
      actions={
        <>
          <QueueBar place={place} unit="人" label="逐人查看" hrefOf={to => `/roster/${to}${query}`} />
          {reveal}
        </>
      }
    >
      <Facts facts={headFields.map(field => ({ label: fieldLabel(field), value: factText(person, field, shown) || '–' }))} />
      <CorrectionSection person={person} />
      <div className="beside">
        <div>
          {timeline?.(person)}
          <PersonChanges memberId={person.memberId} />
        </div>
        <div>
          <BesideSection person={person} />
          <OutcomeSection person={person} />
          <PapersSection person={person} />
        </div>
      </div>
      <PersonFacts person={person} shown={shown} />
      {asking && <RevealDialog memberId={person.memberId} name={person.name} onShown={setShown} onClose={() => setAsking(false)} />}
    </Page>
  )
}

/** One person: the facts of the roster, what study ended in, and whatever else the page is given to tell. */
export const PersonPage = ({ id, timeline }: PersonPageProps) => {
  const found = useGraduate(id)
  if (found.data) return <Opened key={id} person={found.data} timeline={timeline} />
  return (
    <Page title="党员" crumbs={[{ label: '名册', href: '/roster' }, { label: '党员' }]}>
      {found.error ? (
        <ErrorState title="没有打开这个人的资料" next={rosterProblemWords(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  )
}
