import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { RosterFilter } from '../contract.ts'
import { rosterApi } from './client.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { filterFrom, listQuery } from './filters.ts'
import { RosterFilters } from './RosterFilters.tsx'
import { rosterColumns, rosterLine } from './rosterColumns.tsx'
import { rosterProblemWords } from './words.ts'
import './roster.css'

const PAGE = 50
const STILL_MS = 30_000

const Actions = ({ filter, total }: { filter: RosterFilter; total: number | undefined }) => {
  const { can } = useSession()
  const router = useRouter()
  const [exporting, setExporting] = useState(false)
  return (
    <>
      <Button disabled={!total} onClick={() => setExporting(true)}>
        导出
      </Button>
      {can('roster:import') && (
        <Button type="primary" onClick={() => router.history.push('/roster/import')}>
          导入名册
        </Button>
      )}
      {exporting && <ExportDialog filter={filter} total={total ?? 0} onClose={() => setExporting(false)} />}
    </>
  )
}

const Empty = ({ filtered }: { filtered: boolean }) => {
  const { can } = useSession()
  const [, change] = useUrlFilters()
  const clear = () => change({ search: undefined, branch: undefined, outcome: undefined, membership: undefined })
  if (filtered) return <EmptyState title="没有符合条件的人" action={<Button onClick={clear}>清除条件</Button>} />
  return (
    <EmptyState
      title="名册还是空的"
      next={can('roster:import') ? '请点“导入名册”，选择填好的附件1。' : '由支部或总支导入后，这里会列出毕业生党员。'}
    />
  )
}

const List = ({ cohortId, recentImports }: { cohortId: string; recentImports: ReactNode }) => {
  const [search] = useUrlFilters()
  const page = useKeysetPage()
  const [privately, setPrivately] = useState('')
  const filter = filterFrom(search, cohortId, privately)
  const whole = useQuery(rosterApi.counts.queryOptions({ input: { cohortId }, staleTime: STILL_MS }))
  const counts = useQuery(
    rosterApi.counts.queryOptions({
      input: { cohortId, ...(filter.path && { path: filter.path }) },
      placeholderData: keepPreviousData,
      staleTime: STILL_MS,
    }),
  )
  const found = useQuery(
    privately
      ? rosterApi.lookup.queryOptions({ input: { ...filter, search: privately }, placeholderData: keepPreviousData })
      : rosterApi.list.queryOptions({
          input: { ...filter, limit: PAGE, ...(page.after && { after: page.after }) },
          placeholderData: keepPreviousData,
        }),
  )
  // Whom a whole number found is a list of one, and the number stands in no address.
  const query = privately ? '' : listQuery(search)
  const filtered = Object.keys(filter).length > 1
  return (
    <Page
      wide
      title="名册"
      note={whole.data && `${whole.data.total} 名毕业生党员，${whole.data.branches.length} 个支部`}
      actions={<Actions filter={filter} total={found.data?.total} />}
    >
      {recentImports}
      <RosterFilters counts={counts.data} whole={whole.data} privately={privately} onPrivately={setPrivately} />
      {found.error ? (
        <ErrorState title="名册没有读出来" next={rosterProblemWords(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="毕业生党员名册"
          rows={found.data?.rows}
          rowKey={person => person.id}
          columns={rosterColumns(query)}
          line={rosterLine(query)}
          empty={<Empty filtered={filtered} />}
          busy={found.isPlaceholderData}
          paging={found.data && { page, total: found.data.total, next: found.data.next, unit: '人' }}
        />
      )}
    </Page>
  )
}

/** The graduating members of the reader's units; what stands in the URL is what is shown and exported. */
export const RosterPage = ({ recentImports }: { recentImports?: ReactNode }) => {
  const { cohort } = useSession()
  if (cohort) return <List cohortId={cohort.id} recentImports={recentImports} />
  return (
    <Page title="名册">
      <EmptyState title="还没有开启一届毕业生工作" next="请由组织部在“方案”里建立本届，名册随后可以导入。" />
    </Page>
  )
}
