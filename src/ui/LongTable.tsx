import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { type Chosen, isChosen, toggledAll, toggledOne } from './chosen.ts'
import './longtable.css'

export type LongColumn<Row> = { key: string; title: string; width: number; render: (row: Row) => ReactNode }

type LongTableProps<Row> = {
  /** What the list holds, for readers of the screen. */
  label: string
  total: number
  /** Absent while it is on its way. */
  rowAt: (index: number) => Row | undefined
  rowKey: (row: Row) => string
  /** Whom or what a row is. */
  nameOf: (row: Row) => string
  columns: readonly LongColumn<Row>[]
  /** The rows in sight: what has to be fetched. */
  onSight: (first: number, last: number) => void
  selection?: { chosen: Chosen; onChange: (chosen: Chosen) => void } | undefined
}

const ROW = 38
const BEYOND = 14

type CheckProps = { label: string; checked: boolean; some?: boolean; onChange: (checked: boolean) => void }

const Check = ({ label, checked, some = false, onChange }: CheckProps) => (
  <Checkbox aria-label={label} checked={checked} indeterminate={some} onChange={event => onChange(event.target.checked)} />
)

/** As many rows as there are, of which only those in sight are drawn. */
export const LongTable = <Row extends object>(props: LongTableProps<Row>) => {
  const { label, total, rowAt, rowKey, nameOf, columns, onSight, selection } = props
  const frame = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: total, getScrollElement: () => frame.current, estimateSize: () => ROW, overscan: BEYOND })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  const { isScrolling } = virtual
  useEffect(() => {
    if (!isScrolling) onSight(first, last)
  }, [first, last, isScrolling, onSight])

  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const width = columns.reduce((sum, column) => sum + column.width, selection ? 44 : 0)
  const spans = columns.length + (selection ? 1 : 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="long" ref={frame} tabIndex={0} aria-label={`${label}，可上下滚动`}>
      <table aria-label={label} aria-rowcount={total + 1} style={{ minWidth: width }}>
        <colgroup>
          {selection && <col style={{ width: 44 }} />}
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {selection && (
              <th scope="col" className="long-check">
                <Check
                  label={`选择全部 ${total} 行`}
                  checked={selection.chosen.all && selection.chosen.keys.size === 0}
                  some={selection.chosen.keys.size > 0}
                  onChange={checked => selection.onChange(toggledAll(checked))}
                />
              </th>
            )}
            {columns.map(({ key, title }, at) => (
              <th key={key} scope="col" className={at === 0 ? 'long-still' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && (
            <tr>
              <td colSpan={spans} className="long-space" style={{ height: above }} />
            </tr>
          )}
          {items.map(({ index }) => {
            const row = rowAt(index)
            const key = row && rowKey(row)
            const chosen = selection && key !== undefined && isChosen(selection.chosen, key)
            return (
              <tr key={index} aria-rowindex={index + 2} className={chosen ? 'long-chosen' : undefined}>
                {selection && (
                  <td className="long-check">
                    {row && key !== undefined && (
                      <Check
                        label={`选择 ${nameOf(row)}`}
                        checked={chosen ?? false}
                        onChange={() => selection.onChange(toggledOne(selection.chosen, key))}
                      />
                    )}
                  </td>
                )}
                {columns.map(({ key: column, render }, at) => (
                  <td key={column} className={at === 0 ? 'long-still' : undefined}>
                    {row ? render(row) : <span className="long-waiting" />}
                  </td>
                ))}
              </tr>
            )
          })}
          {below > 0 && (
            <tr>
              <td colSpan={spans} className="long-space" style={{ height: below }} />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}
