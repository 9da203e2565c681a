import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { useSession } from '../../../ui/session.ts'
import { isReason } from '../rules.ts'
import { submissionsApi } from './client.ts'
import { problemWords } from './words.ts'

/** The form itself; full numbers for a stated reason, by those who may see them. */
export const DownloadButton = ({ id }: { id: string }) => {
  const { can } = useSession()
  const [open, setOpen] = useState(false)
  const [full, setFull] = useState(false)
  const [reason, setReason] = useState('')
  const run = useMutation({
    mutationFn: () => submissionsApi.download.call({ id, ...(full && { reason: reason.trim() }) }),
    onSuccess: file => {
      saveFile(file, '报送.xlsx')
      setOpen(false)
    },
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>下载表格</Button>
      {open && (
        <Dialog
          title="下载报送的表格"
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button type="text" onClick={() => setOpen(false)}>
                取消
              </Button>
              <Button type="primary" loading={run.isPending} disabled={full && !isReason(reason)} onClick={() => run.mutate()}>
                下载 xlsx
              </Button>
            </>
          }
        >
          <p className="second">按报送时冻结的内容和栏目生成。不勾选时，证件号和手机只写后四位。</p>
          {can('roster:reveal') && (
            <Checkbox className="return-choice" checked={full} onChange={event => setFull(event.target.checked)}>
              写出完整号码（下载人和用途记入日志，并印在页脚）
            </Checkbox>
          )}
          {full && (
            <FormRow label="用途" hint="4 至 200 字，如：与纸质名册核对">
              {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
            </FormRow>
          )}
          {run.error && (
            <p className="form-error" role="alert">
              {problemWords(problemOf(run.error))}
            </p>
          )}
        </Dialog>
      )}
    </>
  )
}
