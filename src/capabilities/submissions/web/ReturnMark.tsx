import { Anchor } from '../../../ui/Anchor.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import type { MatrixView } from '../contract.ts'
import { shortDay } from './days.ts'
import { cellStates } from './words.ts'

export type Cell = MatrixView['units'][number]['cells']['roster']

export const lookOf = ({ state, overdue }: Pick<Cell, 'state' | 'overdue'>) => cellStates[state === 'none' && overdue ? 'overdue' : state]

/** What stands beside the state: how many, since when, and whether late. */
export const asideOf = ({ firstOn, rows, late, dueOn, returns }: Cell): string =>
  firstOn === null
    ? dueOn
      ? `${shortDay(dueOn)} 前`
      : ''
    : [rows === 0 ? '本单位无' : `${rows} 人`, shortDay(firstOn), late && '迟报', returns > 1 && `${returns} 次`]
        .filter(Boolean)
        .join(' · ')

/** One unit's one form; opens to the newest return. */
export const ReturnMark = ({ cell }: { cell: Cell }) => {
  const words = (
    <>
      <StateTag state={lookOf(cell)} />
      <span className={cell.late ? 'fine t-ochre' : 'fine'}>{asideOf(cell)}</span>
    </>
  )
  if (!cell.latestId) return <span className="return-mark">{words}</span>
  return (
    <Anchor className="return-mark" href={`/submissions/${cell.latestId}`}>
      {words}
    </Anchor>
  )
}
