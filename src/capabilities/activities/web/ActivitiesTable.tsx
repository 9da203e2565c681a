import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import type { ActivityRow } from '../contract.ts'
import type { ActivityState } from '../rules.ts'
import { activitiesApi } from './client.ts'
import { StateMark, timeOf } from './looks.tsx'

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

type ActivitiesTableProps = { state: ActivityState | undefined; kind: string | undefined }

/** The latest first, page by page. */
export const ActivitiesTable = ({ state, kind }: ActivitiesTableProps) => {
  const { cohort, can } = useSession()
  const page = useKeysetPage()
  const input = { cohortId: cohort?.id ?? '', state, kind, after: page.after, limit: PAGE }
  const found = useQuery(activitiesApi.list.queryOptions({ input, enabled: cohort !== null, placeholderData: keepPreviousData }))
  const data = found.data
  if (found.error && !data)
    return <ErrorState title="活动没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
  return (
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
      empty={
        <EmptyState
          title={state || kind ? '没有这样的活动' : '还没有活动'}
          next={can('activities:hold') ? '点“拟活动”，填好时间和面向的支部，一分钟就能通知大家。' : '支部拟好活动后列在这里。'}
        />
      }
      paging={{ page, total: data?.total ?? 0, next: data?.next ?? null, unit: '次' }}
      busy={found.isPlaceholderData}
    />
  )
}
