import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import type { ActivityView } from '../contract.ts'
import type { ActivityStep } from '../rules.ts'
import { ActivityForm } from './ActivityForm.tsx'
import { AttachmentsSection } from './AttachmentsSection.tsx'
import { CopyDialog } from './CopyDialog.tsx'
import { activitiesApi } from './client.ts'
import { filledFrom, sent } from './form.ts'
import { ListsSection } from './ListsSection.tsx'
import { StateMark } from './looks.tsx'
import { MinutesSection } from './MinutesSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { PhotosSection } from './PhotosSection.tsx'
import { useActivity, useSteps, useWatching } from './useActivity.ts'
import { stepRefusalWords, stepWords } from './words.ts'
import './activities.css'

const CancelDialog = ({ view, onClose }: { view: ActivityView; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const steps = useSteps(view)
  return (
    <Dialog
      title="取消活动"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>先不取消</Button>
          <Button
            danger
            disabled={reason.trim() === ''}
            loading={steps.isPending}
            onClick={() => steps.mutate({ step: 'cancel', reason }, { onSuccess: onClose })}
          >
            取消活动
          </Button>
        </>
      }
    >
      <p className="second">活动和已有的登记都留着，参加的人会看到“已取消”和原因。</p>
      <FormRow label="原因">
        {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
      </FormRow>
    </Dialog>
  )
}

const ChangeDialog = ({ view, onClose }: { view: ActivityView; onClose: () => void }) => {
  const queries = useQueryClient()
  const input = { cohortId: view.cohortId, limit: 1 }
  const kinds = useQuery(activitiesApi.list.queryOptions({ input })).data?.kinds ?? []
  const change = useMutation({
    mutationFn: (filled: ReturnType<typeof filledFrom>) =>
      activitiesApi.change.call({ id: view.id, version: view.version, ...sent(filled) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: activitiesApi.key() })
      onClose()
    },
  })
  return (
    <ActivityForm
      title="修改活动"
      start={filledFrom(view)}
      kinds={kinds}
      settled={view.state === 'held' || view.state === 'recorded'}
      busy={change.isPending}
      problem={change.error ? wordsOf(problemOf(change.error), stepRefusalWords) : undefined}
      onClose={onClose}
      onSave={filled => change.mutate(filled)}
    />
  )
}

const main: Partial<Record<ActivityStep, true>> = { announce: true, open: true, record: true }

type Asked = 'change' | 'cancel' | 'copy'

const Actions = ({ view, onAsk }: { view: ActivityView; onAsk: (asked: Asked) => void }) => {
  const router = useRouter()
  const { can } = useSession()
  const steps = useSteps(view)
  const first = view.may.find(step => main[step])
  return (
    <>
      {(view.state === 'held' || view.state === 'recorded') && (
        <ExportButton name="签到表" disabled={false} file={() => activitiesApi.sheet.call({ id: view.id })} />
      )}
      {can('activities:hold') && <Button onClick={() => onAsk('copy')}>照此再办一次</Button>}
      {view.may.map(step =>
        step === 'change' || step === 'cancel' ? (
          <Button key={step} onClick={() => onAsk(step)}>
            {stepWords[step]}
          </Button>
        ) : (
          <Button
            key={step}
            type={step === first && view.state !== 'held' ? 'primary' : 'default'}
            loading={steps.isPending && steps.variables.step === step}
            onClick={() => steps.mutate({ step })}
          >
            {stepWords[step]}
          </Button>
        ),
      )}
      {view.state === 'held' && view.holder && (
        <Button type="primary" onClick={() => router.history.push(`/activities/${view.id}/code`)}>
          投屏签到码
        </Button>
      )}
    </>
  )
}

const factsOf = (view: ActivityView) => [
  { label: '时间', value: `${dayInWords(view.onDay as Day)} ${view.begins}${view.ends ? `–${view.ends}` : ''}` },
  { label: '类型', value: view.kindName },
  { label: '地点', value: view.place || '–' },
  ...(view.link
    ? [
        {
          label: '线上会议',
          value: (
            <a className="link" href={view.link} target="_blank" rel="noreferrer">
              {view.link}
            </a>
          ),
        },
      ]
    : []),
  { label: '举办', value: view.heldBy },
  { label: '面向', value: view.audience.map(({ name }) => name).join('、') },
  { label: '主持', value: view.host || '–' },
  { label: '主讲', value: view.speaker || '–' },
  { label: '记录', value: view.recorder || '–' },
  { label: '计入五个一', value: view.items.join('、') || '不计入' },
]

/** One activity: what it is, who signs in, which branches have closed their lists. */
export const ActivityPage = ({ id }: { id: string }) => {
  const { data: view, error, refetch } = useActivity(id)
  const [asked, setAsked] = useState<Asked>()
  useWatching(id, view?.state === 'held')
  const crumbs = [{ label: '教育', href: '/education' }, { label: '活动', href: '/activities' }, { label: view?.title ?? '…' }]
  if (!view)
    return (
      <Page title="教育活动" crumbs={crumbs}>
        {error ? (
          <ErrorState title="这次活动没有读出来" next={wordsOf(problemOf(error))} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={10} />
        )}
      </Page>
    )
  return (
    <Page
      wide
      title={view.title}
      crumbs={crumbs}
      note={<StateMark state={view.state} pill />}
      actions={<Actions view={view} onAsk={setAsked} />}
    >
      {view.cancelReason && <p className="t-red">已取消：{view.cancelReason}</p>}
      <Facts facts={factsOf(view)} />
      {view.about && <p className="activity-about">{view.about}</p>}
      {/* What is going on comes first; of what is over, what stays. */}
      {view.state !== 'recorded' && <ListsSection view={view} />}
      <MinutesSection view={view} />
      <PhotosSection view={view} />
      <AttachmentsSection view={view} />
      {view.state === 'recorded' && <ListsSection view={view} />}
      <PeopleSection view={view} />
      {asked === 'copy' && <CopyDialog view={view} onClose={() => setAsked(undefined)} />}
      {asked === 'change' && <ChangeDialog view={view} onClose={() => setAsked(undefined)} />}
      {asked === 'cancel' && <CancelDialog view={view} onClose={() => setAsked(undefined)} />}
    </Page>
  )
}
