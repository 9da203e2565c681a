import type { TodayView } from '../contract.ts'
import { daysTo } from './days.ts'

type LineProps = { before: string; past: string; at: string; today: string; red?: boolean }

const Line = ({ before, past, at, today, red = false }: LineProps) => {
  const days = daysTo(today, at)
  if (days < 0)
    return (
      <span>
        {past} <b>{-days}</b> 天
      </span>
    )
  return (
    <span>
      {before} <b className={red && days <= 3 ? 't-red' : undefined}>{days}</b> 天
    </span>
  )
}

/** How long there is until the two days that everything hangs on. */
export const Countdown = ({ view: { today, destinationDueOn, leavingDay } }: { view: TodayView }) => (
  <>
    {destinationDueOn && <Line before="距报去向截止" past="报去向已截止" at={destinationDueOn} today={today} red />}
    {leavingDay ? <Line before="距离校" past="离校已" at={leavingDay} today={today} /> : <span>离校日还没有定</span>}
  </>
)
