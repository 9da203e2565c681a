import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { Clause } from '../../../ui/Clause.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { clauses } from '../../plans/rules.ts'
import { noticeStates } from '../rules.ts'
import { noticesApi } from './client.ts'
import { NoticeLine } from './NoticeLine.tsx'
import './notices.css'

const PAGE = 20

/** The year's notices: drafts first, then the latest; what each still asks of the reader's unit stands beside it. */
export const NoticesPage = () => {
  const router = useRouter()
  const { cohort, can } = useSession()
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const office = can('notices:issue')
  const state = noticeStates.find(known => known === filters.show)
  const input = { cohortId: cohort?.id ?? '', state, todo: filters.show === 'todo', after: page.after, limit: PAGE }
  const found = useQuery(noticesApi.list.queryOptions({ input, enabled: cohort !== null, placeholderData: keepPreviousData }))
  const rows = cohort === null ? [] : found.data?.rows
  return (
    <Page
      title="通知"
      note={<Clause id="C18" text={clauses.C18} />}
      actions={
        office &&
        cohort && (
          <Button type="primary" onClick={() => router.history.push('/notices/new')}>
            拟通知
          </Button>
        )
      }
    >
      <FilterBar>
        <FilterSegments
          name="show"
          label="范围"
          options={[
            { value: '', label: '全部' },
            ...(office ? [{ value: 'draft', label: '草稿' }] : can('notices:report') ? [{ value: 'todo', label: '要办的' }] : []),
            { value: 'issued', label: '已印发' },
            { value: 'withdrawn', label: '已撤回' },
          ]}
        />
      </FilterBar>
      {found.error && !rows && (
        <ErrorState title="通知没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!rows && !found.error && <Skeleton lines={8} />}
      {rows?.length === 0 && (
        <EmptyState
          title={filters.show ? '没有这样的通知' : '还没有通知'}
          next={office ? '点“拟通知”，写好正文、传上附件，印发后各单位立即收到。' : '上级印发或转发以后列在这里，并发站内消息。'}
        />
      )}
      {rows && rows.length > 0 && (
        <ul className="notice-lines" aria-label="通知" aria-busy={found.isPlaceholderData}>
          {rows.map(row => (
            <NoticeLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {rows && rows.length > 0 && (
        <Pager page={page} rowsHere={rows.length} total={found.data?.total ?? 0} next={found.data?.next ?? null} unit="份" />
      )}
    </Page>
  )
}
