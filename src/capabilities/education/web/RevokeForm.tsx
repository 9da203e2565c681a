import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { educationApi } from './client.ts'
import { revokeRefusalWords } from './words.ts'

/** Takes a confirmation back. The record stays, with the reason. */
export const RevokeForm = ({ id, onDone, onCancel }: { id: string; onDone: () => void; onCancel: () => void }) => {
  const [reason, setReason] = useState('')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const revoke = useMutation(
    educationApi.revoke.mutationOptions({
      onSuccess: async () => {
        onDone()
        await queries.invalidateQueries({ queryKey: educationApi.key() })
        message.success('已撤销，原记录和原因都保留着')
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    revoke.mutate({ id, reason })
  }
  return (
    <form className="revoke-form" onSubmit={submit}>
      <FormRow
        label="撤销原因"
        hint="原记录保留，不再计入完成数"
        error={revoke.error ? wordsOf(problemOf(revoke.error), revokeRefusalWords) : undefined}
      >
        {field => <Input {...field} value={reason} maxLength={200} autoFocus onChange={event => setReason(event.target.value)} />}
      </FormRow>
      <div className="row">
        <Button type="text" onClick={onCancel}>
          不撤了
        </Button>
        <Button htmlType="submit" loading={revoke.isPending} disabled={reason.trim() === ''}>
          撤销确认
        </Button>
      </div>
    </form>
  )
}
