import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemOf } from '../../../ui/problem.ts'
import type { NoticeView } from '../contract.ts'
import type { NoticePart } from '../rules.ts'
import { noticesApi } from './client.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useAct } from './useNotice.ts'
import { partWords, stepRefusalWords } from './words.ts'

type StepProps = { view: NoticeView; onClose: () => void }

const lackingIn = (error: unknown): string => {
  const { reason, detail = '' } = problemOf(error)
  if (reason !== 'incomplete') return ''
  return detail
    .split(',')
    .map(part => partWords[part as NoticePart])
    .join('、')
}

/** Whom it goes to, and what can no longer be done then. */
const Issue = ({ view, onClose }: StepProps) => {
  const issue = useAct(
    () => noticesApi.issue.call({ id: view.id, version: view.version }),
    '已印发，各单位收到消息',
    stepRefusalWords,
    onClose,
  )
  const { reach, files, planned } = view
  const lacking = issue.error ? lackingIn(issue.error) : ''
  return (
    <Dialog
      title="印发通知"
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不印发
          </Button>
          <Button type="primary" disabled={!reach?.units} loading={issue.isPending} onClick={() => issue.mutate(undefined)}>
            印发到 {reach?.units ?? 0} 个单位
          </Button>
        </>
      }
    >
      <p className="notice-what">
        发给 {reach?.units ?? 0} 个单位，{reach?.people ?? 0} 人各收到一条消息。
        {files.length > 0 && `附件 ${files.length} 份。`}
        {planned.length > 0 && `每个单位有 ${planned.length} 项任务。`}
      </p>
      <p className="second">印发以后正文和附件就此固定，不能再改；有错另发更正，或者撤回。</p>
      {lacking && (
        <p className="form-error" role="alert">
          还没有写：{lacking}
        </p>
      )}
    </Dialog>
  )
}

const Withdraw = ({ view, onClose }: StepProps) => {
  const withdraw = useAct(
    (reason: string) => noticesApi.withdraw.call({ id: view.id, version: view.version, reason }),
    '已撤回，收到的人都有消息',
    stepRefusalWords,
    onClose,
  )
  return (
    <ReasonDialog
      title="撤回通知"
      what="通知仍可阅读，标明已撤回；签收、转发和任务都停下。已收到的单位会收到消息和原因。"
      label="原因"
      act="撤回"
      danger
      busy={withdraw.isPending}
      onClose={onClose}
      onAct={reason => withdraw.mutate(reason)}
    />
  )
}

const Drop = ({ view, onClose }: StepProps) => {
  const router = useRouter()
  const drop = useAct(
    () => noticesApi.drop.call({ id: view.id, version: view.version }),
    '草稿已删去',
    stepRefusalWords,
    () => router.history.push('/notices'),
  )
  return (
    <Dialog
      title="删去草稿"
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不删
          </Button>
          <Button danger loading={drop.isPending} onClick={() => drop.mutate(undefined)}>
            删去草稿
          </Button>
        </>
      }
    >
      <p>草稿和它的 {view.files.length} 份附件一并删去，不能找回。</p>
    </Dialog>
  )
}

/** The office's steps with a notice. */
export const NoticeActions = ({ view }: { view: NoticeView }) => {
  const router = useRouter()
  const [asked, setAsked] = useState<'issue' | 'withdraw' | 'drop'>()
  const close = () => setAsked(undefined)
  const { may, id } = view
  return (
    <>
      {may.includes('drop') && <Button onClick={() => setAsked('drop')}>删去草稿</Button>}
      {may.includes('change') && <Button onClick={() => router.history.push(`/notices/${id}/edit`)}>修改</Button>}
      {may.includes('withdraw') && (
        <>
          <Button onClick={() => router.history.push(`/notices/new?amends=${id}`)}>发更正</Button>
          <Button onClick={() => setAsked('withdraw')}>撤回</Button>
        </>
      )}
      {may.includes('issue') && (
        <Button type="primary" onClick={() => setAsked('issue')}>
          印发
        </Button>
      )}
      {asked === 'issue' && <Issue view={view} onClose={close} />}
      {asked === 'withdraw' && <Withdraw view={view} onClose={close} />}
      {asked === 'drop' && <Drop view={view} onClose={close} />}
    </>
  )
}
