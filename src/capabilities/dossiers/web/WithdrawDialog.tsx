import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { ListView } from '../contract.ts'
import { dossiersApi } from './client.ts'
import { listRefusalWords } from './words.ts'

/** The whole list comes back; its number is not used again. */
export const WithdrawDialog = ({ list, onClose }: { list: ListView; onClose: () => void }) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const formId = useId()
  const [reason, setReason] = useState('')
  const withdraw = useMutation({
    mutationFn: () => dossiersApi.lists.withdraw.call({ id: list.id, version: list.version, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: dossiersApi.key() })
      message.success('已撤销，材料回到待移交')
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    withdraw.mutate()
  }
  return (
    <Dialog
      title={`撤销清单 ${list.text}`}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不撤销
          </Button>
          <Button danger htmlType="submit" form={formId} loading={withdraw.isPending} disabled={reason.trim() === ''}>
            撤销清单
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <p className="second">{list.people} 袋回到待移交，袋号不变；清单号作废，不再使用。</p>
        <FormRow label="撤销的理由" error={withdraw.error && wordsOf(problemOf(withdraw.error), listRefusalWords)}>
          {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
        </FormRow>
      </form>
    </Dialog>
  )
}
