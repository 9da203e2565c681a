import { Button } from 'antd'
import { type FormEvent, type ReactNode, useId } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'

type UnitDialogProps = {
  title: string
  /** The word on the button. */
  act: string
  busy: boolean
  disabled: boolean
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

/** One small form over the tree; a refusal keeps it open and filled. */
export const UnitDialog = ({ title, act, busy, disabled, onClose, onSubmit, children }: UnitDialogProps) => {
  const form = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不{act.slice(0, 2)}
          </Button>
          <Button type="primary" htmlType="submit" form={form} loading={busy} disabled={disabled}>
            {act}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        {children}
      </form>
    </Dialog>
  )
}
