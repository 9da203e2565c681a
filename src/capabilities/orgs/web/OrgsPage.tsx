import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar, FilterSearch } from '../../../ui/FilterBar.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { UnitView } from '../contract.ts'
import { orgsApi } from './client.ts'
import { found, treeOf } from './tree.ts'
import { UnitTree } from './UnitTree.tsx'

const countsOf = (units: readonly UnitView[]) => {
  const of = (...kinds: UnitView['kind'][]) => units.filter(({ kind }) => kinds.includes(kind)).length
  return `${of('sub-committee', 'general-branch')} 个党总支（分党委），${of('direct-branch')} 个直属党支部，${of('branch')} 个党支部`
}

/** The tree of units: read by everybody, edited by the system administrator. */
export const OrgsPage = ({ recentImports }: { recentImports?: ReactNode }) => {
  const { can } = useSession()
  const [filters] = useUrlFilters()
  const router = useRouter()
  const list = useQuery(orgsApi.list.queryOptions())
  const units = list.data
  const lines = units && found(treeOf(units), filters.q ?? '')
  return (
    <Page
      title="单位"
      note={units && <span>{countsOf(units)}</span>}
      actions={can('orgs:edit') && <Button onClick={() => router.history.push('/orgs/import')}>导入单位</Button>}
    >
      {recentImports}
      <FilterBar>
        <FilterSearch name="q" placeholder="单位名称" />
      </FilterBar>
      {list.error && !units && (
        <ErrorState title="单位没有读出来" next={wordsOf(problemOf(list.error))} onRetry={() => void list.refetch()} />
      )}
      {!lines && !list.error && <Skeleton lines={8} />}
      {lines?.length === 0 && <EmptyState title="没有找到这样的单位" next="换个名称再找，或清空搜索。" />}
      {lines && lines.length > 0 && <UnitTree lines={lines} editable={can('orgs:edit')} />}
    </Page>
  )
}
