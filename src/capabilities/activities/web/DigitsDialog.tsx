import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { OwnActivity } from '../contract.ts'
import { useSigning } from './own.ts'
import { signRefusalWords } from './words.ts'

/** Six digits from the screen, where the camera does not help. */
export const DigitsDialog = ({ one, onClose }: { one: OwnActivity; onClose: () => void }) => {
  const formId = useId()
  const [digits, setDigits] = useState('')
  const signing = useSigning()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signing.mutate({ id: one.id, digits }, { onSuccess: onClose })
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
          hint="扫码更快：用手机相机对着二维码。"
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
