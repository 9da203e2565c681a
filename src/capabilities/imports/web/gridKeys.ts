import type { KeyboardEvent } from 'react'
import type { CellAt } from './cells.ts'

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const focusIn = (cell: HTMLTableCellElement | undefined) => (cell?.querySelector<HTMLElement>('button') ?? cell)?.focus()

/** Which cell this is; null where nothing can be written. */
export const placeOf = (cell: HTMLTableCellElement): CellAt | null => {
  const { row, field } = cell.dataset
  return row === undefined || !field ? null : { row: Number(row), field }
}

/** Arrow keys from cell to cell; Enter or F2 in a plain cell begins to write, on the frame it enters the table. */
export const moveInGrid = (event: KeyboardEvent<HTMLElement>, edit: (at: CellAt) => void): void => {
  const from = event.target as HTMLElement
  if (from instanceof HTMLInputElement) return
  const cell = from.closest('td')
  if (!cell) {
    if (event.key === 'Enter' && from === event.currentTarget)
      focusIn(event.currentTarget.querySelector<HTMLTableCellElement>('tbody td[data-row]') ?? undefined)
    return
  }
  const step = steps[event.key]
  const place = placeOf(cell)
  if (step) {
    const rows = cell.closest('tbody')!.rows
    const row = rows[cell.parentElement instanceof HTMLTableRowElement ? cell.parentElement.sectionRowIndex + step[0] : 0]
    focusIn(row?.cells[cell.cellIndex + step[1]])
  } else if ((event.key === 'Enter' && from === cell) || event.key === 'F2') {
    if (place) edit(place)
  } else return
  event.preventDefault()
}
