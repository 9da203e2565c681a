import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../../ui/problem.ts'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import type { Plan } from '../../rules.ts'
import { ChangeList } from './ChangeList.tsx'
import { api } from './client.ts'
import { conflictWords, planRefusalWords } from './words.ts'

type SaveDialogProps = {
  cohortId: string
  version: number
  plan: Plan
  /** What a destination asks, in words. */
  fields: Readonly<Record<string, string>>
  onClose: () => void
  /** The plan can't stand as it is: what is wrong, by path. */
  onWrong: (problems: readonly { path: string; message: string }[]) => void
  onSaved: () => void
}

const sayWhy = (error: unknown) => {
  const problem = problemOf(error)
  return problem.code === 'CONFLICT' ? conflictWords : wordsOf(problem, planRefusalWords)
}

/** Before it holds for everybody: what changes, whom it touches, and why. */
export const SaveDialog = ({ cohortId, version, plan, fields, onClose, onWrong, onSaved }: SaveDialogProps) => {
  const queries = useQueryClient()
  const router = useRouter()
  const [reason, setReason] = useState('')
  const input = { cohortId, plan: plan as never }
  const seen = useQuery({
    ...api.preview.queryOptions({ input }),
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  const save = useMutation({
    ...api.save.mutationOptions(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.key() })
      onSaved()
      router.history.push('/plan')
    },
  })
  const wrong = seen.data?.problems ?? []
  const changes = seen.data?.changes ?? []
  const ready = seen.data !== undefined && wrong.length === 0 && changes.length > 0 && reason.trim().length > 1
  const problem = save.error ?? seen.error
  return (
    <Dialog
      title={wrong.length > 0 ? `有 ${wrong.length} 处要先改好` : '保存为新版本'}
      onClose={onClose}
      actions={
        wrong.length > 0 ? (
          <Button type="primary" onClick={() => onWrong(wrong)}>
            去改
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>再改改</Button>
            <Button
              type="primary"
              disabled={!ready}
              loading={save.isPending}
              onClick={() => save.mutate({ ...input, version, reason: reason.trim() })}
            >
              保存并即时生效
            </Button>
          </>
        )
      }
    >
      {seen.isPending && <Skeleton lines={4} />}
      {wrong.length > 0 && (
        <ul className="plan-list">
          {wrong.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {seen.data && wrong.length === 0 && changes.length === 0 && <p>{planRefusalWords['nothing-changed']}</p>}
      {changes.length > 0 && (
        <>
          <ChangeList changes={changes} fields={fields} />
          <p className="second save-note">保存后期限、提醒即时按新方案计算；改了期限的，有关单位会收到消息。已报送、已开出的不变。</p>
          <FormRow label="为什么改" hint="记在版本里，各单位看得到">
            {field => <Input {...field} value={reason} maxLength={200} onChange={event => setReason(event.target.value)} />}
          </FormRow>
        </>
      )}
      {problem && (
        <p className="form-error" role="alert">
          {sayWhy(problem)}
        </p>
      )}
    </Dialog>
  )
}
