import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ImportRowView, ProblemView } from '../contract.ts'
import { alike, type CellAt, type GridColumn } from './cells.ts'
import { MendActions } from './MendActions.tsx'
import type { Hands } from './useMending.ts'
import './mend.css'

export type MendCardProps = {
  at: CellAt
  row: ImportRowView
  rows: readonly ImportRowView[]
  problems: readonly ProblemView[]
  column: GridColumn | undefined
  hands: Hands
}

/** The first sentence says what is wrong, the rest how to mend it. */
const sentences = (text: string): [first: string, rest: string] => {
  const end = text.indexOf('。') + 1
  return end > 0 ? [text.slice(0, end), text.slice(end)] : [text, '']
}

export const ProblemWords = ({ problem }: { problem: ProblemView }) => {
  const [first, rest] = sentences(problem.text)
  return (
    <div className="mend-said">
      <p>
        <b>{first}</b>
      </p>
      {rest && <p className="second">{rest}</p>}
      {problem.overridden !== undefined && <p className="second">已说明理由后保留：{problem.overridden}</p>}
    </div>
  )
}

/** The card of one wrong cell. Tab past its end goes on to the next wrong cell, Escape back to the cell. */
export const MendCard = ({ at, row, rows, problems, column, hands }: MendCardProps) => {
  const card = useRef<HTMLDivElement>(null)

  useEffect(() => {
    card.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const stops = [...(card.current?.querySelectorAll<HTMLElement>('button, input') ?? [])]
    if (event.key === 'Escape') hands.rest(at)
    else if (event.key === 'Tab' && !event.shiftKey && event.target === stops.at(-1)) hands.next(at)
    else if (event.key === 'Tab' && event.shiftKey && event.target === stops[0]) hands.rest(at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const same = (problem: ProblemView) => alike(rows, row, problem)
  return (
    <div ref={card} className="mend" role="dialog" aria-label={`改第 ${row.row} 行“${column?.label ?? '本行'}”`} onKeyDown={onKeyDown}>
      {problems.map(problem => (
        <ProblemWords key={problem.kind} problem={problem} />
      ))}
      {problems.length === 0 && <p className="mend-said">这一格已在这里改过。</p>}
      <MendActions at={at} row={row} problems={problems} column={column} hands={hands} alikeOf={same} />
    </div>
  )
}
