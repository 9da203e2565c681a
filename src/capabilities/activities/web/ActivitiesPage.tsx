import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Clause } from '../../../ui/Clause.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { clauses } from '../../plans/rules.ts'
import type { ActivityRow } from '../contract.ts'
import { activityStates, stateNames } from '../rules.ts'
import { ActivityForm } from './ActivityForm.tsx'
import { activitiesApi } from './client.ts'
import { blank, type Filled, sent } from './form.ts'
import { StateMark, timeOf } from './looks.tsx'
import './activities.css'

const PAGE = 50
const hrefOf = ({ id }: ActivityRow) => `/activities/${id}`
const shareOf = ({ there, invited, state }: ActivityRow) =>
  state === 'held' || state === 'recorded' ? `${there}/${invited}` : `应到 ${invited}`

const columns: Columns<ActivityRow> = [
  { title: '时间', width: 150, render: (_, row) => timeOf(row) },
  { title: '活动', ellipsis: true, render: (_, row) => <Anchor href={hrefOf(row)}>{row.title}</Anchor> },
  { title: '类型', width: 180, ellipsis: true, render: (_, { kindName }) => kindName },
  { title: '举办', width: 200, ellipsis: true, render: (_, { heldBy }) => heldBy },
  { title: '状态', width: 110, render: (_, { state }) => <StateMark state={state} /> },
  { title: '到会', width: 90, align: 'right', render: (_, row) => shareOf(row) },
  {
    title: '签到表',
    width: 110,
    align: 'right',
    render: (_, { state, closed, branches }) => (state === 'held' || state === 'recorded' ? `${closed}/${branches} 已结束` : '–'),
  },
]

const useAdding = (cohortId: string, onDone: (ids: readonly string[]) => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (filled: Filled) => activitiesApi.add.call({ cohortId, ...sent(filled), weeks: filled.weeks }),
    onSuccess: async ({ ids }) => {
      await queries.invalidateQueries({ queryKey: activitiesApi.key() })
      onDone(ids)
    },
  })
}

/** What the unit holds and is asked to; from here one is drafted. */
export const ActivitiesPage = () => {
  const router = useRouter()
  const { cohort, can, today, unitId } = useSession()
  const { message } = App.useApp()
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const [adding, setAdding] = useState(false)
  const state = activityStates.find(known => known === filters.state)
  const input = { cohortId: cohort?.id ?? '', state, kind: filters.kind, after: page.after, limit: PAGE }
  const found = useQuery(activitiesApi.list.queryOptions({ input, enabled: cohort !== null, placeholderData: keepPreviousData }))
  const add = useAdding(cohort?.id ?? '', ids => {
    setAdding(false)
    if (ids.length === 1) router.history.push(`/activities/${ids[0]}`)
    else void message.success(`已拟好 ${ids.length} 次活动`)
  })
  const data = found.data
  const empty = (
    <EmptyState
      title={state || filters.kind ? '没有这样的活动' : '还没有活动'}
      next={can('activities:hold') ? '点“拟活动”，填好时间和面向的支部，一分钟就能通知大家。' : '支部拟好活动后列在这里。'}
    />
  )
  return (
    <Page
      wide
      title="教育活动"
      crumbs={[{ label: '教育', href: '/education' }, { label: '活动' }]}
      note={<Clause id="C1" text={clauses.C1} />}
      actions={
        cohort &&
        can('activities:hold') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            拟活动
          </Button>
        )
      }
    >
      <FilterBar extra={<Anchor href="/activities/overview">主题教育开展情况</Anchor>}>
        <FilterSegments
          name="state"
          label="状态"
          options={[{ value: '', label: '全部' }, ...activityStates.map(value => ({ value, label: stateNames[value] }))]}
        />
      </FilterBar>
      {found.error && !data ? (
        <ErrorState title="活动没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="教育活动"
          rows={cohort === null ? [] : data?.rows}
          rowKey={({ id }) => id}
          columns={columns}
          line={row => ({
            name: row.title,
            title: row.title,
            aside: <StateMark state={row.state} />,
            note: `${timeOf(row)}，${row.kindName}，${shareOf(row)}`,
            href: hrefOf(row),
          })}
          empty={empty}
          paging={{ page, total: data?.total ?? 0, next: data?.next ?? null, unit: '次' }}
          busy={found.isPlaceholderData}
        />
      )}
      {adding && (
        <ActivityForm
          title="拟活动"
          fresh
          start={blank(today, unitId)}
          kinds={data?.kinds ?? []}
          busy={add.isPending}
          problem={add.error ? wordsOf(problemOf(add.error)) : undefined}
          onClose={() => setAdding(false)}
          onSave={filled => add.mutate(filled)}
        />
      )}
    </Page>
  )
}
