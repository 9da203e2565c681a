import { Button } from 'antd'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import type { CarriedYear } from '../contract.ts'
import { matterNames, matters } from '../rules/matters.ts'
import './carryover.css'

type CarriedYearsProps = {
  years: readonly CarriedYear[] | undefined
  /** Shows that year's own work everywhere. */
  onOpen: (cohortId: string) => void
}

const totalOf = ({ carried }: CarriedYear) => matters.reduce((sum, matter) => sum + (carried[matter] ?? 0), 0)
const countOf = (count: number | undefined) => count || <span className="quiet">–</span>

const StillOpen = ({ open }: Pick<CarriedYear, 'open'>) =>
  open === 0 ? <span className="t-green">已全部了结</span> : <span className="t-ochre">{open} 人未了</span>

const columnsFor = (onOpen: CarriedYearsProps['onOpen']): Columns<CarriedYear> => [
  { title: '届', width: 120, render: (_, { cohort }) => <b>{cohort.name}</b> },
  ...matters.map(matter => ({
    title: matterNames[matter],
    width: 120,
    render: (_: unknown, year: CarriedYear) => countOf(year.carried[matter]),
  })),
  { title: '合计', width: 96, render: (_, year) => `${totalOf(year)} 人` },
  { title: '现在', render: (_, year) => <StillOpen open={year.open} /> },
  {
    title: '',
    width: 120,
    align: 'right',
    render: (_, { cohort }) => (
      <Button type="link" size="small" onClick={() => onOpen(cohort.id)}>
        办理这一届
      </Button>
    ),
  },
]

const said = (year: CarriedYear) =>
  matters
    .filter(matter => year.carried[matter])
    .map(matter => `${matterNames[matter]} ${year.carried[matter]}`)
    .join('，')

/** The years that were opened for what they left open: how many came of each, and how many still need somebody. */
export const CarriedYears = ({ years, onOpen }: CarriedYearsProps) => (
  <KeyedTable
    label="各届的往届未了"
    rows={years}
    rowKey={({ cohort }) => cohort.id}
    columns={columnsFor(onOpen)}
    line={year => ({
      name: year.cohort.name,
      title: year.cohort.name,
      aside: <StillOpen open={year.open} />,
      note: (
        <>
          {said(year)}
          <Button className="carried-open" type="link" onClick={() => onOpen(year.cohort.id)}>
            办理这一届
          </Button>
        </>
      ),
    })}
    empty={
      <EmptyState
        title="还没有导入往届未了"
        next="本系统启用以前的各届，凡组织关系还保留在校的、延期毕业的、介绍信回执没有回来的，由组织部下载空表逐人填好后导入，从此和本届一样提醒、办理。"
      />
    }
  />
)
