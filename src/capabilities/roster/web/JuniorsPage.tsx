import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FilterBar, FilterSearch, FilterSegments } from '../../../ui/FilterBar.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { JuniorView } from '../contract/juniors.ts'
import { membershipCodes, membershipNames } from '../rules/membership.ts'
import { rosterApi } from './client.ts'
import { RosterKinds } from './RosterKinds.tsx'
import { membershipLooks, rosterProblemWords } from './words.ts'
import './roster.css'

const PAGE = 50

const columns: Columns<JuniorView> = [
  { title: '姓名', width: 108, dataIndex: 'name' },
  { title: '学号', width: 124, dataIndex: 'studentNumber' },
  { title: '党支部', ellipsis: true, render: (_, { branch }) => branch.name },
  { title: '党员类别', width: 100, render: (_, { membership }) => <StateTag state={membershipLooks[membership]} /> },
  { title: '入党时间', width: 110, render: (_, { joinedOn }) => joinedOn ?? '–' },
  { title: '转正/预备期满', width: 120, render: (_, { confirmedOn }) => confirmedOn ?? '–' },
  { title: '专业', ellipsis: true, render: (_, { major }) => major ?? '–' },
  { title: '班级', width: 120, ellipsis: true, render: (_, { className }) => className ?? '–' },
  { title: '证件末四位', width: 100, render: (_, { idNumber }) => idNumber?.slice(-4) ?? '–' },
]

type BranchFilterProps = { branches: readonly { name: string; path: string; count: number }[] }

const BranchFilter = ({ branches }: BranchFilterProps) => {
  const [filters, change] = useUrlFilters()
  if (branches.length < 2 && !filters.branch) return null
  return (
    <Select
      className="roster-branch"
      aria-label="党支部"
      popupMatchSelectWidth={false}
      value={filters.branch ?? ''}
      onChange={branch => change({ branch: branch || undefined })}
      options={[{ value: '', label: '全部支部' }, ...branches.map(({ name, path, count }) => ({ value: path, label: `${name} ${count}` }))]}
    />
  )
}

const filterFrom = ({ q, branch, membership: asked }: Record<string, string | undefined>) => {
  const membership = membershipCodes.find(code => code === asked)
  return { ...(q && { search: q }), ...(branch && { path: branch }), ...(membership && { membership }) }
}

type JuniorsPageProps = { recentImports?: ReactNode; views?: ReactNode }

/** Members of no cohort: they stay when the others leave. */
export const JuniorsPage = ({ recentImports, views }: JuniorsPageProps) => {
  const { can } = useSession()
  const router = useRouter()
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const filter = filterFrom(filters)
  const input = { ...filter, limit: PAGE, ...(page.after && { after: page.after }) }
  const found = useQuery(rosterApi.juniors.list.queryOptions({ input, placeholderData: keepPreviousData }))
  const list = found.data
  const actions = (
    <>
      <ExportButton name="低年级党员名册" disabled={!list?.total} file={() => rosterApi.juniors.export.call(filter)} />
      {can('roster:import') && (
        <Button type="primary" onClick={() => router.history.push('/roster/juniors/import')}>
          导入低年级党员
        </Button>
      )}
    </>
  )
  return (
    <Page wide title="名册" note={list && `${list.total} 名低年级党员`} actions={actions}>
      <RosterKinds shown="juniors" />
      {recentImports}
      {views}
      <FilterBar>
        <FilterSearch name="q" placeholder="姓名、拼音、学号或证件末四位" />
        <BranchFilter branches={list?.branches ?? []} />
        <FilterSegments
          name="membership"
          label="党员类别"
          options={[
            { value: '', label: '全部' },
            ...(['full', 'probationary'] as const).map(value => ({ value, label: membershipNames[value] })),
          ]}
        />
      </FilterBar>
      {found.error && !list ? (
        <ErrorState title="名册没有读出来" next={rosterProblemWords(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="低年级党员"
          rows={list?.rows}
          rowKey={({ memberId }) => memberId}
          columns={columns}
          line={row => ({
            name: row.name,
            title: row.name,
            aside: <StateTag state={membershipLooks[row.membership]} />,
            note: `${row.studentNumber}　${row.branch.name}`,
          })}
          empty={<EmptyState title="没有低年级党员" next="他们不随本届毕业；可以用与附件1相同的表导入。" />}
          paging={list && { page, total: list.total, next: list.next, unit: '人' }}
          busy={found.isPlaceholderData}
        />
      )}
    </Page>
  )
}
