import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import type { ViewScreen } from '../rules.ts'
import { viewsApi } from './client.ts'
import { viewProblemWords } from './words.ts'

type SaveViewDialogProps = { screen: ViewScreen; search: Record<string, string>; onClose: () => void }

export const SaveViewDialog = ({ screen, search, onClose }: SaveViewDialogProps) => {
  const { unitName } = useSession()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: () => viewsApi.save.call({ screen, name: name.trim(), search, shared }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: viewsApi.list.key() })
      onClose()
    },
  })
  const submit = () => name.trim() !== '' && save.mutate()
  return (
    <Dialog
      title="存为常用视图"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={name.trim() === ''} loading={save.isPending} onClick={submit}>
            保存
          </Button>
        </>
      }
    >
      <FormRow label="名字" hint="记住现在的条件和列；名单本身总是最新的" error={save.error && viewProblemWords(problemOf(save.error))}>
        {field => (
          <Input
            {...field}
            autoFocus
            maxLength={20}
            placeholder="如：待转正的预备党员"
            value={name}
            onChange={event => setName(event.target.value)}
            onPressEnter={submit}
          />
        )}
      </FormRow>
      <Checkbox className="view-shared" checked={shared} onChange={event => setShared(event.target.checked)}>
        {unitName}及下属的同事也能用
      </Checkbox>
    </Dialog>
  )
}
