import { Button } from 'antd'
import { useState } from 'react'
import { type Day, day } from '../../../kernel/day.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { useNarrow } from '../../../ui/useMedia.ts'
import { type ActivityState, byDay, isMonth, type Month, monthBeside, monthOf } from '../rules.ts'
import { DayDialog } from './DayDialog.tsx'
import { MonthDays } from './MonthDays.tsx'
import { MonthTable } from './MonthTable.tsx'
import { useMonth } from './useMonth.ts'
import './month.css'

const wordsOfMonth = (month: Month) => `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`

const Head = ({ month, thisMonth, count }: { month: Month; thisMonth: Month; count: number | undefined }) => {
  const [, change] = useUrlFilters()
  const go = (to: Month) => change({ month: to === thisMonth ? undefined : to })
  return (
    <header className="month-head">
      <h2 aria-live="polite">
        {wordsOfMonth(month)}
        <span className="second">{count === undefined ? '' : count === 0 ? '没有活动' : `${count} 次活动`}</span>
      </h2>
      <div className="month-moves">
        <Button onClick={() => go(monthBeside(month, -1))}>上一月</Button>
        <Button disabled={month === thisMonth} onClick={() => go(thisMonth)}>
          回到本月
        </Button>
        <Button onClick={() => go(monthBeside(month, 1))}>下一月</Button>
      </div>
    </header>
  )
}

type MonthViewProps = { state: ActivityState | undefined; kind: string | undefined }

/** What is held in one month, day by day: a calendar where there is room for one, a list of days on a phone. */
export const MonthView = ({ state, kind }: MonthViewProps) => {
  const { cohort, today, unitName } = useSession()
  const [filters] = useUrlFilters()
  const narrow = useNarrow()
  const [opened, setOpened] = useState<Day>()
  const thisMonth = monthOf(day(today))
  const month = isMonth(filters.month) ? filters.month : thisMonth
  const found = useMonth({ cohortId: cohort?.id ?? '', state, kind, month }, cohort !== null)
  const days = byDay(cohort === null ? [] : (found.data ?? []))
  const shown = { month, today: day(today), days }
  if (found.error && !found.data)
    return <ErrorState title="活动没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
  return (
    <section className="month" aria-label="月历" aria-busy={found.isPlaceholderData}>
      <Head month={month} thisMonth={thisMonth} count={cohort === null ? 0 : found.isPlaceholderData ? undefined : found.data?.length} />
      {found.isPending && cohort !== null ? (
        <Skeleton lines={10} />
      ) : narrow ? (
        <MonthDays {...shown} />
      ) : (
        <MonthTable {...shown} unitName={unitName} onDay={setOpened} />
      )}
      {opened && <DayDialog on={opened} rows={days.get(opened) ?? []} onClose={() => setOpened(undefined)} />}
    </section>
  )
}
