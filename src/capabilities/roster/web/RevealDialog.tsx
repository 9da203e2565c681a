import { useMutation } from '@tanstack/react-query'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf } from '../../../ui/problem.ts'
import type { RevealedView } from '../contract.ts'
import { rosterApi } from './client.ts'
import { isReason, reasonHint } from './reason.ts'
import { rosterProblemWords } from './words.ts'

type RevealDialogProps = { memberId: string; name: string; onShown: (shown: RevealedView) => void; onClose: () => void }

export const RevealDialog = ({ memberId, name, onShown, onClose }: RevealDialogProps) => {
  const [reason, setReason] = useState('')
  const input = useRef<InputRef>(null)
  const reveal = useMutation({
    mutationFn: () => rosterApi.reveal.call({ memberIds: [memberId], reason: reason.trim() }),
    onSuccess: ([shown]) => {
      if (shown) onShown(shown)
      onClose()
    },
  })
  // After the dialog has opened: it takes the focus itself.
  useEffect(() => input.current?.focus(), [])

  const submit = () => isReason(reason) && reveal.mutate()
  return (
    <Dialog
      title={`查看${name}的完整号码`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={!isReason(reason)} loading={reveal.isPending} onClick={submit}>
            查看
          </Button>
        </>
      }
    >
      <FormRow
        label="理由"
        hint={`${reasonHint}。理由和查看人记入日志`}
        error={reveal.error && rosterProblemWords(problemOf(reveal.error))}
      >
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
