import { Button } from 'antd'
import { Mark } from '../../../ui/Mark.tsx'
import { useSession } from '../../../ui/session.ts'
import type { MatrixRow } from '../contract.ts'
import { CellDetail } from './CellDetail.tsx'
import { CertificateButton } from './CertificateButton.tsx'
import { cellOf, chosenCount, hasAll, isOpen, openCells, toggled } from './cells.ts'
import type { MatrixProps } from './MatrixTable.tsx'

const OpenMark = ({ chosen, reported }: { chosen: boolean; reported: boolean }) => {
  if (!chosen && !reported)
    return (
      <Mark tone="grey" glyph="ring">
        未做
      </Mark>
    )
  return (
    <Mark tone="ochre" glyph="q2">
      {chosen ? '待确认' : '已申报'}
    </Mark>
  )
}

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
            {isOpen(cell) ? (
              <div className="row">
                <span>{item.name}</span>
                <span className="row-end row">
                  <OpenMark chosen={Boolean(chosen)} reported={cell.state === 'reported'} />
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
