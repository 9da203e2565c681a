import { day } from '../../../kernel/day.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { weekdayOf } from '../rules.ts'
import { DayLine } from './DayLine.tsx'
import type { Shown } from './MonthTable.tsx'
import { weekdays } from './words.ts'

/** On a phone: the days that have something, one below the other. */
export const MonthDays = ({ today, days }: Shown) => {
  const held = [...days.keys()].sort()
  if (held.length === 0) return <EmptyState title="这个月没有活动" next="可以看上一月、下一月，或者换一个状态。" />
  return (
    <ol className="month-days">
      {held.map(on => (
        <li key={on} className={on === today ? 'month-today' : ''}>
          <h3>
            <b>{Number(on.slice(8))} 日</b> {weekdays[weekdayOf(day(on))]}
            {on === today && <span className="t-red">　今天</span>}
          </h3>
          <ul>
            {(days.get(on) ?? []).map(row => (
              <DayLine key={row.id} row={row} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
