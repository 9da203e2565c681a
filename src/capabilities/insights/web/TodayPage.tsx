import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import type { TodayView } from '../contract.ts'
import { ClosingEquation } from './ClosingEquation.tsx'
import { Countdown } from './Countdown.tsx'
import { insightsApi } from './client.ts'
import { titleOf } from './days.ts'
import { Funnel } from './Funnel.tsx'
import { Lamps } from './Lamps.tsx'
import { Season } from './Season.tsx'
import { UnitHeat } from './UnitHeat.tsx'
import { WorkList } from './WorkList.tsx'
import './today.css'

/** Work and the whole come first; the drawings below can be folded away. */
const Shown = ({ view }: { view: TodayView }) => (
  <>
    <ClosingEquation view={view} />
    <div className={view.lamps.length ? 'beside' : 'today-single'}>
      <WorkList view={view} />
      {view.lamps.length > 0 && <Lamps lamps={view.lamps} />}
    </div>
    <Season view={view} />
    <div className={view.units.length && view.funnel.length ? 'today-charts' : 'today-single'}>
      {view.units.length > 0 && <UnitHeat view={view} />}
      {view.funnel.length > 0 && <Funnel view={view} />}
    </div>
  </>
)

const useToday = (cohortId: string | undefined) =>
  useQuery(insightsApi.today.queryOptions({ input: { cohortId: cohortId ?? '' }, enabled: cohortId !== undefined }))

/** The first screen of staff: what needs them today, then the whole. */
export const TodayPage = ({ beside }: { beside?: ReactNode }) => {
  const { cohort, today } = useSession()
  const found = useToday(cohort?.id)
  const view = found.data
  return (
    <Page
      title={titleOf(today)}
      note={view && <Countdown view={view} />}
      actions={
        view && (
          <Button className="today-print" onClick={() => window.print()}>
            打印日报
          </Button>
        )
      }
    >
      {!cohort && <EmptyState title="还没有开始任何一届" next="组织部建好本届方案、导入名册以后，这里会列出每天要办的事。" />}
      {cohort && !view && found.isPending && <Skeleton lines={10} />}
      {!view && found.error && (
        <ErrorState title="没有读到今天的情况" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {view && beside}
      {view && <Shown view={view} />}
    </Page>
  )
}
