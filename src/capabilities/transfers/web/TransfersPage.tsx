import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { BatchFoot } from './BatchFoot.tsx'
import { everybodyIn } from './batch.ts'
import { type BatchStep, type Choice, chosenBy, refreshed } from './choice.ts'
import { transfersApi } from './client.ts'
import { filterFrom, filterQuery, isFiltered, NAMES } from './filters.ts'
import { ListActions } from './ListActions.tsx'
import { stepWords } from './step-words.ts'
import { TransferFilters } from './TransferFilters.tsx'
import { transferColumns, transferLine } from './transferColumns.tsx'
import './desk.css'

const PAGE = 50
const none: Choice = new Map()
const actingPermissions = ['transfers:fill', 'transfers:check', 'transfers:feedback', 'transfers:handle']

const Empty = ({ filtered }: { filtered: boolean }) => {
  const [, change] = useUrlFilters()
  const clear = () => change(Object.fromEntries(NAMES.map(name => [name, undefined])))
  if (filtered) return <EmptyState title="没有符合条件的人" action={<Button onClick={clear}>清除条件</Button>} />
  return <EmptyState title="还没有要接转的毕业生党员" next="名册导入后，这里会列出每个人的接转进展。" />
}

const useTransfers = (cohortId: string) => {
  const [search] = useUrlFilters()
  const page = useKeysetPage()
  const filter = filterFrom(search, cohortId)
  const { path } = filter
  const counts = useQuery(transfersApi.counts.queryOptions({ input: { cohortId, path }, placeholderData: keepPreviousData }))
  const found = useQuery(
    transfersApi.list.queryOptions({ input: { ...filter, limit: PAGE, after: page.after }, placeholderData: keepPreviousData }),
  )
  return { page, counts, found, search, filter }
}

const List = ({ cohortId, views }: { cohortId: string; views: ReactNode }) => {
  const { today, can } = useSession()
  const { page, counts, found, search, filter } = useTransfers(cohortId)
  const [held, setChoice] = useState(none)
  const [step, setStep] = useState<BatchStep>()
  const [done, setDone] = useState('')
  const rows = found.data?.rows ?? []
  const choice = refreshed(held, rows)
  const cells = { today, query: filterQuery(search) }
  const finish = (count: number) => {
    setDone(step ? `${stepWords[step].button}：${count} 人已办。` : '')
    setStep(undefined)
    setChoice(none)
  }
  const choose = (keys: React.Key[]) => {
    setDone('')
    setChoice(chosenBy(choice, keys.map(String), rows))
  }
  const all = useMutation({ mutationFn: () => everybodyIn(filter), onSuccess: setChoice })
  return (
    <Page
      wide
      title="接转"
      actions={
        <>
          <ExportButton name="接转台账" disabled={!found.data?.total} file={() => transfersApi.export.call(filter)} />
          <ListActions rows={rows} counts={counts.data} />
        </>
      }
      note={done ? <span role="status">{done}</span> : counts.data && `${counts.data.all} 名毕业生党员`}
    >
      {!filter.importId && views}
      <TransferFilters counts={counts.data} />
      {found.error ? (
        <ErrorState title="接转没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="毕业生党员的组织关系接转"
          rows={found.data?.rows}
          rowKey={row => row.graduateId}
          columns={transferColumns(cells)}
          line={transferLine(cells)}
          empty={<Empty filtered={isFiltered(search)} />}
          selection={actingPermissions.some(can) ? { keys: [...choice.keys()], onChange: choose } : undefined}
          busy={found.isPlaceholderData}
          paging={found.data && { page, total: found.data.total, next: found.data.next, unit: '人' }}
        />
      )}
      {step && <BatchDialog step={step} choice={choice} onClose={() => setStep(undefined)} onDone={finish} />}
      {choice.size > 0 && (
        <BatchFoot
          choice={choice}
          total={found.data?.total ?? 0}
          onAll={() => all.mutate()}
          onClear={() => setChoice(none)}
          onStep={setStep}
        />
      )}
    </Page>
  )
}

/** Everybody's transfer by need: overdue first, then by the day it is due. What stands in the URL is what is shown. */
export const TransfersPage = ({ views }: { views?: ReactNode }) => {
  const { cohort } = useSession()
  if (cohort) return <List cohortId={cohort.id} views={views} />
  return (
    <Page title="接转">
      <EmptyState title="还没有开启一届毕业生工作" next="请由组织部在“方案”里建立本届，随后可以办理接转。" />
    </Page>
  )
}
