import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { NoticeView } from '../contract.ts'
import { AttachSection } from './AttachSection.tsx'
import { begun, type Filled, filledFrom, wrongDuty } from './form.ts'
import { NoticeForm } from './NoticeForm.tsx'
import { useDraft } from './useDraft.ts'
import { useGiven, useNotice, usePlanned } from './useNotice.ts'
import { stepRefusalWords } from './words.ts'
import './notices.css'

const crumbs = (label: string) => [{ label: '通知', href: '/notices' }, { label }]
const isSaveKey = (event: KeyboardEvent) => event.key === 's' && (event.ctrlKey || event.metaKey)

type WritingProps = { title: string; start: Filled; cohortId: string; view?: NoticeView }

const Writing = ({ title, start, cohortId, view }: WritingProps) => {
  const router = useRouter()
  const { today } = useSession()
  const { planned } = usePlanned('secondary')
  const [next, setNext] = useState<'edit' | 'read'>('edit')
  const draft = useDraft(start, cohortId, view, saved => {
    if (next === 'read') router.history.push(`/notices/${saved.id}`)
    else if (!view) router.history.replace(`/notices/${saved.id}/edit`)
  })
  const wrong = draft.filled.duties.some(duty => wrongDuty(duty, today, planned) !== undefined)
  const save = (then: 'edit' | 'read') => {
    setNext(then)
    if (then === 'read' && view && !draft.dirty) router.history.push(`/notices/${view.id}`)
    else draft.save()
  }
  const keys = (event: KeyboardEvent) => {
    if (!isSaveKey(event)) return
    event.preventDefault()
    if (!wrong) save('edit')
  }
  return (
    <Page
      title={title}
      crumbs={crumbs(title)}
      note={draft.dirty ? '还没有保存' : view ? '已保存为草稿，只有组织部看得到' : undefined}
      actions={
        <>
          <Button disabled={wrong} loading={draft.busy} onClick={() => save('edit')}>
            保存草稿
          </Button>
          <Button type="primary" disabled={wrong || draft.busy} onClick={() => save('read')}>
            看样稿，准备印发
          </Button>
        </>
      }
    >
      {draft.problem && (
        <p className="form-error" role="alert">
          {wordsOf(draft.problem, stepRefusalWords)}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S is heard here from whatever field has the focus */}
      <div onKeyDown={keys}>
        <NoticeForm filled={draft.filled} onTake={draft.take} />
      </div>
      {view ? <AttachSection view={view} /> : <p className="second notice-later">先保存草稿，再传附件。</p>}
    </Page>
  )
}

/** A new one, or one that puts an earlier one right (`?amends=`). */
export const NewNoticePage = () => {
  const { cohort } = useSession()
  const [{ amends }] = useUrlFilters()
  const { plan } = usePlanned('secondary')
  const given = useGiven()
  const title = amends ? '拟更正通知' : '拟通知'
  if (!cohort)
    return (
      <Page title={title} crumbs={crumbs(title)}>
        <EmptyState title="还没有毕业届" next="建好本届方案后再拟通知。" />
      </Page>
    )
  if (!plan || !given)
    return (
      <Page title={title} crumbs={crumbs(title)}>
        <Skeleton lines={10} />
      </Page>
    )
  return <Writing title={title} start={begun(plan, amends ?? null, given)} cohortId={cohort.id} />
}

/** A draft, written on. */
export const EditNoticePage = ({ id }: { id: string }) => {
  const { data: view, error, refetch } = useNotice(id)
  const title = '改通知草稿'
  if (view?.may.includes('change'))
    return <Writing key={view.id} title={title} start={filledFrom(view)} cohortId={view.cohortId} view={view} />
  return (
    <Page title={title} crumbs={crumbs(title)}>
      {error && <ErrorState title="草稿没有读出来" next={wordsOf(problemOf(error))} onRetry={() => void refetch()} />}
      {view && <EmptyState title="这份通知不能再改" next="已经印发的通知不再改，有错请另发更正。" />}
      {!view && !error && <Skeleton lines={10} />}
    </Page>
  )
}
