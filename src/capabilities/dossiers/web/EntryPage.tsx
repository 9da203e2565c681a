import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { dossiersApi } from './client.ts'
import { EntryGrid } from './EntryGrid.tsx'
import { UnitFilter, useUnitsBelow } from './UnitFilter.tsx'
import './dossiers.css'

const PAGE = 100

/** Many papers entered by the keyboard alone; members down, papers across. */
export const EntryPage = () => {
  const { cohort, accountId } = useSession()
  const router = useRouter()
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const below = useUnitsBelow()
  const input = { cohortId: cohort?.id ?? '', unitId: filters.unit, after: page.after, limit: PAGE }
  // Asked once: what others write meanwhile comes with each answer, and nothing moves under the hand.
  const found = useQuery(
    dossiersApi.list.queryOptions({
      input,
      enabled: cohort !== null,
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  )
  const place = `dossiers ${accountId} ${cohort?.id} ${filters.unit ?? ''} ${page.after ?? ''}`
  const rows = found.data?.rows
  return (
    <Page
      wide
      title="批量录入"
      crumbs={[{ label: '装档', href: '/dossiers' }, { label: '批量录入' }]}
      actions={<Button onClick={() => router.history.push(filters.unit ? `/dossiers?unit=${filters.unit}` : '/dossiers')}>回到装档</Button>}
    >
      {below.length > 0 && (
        <FilterBar>
          <UnitFilter />
        </FilterBar>
      )}
      {found.error && !rows && (
        <ErrorState title="材料没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!found.data && !found.error && <Skeleton lines={10} />}
      {rows?.length === 0 && <EmptyState title="这里没有人" next="换一个支部再看。" />}
      {found.data && rows && rows.length > 0 && <EntryGrid key={place} rows={rows} checklist={found.data.checklist} place={place} />}
      {found.data && found.data.total > PAGE && (
        <Pager page={page} rowsHere={rows?.length ?? 0} total={found.data.total} next={found.data.next} unit="人" />
      )}
    </Page>
  )
}
