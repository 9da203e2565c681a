import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { ActivityRow } from '../contract.ts'
import { weekdayOf } from '../rules.ts'
import { DayLine } from './DayLine.tsx'
import { weekdays } from './words.ts'

/** All of one day. */
export const DayDialog = ({ on, rows, onClose }: { on: Day; rows: readonly ActivityRow[]; onClose: () => void }) => (
  <Dialog title={`${dayInWords(on)} ${weekdays[weekdayOf(on)]}，${rows.length} 次活动`} onClose={onClose}>
    <ul className="day-all">
      {rows.map(row => (
        <DayLine key={row.id} row={row} />
      ))}
    </ul>
  </Dialog>
)
