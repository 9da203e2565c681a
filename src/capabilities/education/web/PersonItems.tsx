import { Button } from 'antd'
import { Mark } from '../../../ui/Mark.tsx'
import { useSession } from '../../../ui/session.ts'
import type { MatrixRow } from '../contract.ts'
import { CellDetail } from './CellDetail.tsx'
import { CertificateButton } from './CertificateButton.tsx'
import { cellOf, chosenCount, hasAll, openCells, toggled } from './cells.ts'
import type { MatrixProps } from './MatrixTable.tsx'

/** One member's items under each other, each with what stands behind it. */
export const PersonItems = ({ row, items, today, choice, onChoose, onClose }: MatrixProps & { row: MatrixRow; onClose: () => void }) => {
  const { cohort } = useSession()
  return (
    <div className="person-items">
      {choice && cohort && hasAll(row, items) && <CertificateButton asked={{ cohortId: cohort.id, graduateIds: [row.graduateId] }} />}
      {items.map(item => {
        const cell = cellOf(row, item)
        const cells = openCells([row], items, today, item.key)
        const chosen = choice && chosenCount(choice, cells) > 0
        const toggle = () => choice && onChoose(toggled(choice, cells))
        return (
          <section key={item.key}>
            {cell.state === 'open' ? (
              <div className="row">
                <span>{item.name}</span>
                <span className="row-end row">
                  <Mark tone={chosen ? 'ochre' : 'grey'} glyph={chosen ? 'q2' : 'ring'}>
                    {chosen ? '待确认' : '未做'}
                  </Mark>
                  {choice && <Button onClick={toggle}>{chosen ? '放开' : '选上'}</Button>}
                </span>
              </div>
            ) : (
              <CellDetail row={row} item={item} cell={cell} chosen={chosen} onToggle={toggle} onClose={onClose} withName={false} />
            )}
          </section>
        )
      })}
    </div>
  )
}
