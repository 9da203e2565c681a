import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'

type ReasonDialogProps = {
  title: string
  /** What will happen, and what stays. */
  what: string
  label: string
  /** The act, as its button says it. */
  act: string
  optional?: boolean
  danger?: boolean
  busy: boolean
  onClose: () => void
  onAct: (words: string) => void
}

/** An act with a few words to it. */
export const ReasonDialog = ({ title, what, label, act, optional = false, danger = false, busy, onClose, onAct }: ReasonDialogProps) => {
  const [words, setWords] = useState('')
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不办
          </Button>
          <Button
            type={danger ? 'default' : 'primary'}
            danger={danger}
            disabled={!optional && words.trim() === ''}
            loading={busy}
            onClick={() => onAct(words.trim())}
          >
            {act}
          </Button>
        </>
      }
    >
      <p className="notice-what">{what}</p>
      <FormRow label={label} optional={optional}>
        {field => <Input {...field} maxLength={200} value={words} onChange={event => setWords(event.target.value)} />}
      </FormRow>
    </Dialog>
  )
}
