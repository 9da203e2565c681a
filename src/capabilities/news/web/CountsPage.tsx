import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { UnitCounts } from '../contract.ts'
import { countKeys } from '../rules.ts'
import { newsApi } from './client.ts'
import { lastDayOf } from './months.ts'
import { countWords } from './words.ts'

const hrefOf = (unit: string, show: string, month: string | undefined) =>
  `/news?${new URLSearchParams({ unit, show, ...(month && { month }) })}`

const columnsOf = (month: string | undefined): Columns<UnitCounts> => [
  { title: '单位', dataIndex: 'unitName' },
  ...countKeys.map(key => ({
    title: countWords[key],
    align: 'right' as const,
    render: (_: unknown, row: UnitCounts) =>
      row[key] === 0 ? <span className="quiet">0</span> : <Anchor href={hrefOf(row.unitId, `n-${key}`, month)}>{row[key]}</Anchor>,
  })),
  {
    title: '链接',
    align: 'right',
    render: (_, row) =>
      row.links === 0 ? <span className="quiet">0</span> : <Anchor href={hrefOf(row.unitId, 'n-published', month)}>{row.links}</Anchor>,
  },
]

/** Each unit's news in numbers; each number opens to its list. */
export const CountsPage = () => {
  const { cohort } = useSession()
  const [{ month }, change] = useUrlFilters()
  const input = { cohortId: cohort?.id ?? '', ...(month && { from: `${month}-01`, to: lastDayOf(month) }) }
  const found = useQuery(newsApi.counts.queryOptions({ input, enabled: cohort !== null }))
  return (
    <Page
      title="各单位稿件统计"
      crumbs={[{ label: '宣传', href: '/news' }, { label: '统计' }]}
      note="采用的包含已刊发的；总支退回支部、没有送到宣传部的不计"
      actions={<ExportButton name="稿件统计" disabled={cohort === null} file={() => newsApi.exportCounts.call(input)} />}
    >
      <FilterBar>
        <input
          type="month"
          className="native-select"
          aria-label="月份"
          value={month ?? ''}
          onChange={event => change({ month: event.target.value })}
        />
      </FilterBar>
      <KeyedTable
        label="各单位稿件统计"
        rows={cohort === null ? [] : found.data}
        rowKey={({ unitId }) => unitId}
        columns={columnsOf(month)}
        line={row => ({
          href: hrefOf(row.unitId, 'n-submitted', month),
          title: row.unitName,
          name: row.unitName,
          note: `${countKeys.map(key => `${countWords[key]} ${row[key]}`).join('　')}　链接 ${row.links}`,
        })}
        empty={<EmptyState title="还没有送到宣传部的稿件" next="各单位送来以后在这里统计。" />}
      />
    </Page>
  )
}
