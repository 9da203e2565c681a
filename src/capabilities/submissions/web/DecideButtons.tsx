import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf } from '../../../ui/problem.ts'
import type { ReturnPage } from '../contract.ts'
import { isReason } from '../rules.ts'
import { submissionsApi } from './client.ts'
import { problemWords } from './words.ts'

const useDecide = (page: ReturnPage, onDone: () => void) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const named = { id: page.id, version: page.version }
  return useMutation({
    mutationFn: (reason: string | null) =>
      reason === null ? submissionsApi.accept.call(named) : submissionsApi.sendBack.call({ ...named, reason }),
    onSuccess: async ({ state }) => {
      message.success(state === 'accepted' ? '已接收' : '已退回，报送单位会收到原因')
      onDone()
      await queries.invalidateQueries()
    },
    onError: error => {
      message.error(problemWords(problemOf(error)))
      return queries.invalidateQueries({ queryKey: submissionsApi.get.key() })
    },
  })
}

/** 接收 and 退回, where the rule lets this person. */
export const DecideButtons = ({ page }: { page: ReturnPage }) => {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const decide = useDecide(page, () => setAsking(false))
  return (
    <>
      {page.can.includes('send-back') && <Button onClick={() => setAsking(true)}>退回</Button>}
      {page.can.includes('accept') && (
        <Button type="primary" loading={decide.isPending && !asking} onClick={() => decide.mutate(null)}>
          接收（{page.rowCount} 人）
        </Button>
      )}
      {asking && (
        <Dialog
          title={`退回 ${page.unitName}的报送`}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button type="text" onClick={() => setAsking(false)}>
                取消
              </Button>
              <Button type="primary" loading={decide.isPending} disabled={!isReason(reason)} onClick={() => decide.mutate(reason.trim())}>
                退回
              </Button>
            </>
          }
        >
          <FormRow label="退回原因" hint="写明哪一行、哪里不对、怎样改；原报送留作记录">
            {field => (
              <Input.TextArea {...field} rows={4} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
            )}
          </FormRow>
        </Dialog>
      )}
    </>
  )
}
