import { Anchor } from '../../../ui/Anchor.tsx'
import { Glyph } from '../../../ui/Glyph.tsx'
import type { ActivityRow } from '../contract.ts'
import { stateNames } from '../rules.ts'
import { StateMark } from './looks.tsx'
import { stateLook } from './words.ts'

const hrefOf = ({ id }: ActivityRow) => `/activities/${id}`

/** In a calendar's cell: time, glyph and title on two short lines. */
export const DayEntry = ({ row, unitName }: { row: ActivityRow; unitName: string }) => (
  <Anchor
    href={hrefOf(row)}
    className={row.state === 'cancelled' ? 'month-entry month-off' : 'month-entry'}
    title={`${row.begins} ${row.title}，${stateNames[row.state]}，${row.heldBy}`}
  >
    <span className={`month-time t-${stateLook[row.state].tone}`}>
      <Glyph name={stateLook[row.state].glyph} />
      {row.begins}
      <span className="only-read">{stateNames[row.state]}</span>
      {row.heldBy !== unitName && <span className="month-by">{row.heldBy}</span>}
    </span>
    <span className="month-title">{row.title}</span>
  </Anchor>
)

/** In a list of a day: all of it in words. */
export const DayLine = ({ row }: { row: ActivityRow }) => (
  <li className="day-line">
    <span className="day-time">
      {row.begins}
      {row.ends && `–${row.ends}`}
    </span>
    <span className="day-what">
      <Anchor href={hrefOf(row)} className={row.state === 'cancelled' ? 'month-off' : ''}>
        {row.title}
      </Anchor>
      <span className="second">{[row.kindName, row.place, row.heldBy].filter(Boolean).join('，')}</span>
    </span>
    <StateMark state={row.state} />
  </li>
)
