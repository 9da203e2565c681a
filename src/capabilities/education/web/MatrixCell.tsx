import { Popover } from 'antd'
import { useState } from 'react'
import { Glyph, type GlyphName } from '../../../ui/Glyph.tsx'
import type { MatrixRow } from '../contract.ts'
import { specialOf } from '../rules.ts'
import { CellDetail } from './CellDetail.tsx'
import { type CellFacts, type CellState, type Item, isOpen, shortDay } from './cells.ts'

type CellProps = {
  row: MatrixRow
  item: Item
  cell: CellFacts
  /** Undefined for readers who may not confirm. */
  chosen: boolean | undefined
  onToggle: () => void
}

const glyphs: Record<CellState, GlyphName> = { done: 'solid', exempt: 'dash', part: 'q2', reported: 'q2', open: 'ring' }

const wordsIn = ({ state, times, hours, confirmations }: CellFacts, { minimum, required }: Item) => {
  const last = confirmations.at(-1)
  if (state === 'exempt') return '免'
  if (last && state === 'done') return [shortDay(last.doneOn), ...specialOf(last)].join(' ')
  if (state !== 'part') return ''
  return hours === null ? `${times} / ${required} 次` : `${hours} / ${minimum! * required} 小时`
}

const said: Record<CellState, string> = { done: '已确认', exempt: '免做', part: '还没做够', reported: '已申报', open: '未做' }

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
        aria-label={`${row.name}，${item.short}，${said[cell.state]}，${wordsIn(cell, item)}`}
      >
        <Glyph name={glyphs[cell.state]} />
        {wordsIn(cell, item)}
      </button>
    </Popover>
  )
}

export const MatrixCell = (props: CellProps) => {
  const { row, item, cell, chosen, onToggle } = props
  if (!isOpen(cell)) return <Confirmed {...props} />
  const reported = cell.state === 'reported'
  const word = said[cell.state]
  const label = `${row.name}，${item.short}，${chosen ? '待确认' : word}`
  if (chosen === undefined) {
    return (
      <span className={`matrix-cell matrix-${cell.state}`} role="img" aria-label={label}>
        <Glyph name={glyphs[cell.state]} />
        {reported && word}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={`matrix-cell matrix-${cell.state}${chosen ? ' matrix-pick' : ''}`}
      aria-pressed={chosen}
      aria-label={label}
      title={chosen ? '再按一次放开' : '选上，准备确认'}
      onClick={onToggle}
    >
      <Glyph name={chosen ? 'q2' : glyphs[cell.state]} />
      {chosen ? '待确认' : reported && word}
    </button>
  )
}
