import { Popover } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ImportRowView } from '../contract.ts'
import { CellEditor } from './CellEditor.tsx'
import { type CellAt, type GridColumn, isWrong, problemsAt } from './cells.ts'
import { MendCard } from './MendCard.tsx'
import type { Hands, Place } from './useMending.ts'

export type GridCellProps = {
  row: ImportRowView
  rows: readonly ImportRowView[]
  columns: readonly GridColumn[]
  field: string
  hands: Hands
  mode: Place['mode'] | undefined
  writing: string | undefined
  className: string
  /** Shown instead of the cell's text. */
  children?: ReactNode
}

const Changed = ({ before, after }: { before: string; after: string }) => (
  <span className="grid-was">
    <s>{before || '–'}</s>
    <span>{after}</span>
  </span>
)

const plainWords = ({ row, field, writing }: Pick<GridCellProps, 'row' | 'field' | 'writing'>): ReactNode => {
  if (writing !== undefined) return <span className="grid-writing">{writing || '–'}</span>
  const change = row.changes.find(one => one.field === field)
  return change ? <Changed before={change.before} after={change.after} /> : row.cells[field] || '–'
}

/** A cell about which something is to be said: the words open its card, the guess beside them is taken at once. */
const Marked = ({ cell, at }: { cell: GridCellProps; at: CellAt }) => {
  const { row, rows, columns, field, hands, mode, children } = cell
  const problems = problemsAt(row, field, columns)
  const wrong = problems.find(isWrong)
  const guess = wrong?.suggestion
  const text = row.cells[field] ?? ''
  const tone = wrong ? 'grid-wrong' : problems.length > 0 ? 'grid-warned' : 'grid-edited'
  const column = columns.find(one => one.field === field)
  const said = wrong?.text ?? problems[0]?.text ?? '已在这里改过'
  return (
    <span className={mode === 'look' ? `${tone} grid-open` : tone}>
      <Popover
        open={mode === 'look'}
        onOpenChange={open => (open ? hands.look(at) : hands.rest(at))}
        trigger="click"
        placement="bottom"
        arrow={false}
        destroyOnHidden
        styles={{ container: { width: 318, padding: 0 } }}
        content={<MendCard at={at} row={row} rows={rows} problems={problems} column={column} hands={hands} />}
      >
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={mode === 'look'}
          aria-label={`${column?.label ?? '本行'} ${text || '未填'}：${said}`}
        >
          {children ?? (text || (wrong ? '未填' : '–'))}
        </button>
      </Popover>
      {guess && (
        <button
          type="button"
          className="grid-guess"
          tabIndex={-1}
          title={`改为“${guess}”`}
          onClick={() => hands.write([at], guess, 'next')}
        >
          {guess}？
        </button>
      )}
    </span>
  )
}

export const GridCell = (props: GridCellProps) => {
  const { row, columns, field, hands, mode, writing, className, children } = props
  const here = useRef<HTMLTableCellElement>(null)
  const at = { row: row.row, field }

  useEffect(() => {
    if (mode === undefined) return
    here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (mode === 'focus') (here.current?.querySelector<HTMLElement>('button') ?? here.current)?.focus({ preventScroll: true })
  }, [mode])

  const marked = problemsAt(row, field, columns).length > 0 || row.edited.includes(field)
  const mayEdit = field !== '' && row.kind !== 'elsewhere'
  const choices = columns.find(column => column.field === field)?.choices ?? []
  return (
    <td
      ref={here}
      className={className || undefined}
      tabIndex={-1}
      data-row={row.row}
      data-field={mayEdit ? field : undefined}
      title={marked || children ? undefined : row.cells[field]}
      onDoubleClick={() => mayEdit && hands.edit(at)}
    >
      {mode === 'edit' ? (
        <CellEditor at={at} text={row.cells[field] ?? ''} choices={choices} hands={hands} />
      ) : marked && writing === undefined ? (
        <Marked cell={props} at={at} />
      ) : (
        (children ?? plainWords(props))
      )}
    </td>
  )
}
