import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useReturnReports } from './useReports.ts'
import { settleRefusalWords } from './words.ts'

/** One reason for all that is given back; each member reads it. */
export const ReturnDialog = ({ ids, onClose, onDone }: { ids: string[]; onClose: () => void; onDone: () => void }) => {
  const [reason, setReason] = useState('')
  const giveBack = useReturnReports(() => {
    onDone()
    onClose()
  })
  return (
    <Dialog
      title={`退回 ${ids.length} 条申报`}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不退回
          </Button>
          <Button danger disabled={reason.trim() === ''} loading={giveBack.isPending} onClick={() => giveBack.mutate({ ids, reason })}>
            退回 {ids.length} 条
          </Button>
        </>
      }
    >
      <FormRow
        label="退回的原因"
        hint="本人会收到这句话，改好后可以再报"
        error={giveBack.error ? wordsOf(problemOf(giveBack.error), settleRefusalWords) : undefined}
      >
        {field => <Input {...field} autoFocus maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
      </FormRow>
    </Dialog>
  )
}
