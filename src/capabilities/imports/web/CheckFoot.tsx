import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Foot } from '../../../ui/Foot.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import type { PreviewView } from '../contract.ts'
import { AskFirst } from './AskFirst.tsx'
import type { ImportApi, ImportList } from './api.ts'
import { CommitDialog } from './CommitDialog.tsx'
import { asksFirst, commitPlan, leftBehind } from './commitPlan.ts'
import type { HowFar, ImportWrites } from './useImport.ts'
import { importProblemWords } from './words.ts'

type CheckFootProps = { api: ImportApi; list: ImportList; preview: PreviewView; writes: ImportWrites; onNextWrong: () => void }

const Marked = ({ api, id }: { api: ImportApi; id: string }) => {
  const { message } = App.useApp()
  const download = useMutation({
    mutationFn: () => api.marked.call({ id }),
    onSuccess: file => saveFile(file, '标注后的原表.xlsx'),
    onError: error => void message.error(importProblemWords(problemOf(error))),
  })
  return (
    <Button icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate()}>
      下载标注后的原表
    </Button>
  )
}

const Writing = ({ howFar }: { howFar: HowFar | undefined }) => {
  if (!howFar?.total) return '正在写入……'
  return (
    <>
      正在写入 {howFar.done} / {howFar.total} 行
      <progress className="commit-progress" max={howFar.total} value={howFar.done} aria-label="写入进度" />
    </>
  )
}

/** Mending comes first; leaving the wrong rows out is a second way, chosen with its consequence in view. */
export const CheckFoot = ({ api, list, preview, writes: { mend, commit, howFar }, onNextWrong }: CheckFootProps) => {
  const router = useRouter()
  const [asking, setAsking] = useState<boolean>()
  const { counts, can } = preview
  const plan = commitPlan(counts, list)
  const write = (partial: boolean) =>
    asksFirst(counts, preview.weighty) ? setAsking(partial) : commit.mutate({ partial, rows: plan.rows })
  return (
    <Foot chosen={commit.isPending ? <Writing howFar={howFar} /> : plan.title} note={plan.note}>
      <Marked api={api} id={preview.import.id} />
      {plan.main === 'mend' && plan.rows > 0 && can.includes('commit-partly') && (
        <AskFirst
          title={`先提交 ${plan.rows} 行？`}
          says={leftBehind(counts)}
          yes={`提交 ${plan.rows} 行`}
          no="改完再提交"
          busy={commit.isPending}
          onYes={() => write(true)}
          button={ask => (
            <Button disabled={mend.isPending} loading={commit.isPending} onClick={ask}>
              先提交 {plan.rows} 行
            </Button>
          )}
        />
      )}
      {plan.main === 'mend' && (
        <Button type="primary" disabled={commit.isPending} onClick={onNextWrong}>
          改完再提交
        </Button>
      )}
      {plan.main === 'commit' && (
        <Button type="primary" disabled={mend.isPending || !can.includes('commit')} loading={commit.isPending} onClick={() => write(false)}>
          提交 {plan.rows} 行
        </Button>
      )}
      {plan.main === 'leave' && (
        <Button type="primary" onClick={() => router.history.push(list.home)}>
          回到{list.name}
        </Button>
      )}
      {asking !== undefined && (
        <CommitDialog
          preview={preview}
          list={list}
          onClose={() => setAsking(undefined)}
          onCommit={(choice, basis) => {
            setAsking(undefined)
            commit.mutate({ partial: asking, rows: plan.rows, choice, basis })
          }}
        />
      )}
    </Foot>
  )
}
