import { type KeyboardEvent, memo } from 'react'
import { StateTag } from '../../../ui/Mark.tsx'
import type { ImportRowView } from '../contract.ts'
import { type GridColumn, NAMING, WHOLE_ROW } from './cells.ts'
import { GridCell } from './GridCell.tsx'
import { moveInGrid } from './gridKeys.ts'
import { useKindLooks } from './listWords.ts'
import type { Hands, Place } from './useMending.ts'
import { usePaste } from './usePaste.ts'
import './grid.css'

type Written = readonly { row: number; field: string; text: string | null }[]

type GridProps = {
  rows: readonly ImportRowView[]
  columns: readonly GridColumn[]
  place: Place | null
  /** Corrections on their way to the server. */
  writing: Written
  hands: Hands
  label: string
}

const NONE: Written = []

type RowProps = {
  row: ImportRowView
  rows: readonly ImportRowView[]
  columns: readonly GridColumn[]
  place: Place | null
  writing: Written
  hands: Hands
}

const GridRow = memo(({ row, rows, columns, place, writing, hands }: RowProps) => {
  const looks = useKindLooks()
  const given = (field: string) => ({
    row,
    rows,
    columns,
    hands,
    mode: place?.field === field ? place.mode : undefined,
    writing: writing.find(cell => cell.field === field)?.text ?? undefined,
  })
  return (
    <tr className={row.kind === 'elsewhere' ? 'grid-aside' : undefined}>
      <td className="grid-number">{row.row}</td>
      <GridCell {...given(WHOLE_ROW)} field={WHOLE_ROW} className="grid-kind">
        <StateTag state={looks[row.kind]} />
      </GridCell>
      {columns.map(({ field }, at) => (
        <GridCell key={field} {...given(field)} field={field} className={at < NAMING ? `grid-still-${at}` : ''} />
      ))}
    </tr>
  )
})

/** The sheet as it would be written, wrong cells in red. Arrow keys move, Enter opens or writes, Tab goes on to the next wrong cell, a pasted column fills downwards. */
export const Grid = ({ rows, columns, place, writing, hands, label }: GridProps) => {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => moveInGrid(event, at => hands.edit(at))
  const onPaste = usePaste(rows, hands)
  return (
    <section
      className="grid-frame"
      aria-label={`${label}。按回车进入表格，方向键移动，回车修改，粘贴一列从这一格往下填`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    >
      <table className="grid">
        <thead>
          <tr>
            <th scope="col" className="grid-number">
              行
            </th>
            <th scope="col" className="grid-kind">
              核对
            </th>
            {columns.map(({ field, label: words }, at) => (
              <th key={field} scope="col" className={at < NAMING ? `grid-still-${at}` : undefined} data-column={field}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <GridRow
              key={row.row}
              row={row}
              rows={rows}
              columns={columns}
              hands={hands}
              place={place?.row === row.row ? place : null}
              writing={writing.some(cell => cell.row === row.row) ? writing.filter(cell => cell.row === row.row) : NONE}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
