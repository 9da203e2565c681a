import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type Key, useState } from 'react'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { Foot } from '../../../ui/Foot.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Mark } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { ReportRow } from '../contract.ts'
import { shortDay } from './cells.ts'
import { educationApi } from './client.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import { UnitFilter } from './UnitFilter.tsx'
import { useConfirmReports, useReports } from './useReports.ts'
import { confirmReportWords } from './words.ts'
import './matrix.css'

const PAGE = 50
const STILL_MS = 300_000

const Standing = ({ row }: { row: ReportRow }) => {
  if (row.refusal === null)
    return (
      <Mark tone="ochre" glyph="q2">
        待确认
      </Mark>
    )
  return (
    <Mark tone="red" glyph="cross">
      {confirmReportWords[row.refusal]}
    </Mark>
  )
}

const saysOf = ({ evidence, madeUp }: ReportRow) => `${evidence}${madeUp ? '（补做）' : ''}`

const columnsFor = (nameOf: (item: string) => string): Columns<ReportRow> => [
  { title: '姓名', width: 110, render: (_, row) => <Anchor href={`/roster/${row.graduateId}`}>{row.name}</Anchor> },
  { title: '党支部', width: 190, ellipsis: true, render: (_, { branchName }) => branchName },
  { title: '项目', width: 110, render: (_, { item }) => nameOf(item) },
  { title: '完成', width: 70, render: (_, { doneOn }) => <span title={dayInWords(doneOn as Day)}>{shortDay(doneOn)}</span> },
  { title: '内容', render: (_, row) => saysOf(row) },
  { title: '能否确认', width: 160, render: (_, row) => <Standing row={row} /> },
]

const useItemNames = (cohortId: string) => {
  const found = useQuery(educationApi.matrix.queryOptions({ input: { cohortId, limit: 1 }, staleTime: STILL_MS, enabled: cohortId !== '' }))
  return (item: string) => found.data?.items.find(({ key }) => key === item)?.short ?? item
}

const nobody = <EmptyState title="没有待确认的申报" next="毕业生党员在手机上申报捐书、志愿服务等，报上来的列在这里。" />

type FootProps = { chosen: readonly ReportRow[]; count: number; onClear: () => void; onReturn: () => void }

const SettleFoot = ({ chosen, count, onClear, onReturn }: FootProps) => {
  const confirm = useConfirmReports(onClear)
  const ready = chosen.filter(({ refusal }) => refusal === null)
  const left = chosen.length - ready.length
  return (
    <Foot chosen={`已选 ${count} 条`} note={left > 0 ? `其中 ${left} 条现在不能确认，可以退回` : '确认后写入五个一，本人在“我的”里看得到'}>
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
      <Button onClick={onReturn}>退回 {count} 条</Button>
      <Button
        type="primary"
        disabled={ready.length === 0}
        loading={confirm.isPending}
        onClick={() => confirm.mutate(ready.map(({ id }) => id))}
      >
        确认 {ready.length} 条
      </Button>
    </Foot>
  )
}

/** What members have reported and nobody has settled, the oldest first. */
export const ReportsPage = () => {
  const { cohort, can } = useSession()
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const cohortId = cohort?.id ?? ''
  const found = useReports({ cohortId, unitId: filters.unit, after: page.after, limit: PAGE })
  const nameOf = useItemNames(cohortId)
  const [keys, setKeys] = useState<Key[]>([])
  const [returning, setReturning] = useState(false)
  const rows = found.data?.rows
  const chosen = rows?.filter(({ id }) => keys.includes(id)) ?? []
  const settles = can('education:confirm')
  return (
    <Page
      title="待确认的申报"
      wide
      crumbs={[{ label: '教育', href: '/education' }, { label: '待确认的申报' }]}
      note={found.data && found.data.total > 0 ? `${found.data.total} 条，先报的在前` : undefined}
    >
      <FilterBar>
        <UnitFilter />
      </FilterBar>
      {found.error && !rows ? (
        <ErrorState title="申报没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="待确认的申报"
          rows={rows}
          rowKey={({ id }) => id}
          columns={columnsFor(nameOf)}
          line={row => ({
            name: `${row.name}的${nameOf(row.item)}`,
            title: row.name,
            aside: <Standing row={row} />,
            note: `${nameOf(row.item)} ${shortDay(row.doneOn)}，${saysOf(row)}`,
          })}
          busy={found.isPlaceholderData}
          selection={settles ? { keys, onChange: setKeys } : undefined}
          paging={found.data && { page, total: found.data.total, next: found.data.next, unit: '条' }}
          empty={nobody}
        />
      )}
      {chosen.length > 0 && (
        <SettleFoot chosen={chosen} count={chosen.length} onClear={() => setKeys([])} onReturn={() => setReturning(true)} />
      )}
      {returning && <ReturnDialog ids={chosen.map(({ id }) => id)} onClose={() => setReturning(false)} onDone={() => setKeys([])} />}
    </Page>
  )
}

/** On the page of the five items: how many wait, and the way to them. */
export const ReportsLine = ({ cohortId }: { cohortId: string }) => {
  const total = useReports({ cohortId, limit: 1 }).data?.total ?? 0
  if (total === 0) return null
  return (
    <p className="reports-line second">
      <Mark tone="ochre" glyph="q2">
        待确认 {total}
      </Mark>
      <Anchor className="link" href="/education/reports">
        看本人申报的内容
      </Anchor>
    </p>
  )
}
