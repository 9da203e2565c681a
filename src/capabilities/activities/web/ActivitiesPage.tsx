import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Clause } from '../../../ui/Clause.tsx'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { clauses } from '../../plans/rules.ts'
import { activityStates, stateNames } from '../rules.ts'
import { ActivitiesTable } from './ActivitiesTable.tsx'
import { AddDialog } from './AddDialog.tsx'
import { MonthView } from './MonthView.tsx'
import './activities.css'

/** What the unit holds and is asked to, as a list or month by month; from here one is drafted. */
export const ActivitiesPage = ({ calendar }: { calendar?: ReactNode }) => {
  const { cohort, can } = useSession()
  const [filters] = useUrlFilters()
  const [adding, setAdding] = useState(false)
  const shown = { state: activityStates.find(known => known === filters.state), kind: filters.kind }
  return (
    <Page
      wide
      title="教育活动"
      crumbs={[{ label: '教育', href: '/education' }, { label: '活动' }]}
      note={<Clause id="C1" text={clauses.C1} />}
      actions={
        <>
          {calendar}
          {cohort && can('activities:hold') && (
            <Button type="primary" onClick={() => setAdding(true)}>
              拟活动
            </Button>
          )}
        </>
      }
    >
      <FilterBar extra={<Anchor href="/activities/overview">主题教育开展情况</Anchor>}>
        <FilterSegments
          name="view"
          label="样式"
          options={[
            { value: '', label: '列表' },
            { value: 'month', label: '月历' },
          ]}
        />
        <FilterSegments
          name="state"
          label="状态"
          options={[{ value: '', label: '全部' }, ...activityStates.map(value => ({ value, label: stateNames[value] }))]}
        />
      </FilterBar>
      {filters.view === 'month' ? <MonthView {...shown} /> : <ActivitiesTable {...shown} />}
      {adding && cohort && <AddDialog cohortId={cohort.id} onClose={() => setAdding(false)} />}
    </Page>
  )
}
