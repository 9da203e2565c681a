import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Glyph } from '../../../ui/Glyph.tsx'
import { useSession } from '../../../ui/session.ts'
import type { MatrixRow } from '../contract.ts'
import { type CellFacts, cellOf, type Item, isDone, openCells } from './cells.ts'
import type { MatrixProps } from './MatrixTable.tsx'
import { Tick } from './MatrixTable.tsx'
import { PersonItems } from './PersonItems.tsx'

const missing = (row: MatrixRow, items: readonly Item[]) => items.filter(item => !isDone(cellOf(row, item)))

const dotOf = (cell: CellFacts) => {
  if (isDone(cell)) return 'solid'
  return cell.state === 'open' ? 'ring' : 'q2'
}

const second = (row: MatrixRow, items: readonly Item[]) => {
  const lacking = missing(row, items)
  if (lacking.length === 0) return <span className="t-green">五项都已确认</span>
  const said = row.reported.length > 0 ? `，${row.reported.length} 项已申报` : ''
  if (lacking.length === items.length && said === '') return <span className="t-red">尚未参加</span>
  return (
    <>
      还缺 {lacking.map(({ short }) => short).join('、')}
      {said}
    </>
  )
}

/** The matrix on a phone: two lines a person, and a sheet with the items. */
export const MatrixLines = (props: MatrixProps) => {
  const { rows, items, today, only, choice, onChoose } = props
  const { unitName } = useSession()
  const [openId, setOpenId] = useState<string>()
  const opened = rows.find(({ graduateId }) => graduateId === openId)
  return (
    <>
      <ul className="lines matrix-lines" aria-label="毕业生党员与五个一">
        {rows.map(row => (
          <li key={row.graduateId}>
            {choice && (
              <Tick
                label={`选择 ${row.name} 未做的项目`}
                cells={openCells([row], items, today, only)}
                choice={choice}
                onChoose={onChoose}
              />
            )}
            <button type="button" className="line-words" onClick={() => setOpenId(row.graduateId)}>
              <span className="line-first">
                <b>{row.name}</b>
                <span className="matrix-dots">
                  {items.map(item => (
                    <Glyph key={item.key} name={dotOf(cellOf(row, item))} />
                  ))}
                  <span className="only-read">
                    {row.done} / {items.length}
                  </span>
                </span>
              </span>
              <span className="second">
                {row.branchName !== unitName && `${row.branchName} · `}
                {second(row, items)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {opened && (
        <Dialog title={`${opened.name}的五个一`} onClose={() => setOpenId(undefined)}>
          <PersonItems {...props} row={opened} onClose={() => setOpenId(undefined)} />
        </Dialog>
      )}
    </>
  )
}
