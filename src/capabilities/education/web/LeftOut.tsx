import { Mark } from '../../../ui/Mark.tsx'
import type { ConfirmRefusal } from '../rules.ts'
import type { Item } from './cells.ts'
import { refusalShort } from './words.ts'

type Refused = { graduateId: string; item: string; name: string; reason: ConfirmRefusal }

/** Each cell that will not be confirmed, and why. */
export const LeftOut = ({ cells, items }: { cells: readonly Refused[]; items: readonly Item[] }) => {
  if (cells.length === 0) return null
  return (
    <div className="left-out">
      <p>{cells.length} 项不在确认之列</p>
      <ul aria-label="不在确认之列的项目">
        {cells.map(cell => (
          <li key={`${cell.graduateId}${cell.item}`}>
            <span>
              {cell.name} · {items.find(({ key }) => key === cell.item)?.short}
            </span>
            <Mark tone="ochre" glyph="dash">
              {refusalShort[cell.reason]}
            </Mark>
          </li>
        ))}
      </ul>
    </div>
  )
}
