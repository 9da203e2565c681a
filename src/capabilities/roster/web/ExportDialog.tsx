import { useMutation } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { useSession } from '../../../ui/session.ts'
import type { RosterFilter } from '../contract.ts'
import { rosterApi } from './client.ts'
import { isReason, reasonHint } from './reason.ts'
import { rosterProblemWords } from './words.ts'

/** 附件1 of the people that are shown; whole numbers only for who may see them, with a reason that is kept. */
export const ExportDialog = ({ filter, total, onClose }: { filter: RosterFilter; total: number; onClose: () => void }) => {
  const { can } = useSession()
  const [whole, setWhole] = useState(false)
  const [reason, setReason] = useState('')
  const run = useMutation({
    mutationFn: () => rosterApi.export.call({ ...filter, ...(whole && { reason: reason.trim() }) }),
    onSuccess: file => {
      saveFile(file, '名册.xlsx')
      onClose()
    },
  })
  return (
    <Dialog
      title="导出名册"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={whole && !isReason(reason)} loading={run.isPending} onClick={() => run.mutate()}>
            导出 {total} 人
          </Button>
        </>
      }
    >
      <p className="second">按当前筛选导出附件1（xlsx）。</p>
      {can('roster:reveal') && (
        <Radio.Group
          className="dialog-choice"
          vertical
          aria-label="号码怎样写"
          value={whole}
          onChange={event => setWhole(event.target.value)}
          options={[
            { value: false, label: '证件号、手机只写后四位' },
            { value: true, label: '写出完整号码，理由和导出人记入日志' },
          ]}
        />
      )}
      {whole && (
        <FormRow label="理由" hint={reasonHint}>
          {field => <Input {...field} autoFocus maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
        </FormRow>
      )}
      {run.error && (
        <p className="form-error" role="alert">
          {rosterProblemWords(problemOf(run.error))}
        </p>
      )}
    </Dialog>
  )
}
