import { Popover } from 'antd'
import { useState } from 'react'
import { Glyph, type GlyphName } from '../../../ui/Glyph.tsx'
import type { MatrixRow } from '../contract.ts'
import { CellDetail } from './CellDetail.tsx'
import { type CellFacts, type CellState, type Item, shortDay } from './cells.ts'

type CellProps = {
  row: MatrixRow
  item: Item
  cell: CellFacts
  /** Undefined for readers who may not confirm. */
  chosen: boolean | undefined
  onToggle: () => void
}

const glyphs: Record<CellState, GlyphName> = { done: 'solid', part: 'q2', open: 'ring' }

const wordsIn = ({ state, times, confirmations }: CellFacts, item: Item) => {
  if (state === 'done') return shortDay(confirmations.at(-1)!.doneOn)
  return state === 'part' ? `${times} / ${item.required} 次` : ''
}

/** Something was confirmed: opens to day, evidence and who. */
const Confirmed = ({ row, item, cell, chosen, onToggle }: CellProps) => {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={<CellDetail row={row} item={item} cell={cell} chosen={chosen} onToggle={onToggle} onClose={() => setOpen(false)} />}
    >
      <button
        type="button"
        className={`matrix-cell matrix-${cell.state}${chosen ? ' matrix-pick' : ''}`}
        aria-expanded={open}
        aria-label={`${row.name}，${item.short}，${cell.state === 'done' ? '已确认' : '还没做够'}，${wordsIn(cell, item)}`}
      >
        <Glyph name={glyphs[cell.state]} />
        {wordsIn(cell, item)}
      </button>
    </Popover>
  )
}

export const MatrixCell = (props: CellProps) => {
  const { row, item, cell, chosen, onToggle } = props
  if (cell.state !== 'open') return <Confirmed {...props} />
  const label = `${row.name}，${item.short}，${chosen ? '待确认' : '未做'}`
  if (chosen === undefined) {
    return (
      <span className="matrix-cell matrix-open" role="img" aria-label={label}>
        <Glyph name="ring" />
      </span>
    )
  }
  return (
    <button
      type="button"
      className={`matrix-cell matrix-open${chosen ? ' matrix-pick' : ''}`}
      aria-pressed={chosen}
      aria-label={label}
      title={chosen ? '再按一次放开' : '选上，准备确认'}
      onClick={onToggle}
    >
      <Glyph name={chosen ? 'q2' : 'ring'} />
      {chosen && '待确认'}
    </button>
  )
}
