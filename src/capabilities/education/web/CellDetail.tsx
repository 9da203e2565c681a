import { Button } from 'antd'
import { useState } from 'react'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Anchor } from '../../../ui/Anchor.tsx'
import { useSession } from '../../../ui/session.ts'
import type { ConfirmationView, MatrixRow } from '../contract.ts'
import { specialOf } from '../rules.ts'
import type { CellFacts, Item } from './cells.ts'
import { RevokeForm } from './RevokeForm.tsx'

type OneProps = { confirmation: ConfirmationView; mayRevoke: boolean; onRevoked: () => void }

const One = ({ confirmation, mayRevoke, onRevoked }: OneProps) => {
  const [revoking, setRevoking] = useState(false)
  const { doneOn, evidence, confirmedName, activityId } = confirmation
  return (
    <li>
      <p className="cell-day">
        <b>{dayInWords(doneOn as Day)}</b>
        {specialOf(confirmation).map(word => (
          <span key={word} className="cell-special">
            {word}
          </span>
        ))}
      </p>
      <p>
        {activityId ? (
          <Anchor className="link" href={`/activities/${activityId}`}>
            {evidence}
          </Anchor>
        ) : (
          evidence
        )}
      </p>
      <p className="fine">由{confirmedName}确认</p>
      {mayRevoke && !revoking && (
        <button type="button" className="link second" onClick={() => setRevoking(true)}>
          撤销这项确认
        </button>
      )}
      {revoking && <RevokeForm id={confirmation.id} onDone={onRevoked} onCancel={() => setRevoking(false)} />}
    </li>
  )
}

type CellDetailProps = {
  row: MatrixRow
  item: Item
  cell: CellFacts
  chosen: boolean | undefined
  onToggle: () => void
  onClose: () => void
  /** In a list of one person the name stands above already. */
  withName?: boolean
}

/** What stands behind one cell: which day, what evidence, who confirmed it; and the way to take it back. */
export const CellDetail = ({ row, item, cell, chosen, onToggle, onClose, withName = true }: CellDetailProps) => {
  const { can } = useSession()
  const mayRevoke = can('education:confirm') && !row.own
  return (
    <div className="cell-detail">
      <p className="second">
        {withName && `${row.name} · `}
        {item.name}
      </p>
      <ul>
        {cell.confirmations.map(confirmation => (
          <One key={confirmation.id} confirmation={confirmation} mayRevoke={mayRevoke} onRevoked={onClose} />
        ))}
      </ul>
      {cell.state === 'part' && chosen !== undefined && (
        <Button
          onClick={() => {
            onToggle()
            onClose()
          }}
        >
          {chosen ? '放开这一项' : '选上，再确认一次'}
        </Button>
      )}
    </div>
  )
}
