import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Anchor } from '../../../../ui/Anchor.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { FilterBar, FilterSegments } from '../../../../ui/FilterBar.tsx'
import { type Columns, KeyedTable } from '../../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../../ui/keyset.ts'
import type { Line } from '../../../../ui/Lines.tsx'
import { StateTag } from '../../../../ui/Mark.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { problemOf } from '../../../../ui/problem.ts'
import { useSession } from '../../../../ui/session.ts'
import { useUrlFilters } from '../../../../ui/urlFilters.ts'
import type { CorrectionRow } from '../../contract/own-data.ts'
import { rosterApi } from '../client.ts'
import { correctionProblemWords, dayOfAt, proposalLooks } from './words.ts'
import './corrections.css'

const PAGE = 50
const hrefOf = ({ graduateId }: CorrectionRow) => `/roster/${graduateId}`

const columns: Columns<CorrectionRow> = [
  { title: '姓名', key: 'name', render: (_, row) => <Anchor href={hrefOf(row)}>{row.name}</Anchor> },
  { title: '学号', key: 'studentNumber', dataIndex: 'studentNumber' },
  { title: '党支部', key: 'branch', dataIndex: 'branchName' },
  { title: '要更正的', key: 'fields', render: (_, { fields }) => fields.join('、') },
  { title: '凭据', key: 'evidence', render: (_, { evidence }) => (evidence > 0 ? `${evidence} 份` : '–') },
  { title: '提出', key: 'proposedAt', render: (_, { proposedAt }) => dayOfAt(proposedAt) },
  { title: '状态', key: 'state', render: (_, { state }) => <StateTag state={proposalLooks[state]} /> },
  {
    title: '核对',
    key: 'decided',
    render: (_, { decidedAt, decidedName }) => (decidedAt ? `${dayOfAt(decidedAt)} ${decidedName}` : '–'),
  },
]

const line = (row: CorrectionRow): Line => ({
  name: row.name,
  title: row.name,
  aside: <StateTag state={proposalLooks[row.state]} />,
  note: `${row.fields.join('、')}　${row.branchName}　${dayOfAt(row.proposedAt)}`,
  href: hrefOf(row),
})

const BranchFilter = ({ cohortId }: { cohortId: string }) => {
  const [filters, change] = useUrlFilters()
  const branches = useQuery(rosterApi.counts.queryOptions({ input: { cohortId }, staleTime: 60_000 })).data?.branches ?? []
  if (branches.length < 2) return null
  return (
    <Select
      className="roster-branch"
      aria-label="党支部"
      popupMatchSelectWidth={false}
      value={filters.branch ?? ''}
      onChange={branch => change({ branch: branch || undefined })}
      options={[{ value: '', label: '全部支部' }, ...branches.map(({ name, path }) => ({ value: path, label: name }))]}
    />
  )
}

const List = ({ cohortId }: { cohortId: string }) => {
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const open = filters.state !== 'decided'
  const filter = { cohortId, open, ...(filters.branch && { path: filters.branch }) }
  const input = { ...filter, limit: PAGE, ...(page.after && { after: page.after }) }
  const found = useQuery(rosterApi.corrections.list.queryOptions({ input, placeholderData: keepPreviousData }))
  return (
    <Page
      wide
      title="资料更正"
      crumbs={[{ label: '名册', href: '/roster' }, { label: '资料更正' }]}
      actions={<ExportButton name="资料更正" disabled={!found.data?.total} file={() => rosterApi.corrections.export.call(filter)} />}
    >
      <FilterBar>
        <FilterSegments
          name="state"
          label="状态"
          options={[
            { value: '', label: '待核对' },
            { value: 'decided', label: '已核对' },
          ]}
        />
        <BranchFilter cohortId={cohortId} />
      </FilterBar>
      {found.error ? (
        <ErrorState title="更正没有读出来" next={correctionProblemWords(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="本人提出的资料更正"
          rows={found.data?.rows}
          rowKey={row => row.id}
          columns={columns}
          line={line}
          empty={
            <EmptyState
              title={open ? '没有等着核对的更正' : '还没有核对过的更正'}
              next="毕业生在手机“我的资料”里提出更正后，会列在这里。"
            />
          }
          busy={found.isPlaceholderData}
          paging={found.data && { page, total: found.data.total, next: found.data.next, unit: '份' }}
        />
      )}
    </Page>
  )
}

/** What members proposed about their own data: the oldest that waits first. */
export const CorrectionsPage = () => {
  const { cohort } = useSession()
  if (cohort) return <List cohortId={cohort.id} />
  return (
    <Page title="资料更正">
      <EmptyState title="还没有开启一届毕业生工作" next="请由组织部在“方案”里建立本届。" />
    </Page>
  )
}
