import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { OwnActivity } from '../contract.ts'
import { useSigning } from './own.ts'
import { signRefusalWords } from './words.ts'

type DigitsDialogProps = { one: OwnActivity; onClose: () => void; onSigned?: (one: OwnActivity) => void }

/** Six digits from the screen, where the camera does not help. */
export const DigitsDialog = ({ one, onClose, onSigned }: DigitsDialogProps) => {
  const formId = useId()
  const [digits, setDigits] = useState('')
  const signing = useSigning()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const done = (signed: OwnActivity) => {
      onSigned?.(signed)
      onClose()
    }
    signing.mutate({ id: one.id, digits }, { onSuccess: done })
  }
  return (
    <Dialog
      title={one.title}
      onClose={onClose}
      actions={
        <Button
          block
          size="large"
          type="primary"
          htmlType="submit"
          form={formId}
          disabled={digits.length !== 6}
          loading={signing.isPending}
        >
          签到
        </Button>
      }
    >
      <form id={formId} onSubmit={submit}>
        <FormRow
          label="大屏幕上的六位数字"
          hint="数字每分钟更换，请照现在显示的输。"
          error={signing.error ? wordsOf(problemOf(signing.error), signRefusalWords) : undefined}
        >
          {field => (
            <Input
              {...field}
              size="large"
              className="own-digits"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              value={digits}
              onChange={event => setDigits(event.target.value.replace(/\D/g, ''))}
            />
          )}
        </FormRow>
      </form>
    </Dialog>
  )
}
