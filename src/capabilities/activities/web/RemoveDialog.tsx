import { Button } from 'antd'
import { useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { ActivityFile } from '../contract.ts'
import { type Files, fileProblemWords } from './useFiles.ts'

/** Why somebody takes one down, most often. */
const reasons: Record<ActivityFile['kind'], readonly string[]> = {
  photo: ['拍得不清楚', '传错了', '有人不愿公开'],
  attachment: ['传错了', '已有新的一份'],
}

type RemoveDialogProps = { file: ActivityFile; remove: Files['remove']; onClose: () => void; onDone: () => void }

export const RemoveDialog = ({ file, remove, onClose, onDone }: RemoveDialogProps) => {
  const list = useId()
  const [reason, setReason] = useState(reasons[file.kind][0]!)
  return (
    <Dialog
      title={file.kind === 'photo' ? '撤下照片' : `撤下${file.name}`}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不撤
          </Button>
          <Button
            danger
            disabled={reason.trim() === ''}
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: file.id, reason: reason.trim() }, { onSuccess: onDone })}
          >
            撤下并删除
          </Button>
        </>
      }
    >
      <div className="removing">
        <p className="second">文件会删除，不能恢复；谁在什么时候为什么撤下，留在日志里。</p>
        <FormRow label="原因" error={remove.error ? fileProblemWords(remove.error) : undefined}>
          {({ status: _, ...field }) => (
            <input
              {...field}
              className="activity-input"
              list={list}
              maxLength={200}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          )}
        </FormRow>
        <datalist id={list}>
          {reasons[file.kind].map(each => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </div>
    </Dialog>
  )
}
