import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { cancelRefusalText, offersCancel } from '../../inbox/rules.ts'
import type { ItemView } from '../contract.ts'
import { archiveApi, taskApi } from './client.ts'
import { problemWords } from './words.ts'

const SOON = 1_000
const isOver = (state: string | undefined) => state === 'done' || state === 'failed' || state === 'cancelled'

/** The newest task of this kind, asked often while it runs; it can be left and found again. */
export const useMaking = () => {
  const { can } = useSession()
  const queries = useQueryClient()
  const tasks = useQuery(
    taskApi.tasks.queryOptions({
      enabled: can('archive:make'),
      refetchInterval: query => (query.state.data?.some(({ kind, state }) => kind === 'archive' && !isOver(state)) ? SOON : false),
    }),
  )
  const making = tasks.data?.find(({ kind }) => kind === 'archive')
  const over = isOver(making?.state)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is asked again when one has ended
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: archiveApi.list.key() })
  }, [over, making?.id])
  return making && { ...making, over }
}

type Making = NonNullable<ReturnType<typeof useMaking>>

/** What was gathered so far is thrown away: an archive is kept whole or not at all. */
const CancelButton = ({ id }: { id: string }) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => taskApi.cancel.call({ id }),
    onError: error => void message.error(wordsOf(problemOf(error), cancelRefusalText)),
    onSettled: () => queries.invalidateQueries({ queryKey: taskApi.tasks.key() }),
  })
  return (
    <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
      取消制作
    </Button>
  )
}

export const MakingProgress = ({ making }: { making: Making }) => {
  if (making.state === 'failed')
    return (
      <p className="second t-red" role="alert">
        {making.problem}
      </p>
    )
  if (making.over) return null
  const percent = making.total ? Math.floor((making.done / making.total) * 100) : 0
  return (
    <div className="archive-making" role="status">
      <p className="second">
        正在制作：{making.total ? `${making.done} / ${making.total} 个文件` : '排队中'}。可以离开本页，做好后在下面找到。
      </p>
      <div className="row">
        <Progress percent={percent} size="small" aria-label="归档包制作进度" />
        {making.stopping && <span className="second">正在停下</span>}
        {offersCancel(making) && <CancelButton id={making.id} />}
      </div>
    </div>
  )
}

type MakeProps = { cohortId: string; owed: readonly ItemView[]; busy: boolean }

/** Asks once before: what it would lack, and whether numbers go in full. */
export const MakeButton = ({ cohortId, owed, busy }: MakeProps) => {
  const queries = useQueryClient()
  const { key, renew } = useIdempotencyKey()
  const [open, setOpen] = useState(false)
  const [full, setFull] = useState(false)
  const [reason, setReason] = useState('')
  const make = useMutation({
    mutationFn: () => archiveApi.make.call({ cohortId, ...(full && { reason: reason.trim() }) }, { context: { idempotencyKey: key() } }),
    onSettled: renew,
    onSuccess: async () => {
      setOpen(false)
      await queries.invalidateQueries({ queryKey: taskApi.tasks.key() })
    },
  })
  return (
    <>
      <Button type="primary" disabled={busy} onClick={() => setOpen(true)}>
        制作归档包
      </Button>
      {open && (
        <Dialog
          title="制作归档包"
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button type="text" onClick={() => setOpen(false)}>
                取消
              </Button>
              <Button type="primary" loading={make.isPending} disabled={full && reason.trim().length < 4} onClick={() => make.mutate()}>
                开始制作
              </Button>
            </>
          }
        >
          {owed.length > 0 && (
            <p className="t-ochre">
              还缺 {owed.length} 项：{owed.map(({ name }) => name).join('、')}。现在也可以做，缺项会写进包内说明；补齐后可再做一份。
            </p>
          )}
          <Checkbox className="archive-choice" checked={full} onChange={event => setFull(event.target.checked)}>
            表内写出完整号码（制作人和用途记入日志）
          </Checkbox>
          {full && (
            <FormRow label="用途" hint="4 至 200 字，如：按规定移交学校档案馆">
              {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
            </FormRow>
          )}
          {make.error && (
            <p className="form-error" role="alert">
              {problemWords(problemOf(make.error))}
            </p>
          )}
        </Dialog>
      )}
    </>
  )
}
