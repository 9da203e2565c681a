import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { type Fact, Facts } from '../../../ui/Facts.tsx'
import { Life } from '../../../ui/Life.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { QueueBar } from '../../../ui/QueueBar.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Story } from '../../../ui/Story.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { membershipNames } from '../../roster/rules.ts'
import type { AttemptView, CaseView } from '../contract.ts'
import { destinations, isPart, methodNames } from '../rules.ts'
import { AnswerSection } from './AnswerSection.tsx'
import { AttemptPicker } from './AttemptPicker.tsx'
import { geographyText, labelOf, saidOf } from './answers.ts'
import { ChangesSection } from './ChangesSection.tsx'
import { plansApi, transfersApi } from './client.ts'
import { monthInWords } from './days.ts'
import { EditDrawer } from './EditDrawer.tsx'
import { FollowingSection } from './FollowingSection.tsx'
import { filterQuery } from './filters.ts'
import { LetterSection } from './LetterSection.tsx'
import { lifeOf } from './life.ts'
import { PaperSection } from './PaperSection.tsx'
import { PapersSection } from './Papers.tsx'
import { useQueue } from './queue.ts'
import { ReceiptSection } from './ReceiptSection.tsx'
import { GapNote, RouteSection } from './RouteNote.tsx'
import { StepButtons } from './StepButtons.tsx'
import { headNote, storyOf } from './story.tsx'
import { TracksSection } from './TracksSection.tsx'
import { Lamps, stateLook } from './transferColumns.tsx'
import './desk.css'

const personFacts = ({ person, lamps, number }: CaseView): Fact[] => [
  { label: '编号', value: number ?? '还没有' },
  { label: '学号', value: person.studentNumber },
  { label: '党支部', value: person.branchName },
  { label: '党总支', value: person.secondaryName ?? '直属党支部' },
  { label: '党员类别', value: membershipNames[person.membership] },
  { label: '身份证号', value: person.idNumber ?? '–' },
  { label: '手机', value: person.phone ?? '–' },
  { label: '党费交至', value: person.duesPaidTo ? monthInWords(person.duesPaidTo) : '–' },
  ...(lamps.length > 0 ? [{ label: '提示', value: <Lamps lamps={lamps} /> }] : []),
]

const destinationFacts = ({ form, attempts, applied }: CaseView): Fact[] => {
  const { method, relayedTo } = attempts.find(({ living }) => living) ?? {}
  return [
    { label: '去向', value: form.type ? destinations[form.type].label : '还没有填' },
    ...form.questions.flatMap(({ field }) => {
      const value = saidOf(field, form, form.placeNames)
      return value || !isPart(field) ? [{ label: labelOf(field), value: value || '–' }] : []
    }),
    ...(form.geography ? [{ label: '转接范围', value: geographyText(form.geography) }] : []),
    ...(method && !applied?.changes.length ? [{ label: '转接方式', value: methodNames[method] }] : []),
    ...(relayedTo ? [{ label: '已转往下级', value: relayedTo }] : []),
  ]
}

const draftNote = ({ application, form }: CaseView) => {
  if (!form.draft) return undefined
  return application ? '申请改成这样，同意后才作数' : '有尚未提交的修改'
}

const Destination = ({ view, id }: { view: CaseView; id: string }) => {
  const { can } = useSession()
  const [editing, setEditing] = useState(false)
  const mayEdit = view.mayEdit && can('transfers:fill')
  return (
    <Section
      title="毕业去向"
      note={draftNote(view)}
      extra={mayEdit && <Button onClick={() => setEditing(true)}>{view.form.type ? '修改去向' : '代填去向'}</Button>}
    >
      <div className="case-destination">
        <Facts rows facts={destinationFacts(view)} />
      </div>
      {editing && <EditDrawer view={view} id={id} onClose={() => setEditing(false)} />}
    </Section>
  )
}

const lifeLabel = (shown: AttemptView | undefined) => (shown ? `第 ${shown.ordinal} 次接转的各步` : '这次接转的各步')

const Opened = ({ view, id, query }: { view: CaseView; id: string; query: string }) => {
  const queue = useQueue(id)
  const { today } = useSession()
  const { person } = view
  const note = headNote(view, today)
  const [picked, setPicked] = useState<string>()
  const shown = view.attempts.find(({ id }) => id === picked) ?? view.attempts.find(({ living }) => living)
  const letterId = view.attempts.find(({ living }) => living)?.letterId
  const plan = useQuery(plansApi.plan.queryOptions({ input: { cohortId: view.cohortId }, staleTime: 600_000 }))
  const receiptDays = plan.data?.plan.lampThresholds.receiptDays
  return (
    <Page
      title={person.name}
      crumbs={[{ label: '接转', href: `/transfers${query}` }, { label: person.name }]}
      note={
        <>
          <StateTag state={stateLook(view)} pill />
          {note && <span className="second">{note}</span>}
        </>
      }
      actions={
        <>
          <QueueBar place={queue} unit="件" label="逐条办理" hrefOf={to => `/transfers/${to}${query}`} />
          <Anchor className="link case-person" href={`/roster/${view.graduateId}`}>
            看这个人的资料
          </Anchor>
        </>
      }
    >
      <Facts facts={personFacts(view)} />
      <AttemptPicker attempts={view.attempts} picked={picked} onPick={setPicked} />
      {view.state && <Life label={lifeLabel(shown)} steps={lifeOf(view, shown)} />}
      <div className="beside case-parts">
        <div>
          <Section title="接转经过" note={view.attempts.length > 1 ? `共 ${view.attempts.length} 次，从新到旧` : undefined}>
            {view.attempts.length > 0 ? <Story parts={storyOf(view, receiptDays)} /> : <p className="second">还没有填报，接转尚未开始。</p>}
          </Section>
          <Destination view={view} id={id} />
          <PapersSection view={view} />
        </div>
        <div className="case-side">
          <FollowingSection view={view} today={today} />
          <AnswerSection view={view} />
          <ReceiptSection view={view} />
          <StepButtons view={view} />
          <TracksSection attempt={shown} />
          <ChangesSection view={view} />
          <GapNote gap={view.gap} />
          <RouteSection route={view.route} />
          {view.form.questions.some(({ field }) => field === 'addressee') && <PaperSection view={view} />}
          {letterId && <LetterSection letterId={letterId} />}
        </div>
      </div>
    </Page>
  )
}

/** One transfer: where it stands, what comes next, and all its attempts. Also opened by the id of the roster. */
export const CasePage = ({ id }: { id: string }) => {
  const [search] = useUrlFilters()
  const found = useQuery(transfersApi.get.queryOptions({ input: { id } }))
  const query = filterQuery(search)
  if (found.data) return <Opened key={id} view={found.data} id={id} query={query} />
  return (
    <Page title="接转" crumbs={[{ label: '接转', href: `/transfers${query}` }, { label: '一件' }]}>
      {found.error ? (
        <ErrorState title="这件接转没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  )
}
