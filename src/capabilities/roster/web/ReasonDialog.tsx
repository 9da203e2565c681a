import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { isReason, reasonHint as usualHint } from './reason.ts'

type ReasonDialogProps = {
  title: string
  /** Who will read the reason. */
  hint: string
  /** How long it is, and an example. */
  reasonHint?: string
  /** What happens then. */
  action?: string
  error: string | null
  busy: boolean
  onReason: (reason: string) => void
  onClose: () => void
}

/** Whole numbers are shown for a reason that is kept; a paper goes with one. */
export const ReasonDialog = ({
  title,
  hint,
  reasonHint = usualHint,
  action = '查看',
  error,
  busy,
  onReason,
  onClose,
}: ReasonDialogProps) => {
  const [reason, setReason] = useState('')
  const input = useRef<InputRef>(null)
  // After the dialog has opened: it takes the focus itself.
  useEffect(() => input.current?.focus(), [])

  const submit = () => isReason(reason) && onReason(reason.trim())
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={!isReason(reason)} loading={busy} onClick={submit}>
            {action}
          </Button>
        </>
      }
    >
      <FormRow label="理由" hint={`${reasonHint}。${hint}`} error={error}>
        {field => (
          <Input
            {...field}
            ref={input}
            maxLength={200}
            value={reason}
            onChange={event => setReason(event.target.value)}
            onPressEnter={submit}
          />
        )}
      </FormRow>
    </Dialog>
  )
}
