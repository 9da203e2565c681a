import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Clause } from '../../../ui/Clause.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { clauses } from '../../plans/rules.ts'
import type { ThemeOverview } from '../contract.ts'
import { activitiesApi } from './client.ts'
import { OverviewTable } from './OverviewTable.tsx'

const nobody = <EmptyState title="这里没有支部" next="名册导入后，有毕业生党员的支部列在这里。" />
const allHeld = <EmptyState title="没有未开展的支部" next="每个支部的每种形式都已开展过。" />
const noKinds = <EmptyState title="这一届没有主题教育要求" next="本届方案里没有列出主题教育的形式。" />

const Shown = ({ view, missing }: { view: ThemeOverview; missing: boolean }) => {
  if (view.kinds.length === 0) return noKinds
  if (view.rows.length === 0) return missing && view.counts.all > 0 ? allHeld : nobody
  return <OverviewTable {...view} />
}

/** Which branch has held which form of theme education, and which has not. */
export const OverviewPage = () => {
  const { cohort } = useSession()
  const [filters] = useUrlFilters()
  const missing = filters.missing === '1'
  const input = { cohortId: cohort?.id ?? '', missing }
  const found = useQuery(activitiesApi.overview.queryOptions({ input, enabled: cohort !== null, placeholderData: keepPreviousData }))
  const view = found.data
  return (
    <Page
      wide
      title="主题教育"
      crumbs={[{ label: '教育', href: '/education' }, { label: '活动', href: '/activities' }, { label: '主题教育' }]}
      note={<Clause id="C1" text={clauses.C1} />}
      actions={
        cohort && <ExportButton name="主题教育" disabled={!view?.rows.length} file={() => activitiesApi.overviewSheet.call(input)} />
      }
    >
      <FilterBar>
        <FilterSegments
          name="missing"
          label="开展情况"
          options={[
            { value: '', label: '全部支部', count: view?.counts.all },
            { value: '1', label: '有未开展的', count: view?.counts.missing },
          ]}
        />
      </FilterBar>
      {cohort === null && nobody}
      {found.error && !view && (
        <ErrorState title="主题教育情况没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {cohort && !view && !found.error && <Skeleton lines={8} />}
      {view && <Shown view={view} missing={missing} />}
    </Page>
  )
}
