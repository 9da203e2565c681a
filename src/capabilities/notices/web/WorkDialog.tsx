import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import type { DutyView, WorkView } from '../contract.ts'
import { noticesApi } from './client.ts'
import { useAct } from './useNotice.ts'
import { standingLooks, workRefusalWords } from './words.ts'

type WorkDialogProps = { noticeId: string; unit: string; duty: DutyView; work: WorkView; onClose: () => void }

/** How one unit is with one duty: read, noted, or given back. */
export const WorkDialog = ({ noticeId, unit, duty, work, onClose }: WorkDialogProps) => {
  const [reason, setReason] = useState('')
  const { dutyId, unitId, version } = work
  const note = useAct(() => noticesApi.note.call({ id: noticeId, works: [{ dutyId, unitId, version }] }), '已阅', workRefusalWords, onClose)
  const back = useAct(
    () => noticesApi.giveBack.call({ id: dutyId, unitId, version, reason: reason.trim() }),
    '已退回，对方收到消息',
    workRefusalWords,
    onClose,
  )
  const mayBack = work.may.includes('give-back')
  return (
    <Dialog
      title={unit}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            关闭
          </Button>
          {mayBack && (
            <Button disabled={reason.trim() === ''} loading={back.isPending} onClick={() => back.mutate(undefined)}>
              退回
            </Button>
          )}
          {work.may.includes('note') && (
            <Button type="primary" loading={note.isPending} onClick={() => note.mutate(undefined)}>
              已阅
            </Button>
          )}
        </>
      }
    >
      <Facts
        rows
        facts={[
          { label: '任务', value: duty.words },
          { label: '期限', value: duty.dueOn },
          { label: '情况', value: <StateTag state={standingLooks[work.standing]} /> },
          ...(work.doneOn ? [{ label: '报完成', value: `${work.doneOn} ${work.doneBy}` }] : []),
          ...(work.remark ? [{ label: '说明', value: work.remark }] : []),
          ...(work.backReason ? [{ label: '上次退回', value: work.backReason }] : []),
        ]}
      />
      {mayBack && (
        <FormRow label="退回的原因" optional hint="不退回不用写">
          {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
        </FormRow>
      )}
    </Dialog>
  )
}
