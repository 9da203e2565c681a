import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { StateTag } from '../../../ui/Mark.tsx'
import type { ImportRowView } from '../contract.ts'
import { alike, type CellAt, type GridColumn, isWrong, problemsAt, WHOLE_ROW } from './cells.ts'
import { useKindLooks } from './listWords.ts'
import { MendActions } from './MendActions.tsx'
import { ProblemWords } from './MendCard.tsx'
import type { Hands } from './useMending.ts'
import './rowlines.css'

type RowLinesProps = { rows: readonly ImportRowView[]; columns: readonly GridColumn[]; hands: Hands; place?: CellAt | null }

const Text = ({ at, text, label, hands }: { at: CellAt; text: string; label: string; hands: Hands }) => {
  const [typed, setTyped] = useState(text)
  const keep = () => {
    const written = typed.trim()
    if (written !== text) hands.write([at], written, 'stay')
  }
  return (
    <Input
      size="large"
      status="error"
      aria-label={label}
      value={typed}
      maxLength={500}
      onChange={event => setTyped(event.target.value)}
      onPressEnter={keep}
      onBlur={keep}
    />
  )
}

type CellProps = RowLinesProps & { row: ImportRowView; field: string }

const WrongField = ({ row, rows, columns, field, hands }: CellProps) => {
  const problems = problemsAt(row, field, columns)
  const column = columns.find(one => one.field === field)
  const at = { row: row.row, field }
  const text = row.cells[field] ?? ''
  return (
    <div className="row-field">
      <p className={problems.some(isWrong) ? 'second t-red' : 'second t-ochre'}>{column?.label ?? '本行'}</p>
      {column && <Text key={text} at={at} text={text} label={`第 ${row.row} 行 ${column.label}`} hands={hands} />}
      {problems.map(problem => (
        <ProblemWords key={problem.kind} problem={problem} />
      ))}
      <MendActions
        at={at}
        row={row}
        problems={problems}
        column={column}
        hands={hands}
        alikeOf={problem => alike(rows, row, problem)}
        written
      />
    </div>
  )
}

const Changes = ({ row }: { row: ImportRowView }) => (
  <>
    {row.changes.map(({ field, label, before, after }) => (
      <p key={field} className="second">
        {label}：<s>{before || '–'}</s> → <span className="t-blue">{after}</span>
      </p>
    ))}
  </>
)

/** The name of a row: its first two leading cells. */
const nameOf = (row: ImportRowView, columns: readonly GridColumn[]) =>
  columns
    .slice(0, 2)
    .map(({ field }) => row.cells[field] ?? '')
    .filter(text => text !== '')

/** The grid on a phone: each row with only what must be mended or would change. */
export const RowLines = ({ rows, columns, hands, place = null }: RowLinesProps) => {
  const looks = useKindLooks()
  const list = useRef<HTMLUListElement>(null)

  useEffect(() => {
    if (!place) return
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${place.row}"]`)
    row?.scrollIntoView({ block: 'start' })
    row?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  }, [place])

  return (
    <ul ref={list} className="row-lines" aria-label="核对结果">
      {rows.map(row => {
        const fields = [WHOLE_ROW, ...columns.map(({ field }) => field)].filter(field => problemsAt(row, field, columns).length > 0)
        const [number, name] = nameOf(row, columns)
        return (
          <li key={row.row} data-row={row.row}>
            <p className="row-first">
              <b>{name ?? number ?? `第 ${row.row} 行`}</b>
              <StateTag state={looks[row.kind]} />
            </p>
            <p className="second">
              第 {row.row} 行{name && `　${number}`}
            </p>
            <Changes row={row} />
            {fields.map(field => (
              <WrongField key={field} row={row} rows={rows} columns={columns} field={field} hands={hands} />
            ))}
          </li>
        )
      })}
    </ul>
  )
}
