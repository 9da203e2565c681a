import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { formNames, type ReturnTask, returnTasks } from '../rules.ts'
import { submissionsApi } from './client.ts'
import { shortDay } from './days.ts'
import { PreparedForm } from './PreparedForm.tsx'
import { PrepareFoot } from './PrepareFoot.tsx'
import { formTitle, problemWords } from './words.ts'
import './submissions.css'

const taskIn = (text: string | undefined): ReturnTask => returnTasks.find(task => task === text) ?? 'roster'

/** The preview is asked before a reason is typed; the rule then asks for the reason alone. */
const UNSAID = '–'

const useSubmit = (task: ReturnTask) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { key, renew } = useIdempotencyKey()
  return useMutation({
    mutationFn: (input: Parameters<typeof submissionsApi.submit.call>[0]) =>
      submissionsApi.submit.call(input, { context: { idempotencyKey: key() } }),
    onSettled: renew,
    onSuccess: async ({ id, rowCount }) => {
      message.success(rowCount === 0 ? `已声明本单位无，${formNames[task]}已报送` : `${formNames[task]}已报送 ${rowCount} 人`)
      await queries.invalidateQueries()
      await navigate({ to: `/submissions/${id}` as never })
    },
    onError: () => queries.invalidateQueries({ queryKey: submissionsApi.preview.key() }),
  })
}

/** What would be frozen now, line by line, and the one act that freezes it. */
export const PreparePage = () => {
  const { cohort } = useSession()
  const [filters, change] = useUrlFilters()
  const [reason, setReason] = useState('')
  const task = taskIn(filters.task)
  const adding = filters.supplement === '1'
  const cohortId = cohort?.id ?? ''
  const choice = { cohortId, task, ...(adding && { supplement: reason.trim() || UNSAID }) }
  const found = useQuery(
    submissionsApi.preview.queryOptions({ input: choice, enabled: cohort !== null, placeholderData: keepPreviousData, staleTime: 0 }),
  )
  const submit = useSubmit(task)
  const preview = found.data
  return (
    <Page
      title={adding ? `补报${formNames[task]}` : `报送${formNames[task]}`}
      crumbs={[{ label: '报送', href: '/submissions' }, { label: formTitle(task) }]}
      note={preview && <span>{`${preview.title}，第 ${preview.ordinal} 次${preview.dueOn ? `，${shortDay(preview.dueOn)} 前` : ''}`}</span>}
      wide
    >
      {found.error && !preview && (
        <ErrorState title="预览没有做出来" next={problemWords(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!preview && !found.error && <Skeleton lines={8} />}
      {preview && (
        <PreparedForm
          preview={preview}
          adding={adding}
          reason={reason}
          onReason={setReason}
          onAdd={() => change({ supplement: '1' })}
          problem={submit.error ? problemWords(problemOf(submit.error)) : undefined}
        />
      )}
      {preview && (
        <PrepareFoot
          preview={preview}
          busy={submit.isPending || found.isPlaceholderData}
          onSubmit={zero => submit.mutate({ ...choice, zero, fingerprint: preview.fingerprint })}
        />
      )}
    </Page>
  )
}
