import { useQuery } from '@tanstack/react-query'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Clause } from '../../../ui/Clause.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { clauses } from '../../plans/rules.ts'
import { educationApi } from './client.ts'
import { ProgressTable } from './ProgressTable.tsx'
import { daysLeftWords, groupsOf, type ProgressLine, sumOf } from './progressGroups.ts'

const STILL_MS = 60_000
const nobody = <EmptyState title="这里没有支部" next="名册导入后，有毕业生党员的支部列在这里。" />
const allDone = <EmptyState title="没有未完成的支部" next="每个支部的每个人都已做完。" />

const lacking = ({ complete, people }: Pick<ProgressLine, 'complete' | 'people'>) => complete < people

/** Each unit against each item, and the days that are left. */
export const ProgressPage = () => {
  const { cohort, today } = useSession()
  const [filters] = useUrlFilters()
  const cohortId = cohort?.id ?? ''
  const enabled = cohort !== null
  const found = useQuery(educationApi.progress.queryOptions({ input: { cohortId }, enabled }))
  const matrix = useQuery(educationApi.matrix.queryOptions({ input: { cohortId, limit: 1 }, enabled, staleTime: STILL_MS }))
  const rows = found.data
  const shown = filters.open === '1' ? rows?.filter(lacking) : rows
  const groups = groupsOf(shown ?? [])
  const all = sumOf('', '合计', groups)
  const due = matrix.data?.dueOn ?? null
  const items = matrix.data?.items.filter(({ required }) => required > 0)
  const error = found.error ?? matrix.error
  return (
    <Page
      wide
      title="五个一进度"
      crumbs={[{ label: '教育', href: '/education' }, { label: '进度' }]}
      note={
        rows && (
          <>
            <span>
              {daysLeftWords(due, today)}
              {due && `（${dayInWords(due as Day)}）`}，全部完成 {all.complete} 人，共 {all.people} 人
            </span>
            <Clause id="C2" text={clauses.C2} />
          </>
        )
      }
    >
      <FilterBar>
        <FilterSegments
          name="open"
          label="支部"
          options={[
            { value: '', label: '全部支部', count: rows?.length },
            { value: '1', label: '有未完成的', count: rows?.filter(lacking).length },
          ]}
        />
      </FilterBar>
      {cohort === null && nobody}
      {error && !(rows && items) && (
        <ErrorState title="进度没有读出来" next={wordsOf(problemOf(error))} onRetry={() => void found.refetch()} />
      )}
      {cohort && !error && !(rows && items) && <Skeleton lines={10} />}
      {rows && items && groups.length === 0 && (rows.length > 0 ? allDone : nobody)}
      {items && groups.length > 0 && <ProgressTable items={items} groups={groups} all={all} dueOn={due} />}
    </Page>
  )
}
