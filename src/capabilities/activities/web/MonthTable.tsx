import type { Day } from '../../../kernel/day.ts'
import type { ActivityRow } from '../contract.ts'
import { type Month, weeksOf } from '../rules.ts'
import { DayEntry } from './DayLine.tsx'
import { weekdays } from './words.ts'

/** So many fit into a cell; one more line says how many are left. */
const SHOWN = 3

export type Shown = { month: Month; today: Day; days: ReadonlyMap<string, readonly ActivityRow[]> }
type CellProps = { on: Day; isToday: boolean; rows: readonly ActivityRow[]; unitName: string; onDay: (on: Day) => void }

const Cell = ({ on, isToday, rows, unitName, onDay }: CellProps) => {
  const shown = rows.length > SHOWN ? rows.slice(0, SHOWN) : rows
  const left = rows.length - shown.length
  return (
    <td className={isToday ? 'month-today' : ''} aria-current={isToday ? 'date' : undefined}>
      <span className="month-date">
        <b>{Number(on.slice(8))}</b>
        {isToday && <span>今天</span>}
      </span>
      {shown.map(row => (
        <DayEntry key={row.id} row={row} unitName={unitName} />
      ))}
      {left > 0 && (
        <button
          type="button"
          className="month-more"
          aria-label={`${Number(on.slice(8))} 日还有 ${left} 项，看这一天的全部`}
          onClick={() => onDay(on)}
        >
          还有 {left} 项
        </button>
      )}
    </td>
  )
}

/** A row for each week, from Monday on. */
export const MonthTable = ({ month, today, days, unitName, onDay }: Shown & { unitName: string; onDay: (on: Day) => void }) => (
  <table className="month-table">
    <caption className="only-read">{month} 的活动，每行一周，周一在前</caption>
    <thead>
      <tr>
        {weekdays.map(name => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeksOf(month).map(week => (
        <tr key={week.find(on => on !== null)}>
          {week.map((on, at) =>
            on ? (
              <Cell key={on} on={on} isToday={on === today} rows={days.get(on) ?? []} unitName={unitName} onDay={onDay} />
            ) : (
              <td key={weekdays[at]} className="month-none" />
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
