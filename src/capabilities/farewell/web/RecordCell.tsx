import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { FarewellRecord } from '../contract.ts'
import { kindNames, wayNames } from '../rules.ts'
import { farewellApi } from './client.ts'
import { revokeRefusalWords } from './words.ts'

const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

type RecordProps = { record: FarewellRecord; name: string; mayRevoke: boolean }

const RecordLook = ({ record, name, mayRevoke, onClose }: RecordProps & { onClose: () => void }) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const revoke = useMutation({
    mutationFn: () => farewellApi.revoke.call({ id: record.id, reason }),
    onSuccess: () => {
      message.success('已撤销，可以重新登记')
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: farewellApi.key() }),
  })
  return (
    <Dialog
      title={`${name}的${kindNames[record.kind]}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>关闭</Button>
          {mayRevoke && (
            <Button danger disabled={reason.trim() === ''} loading={revoke.isPending} onClick={() => revoke.mutate()}>
              撤销登记
            </Button>
          )}
        </>
      }
    >
      <p>
        {record.onDay}，{wayNames[record.how]}，{record.by}
      </p>
      {record.note && <p>{record.note}</p>}
      <p className="second">{record.recordedName} 登记。撤销后记录仍在，可以重新登记。</p>
      {mayRevoke && (
        <FormRow label="撤销的理由" optional error={revoke.error && wordsOf(problemOf(revoke.error), revokeRefusalWords)}>
          {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
        </FormRow>
      )}
    </Dialog>
  )
}

/** A day where it is done; opens to who, how, and taking it back. */
export const RecordCell = ({ record, ...rest }: { record: FarewellRecord | null; name: string; mayRevoke: boolean }) => {
  const [open, setOpen] = useState(false)
  if (!record) return <span className="quiet">还没有</span>
  return (
    <>
      <button type="button" className="farewell-done" onClick={() => setOpen(true)}>
        <Mark tone="green" glyph="check">
          {shortDay(record.onDay)} {wayNames[record.how]}
        </Mark>
      </button>
      {open && <RecordLook record={record} {...rest} onClose={() => setOpen(false)} />}
    </>
  )
}
