import type { ReactNode } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import type { ImportView, PreviewView } from '../contract.ts'
import { counted, type ImportList } from './api.ts'
import { Undo } from './Undo.tsx'
import type { ImportWrites } from './useImport.ts'

type ResultStepProps = {
  preview: PreviewView
  writes: ImportWrites
  list: ImportList
  changes: ((view: ImportView) => ReactNode) | undefined
}

const titleOf = ({ state, counts }: ImportView, list: ImportList) => {
  const { name } = list
  if (state === 'cancelled') return '这次导入已经放弃，没有写入'
  if (state === 'undone') return `这次导入已经撤销，${name}恢复到导入以前`
  const written = counts.new + counts.changed
  return written === 0 ? `文件与${name}一致，没有变化` : `已写入 ${counted(written, list)}`
}

const kept = ({ state, counts }: ImportView, list: ImportList) => {
  if (state === 'cancelled') return '需要时可以重新选择文件。'
  if (state === 'undone') {
    const back = [
      counts.new > 0 && `新增的 ${counted(counts.new, list)}已移出`,
      counts.changed > 0 && `变更的 ${counted(counts.changed, list)}已改回`,
    ].filter(Boolean)
    return `${back.join('，')}。需要时可以重新选择文件。`
  }
  const parts = [`新增 ${counts.new}`, `变更 ${counts.changed}`, `不变 ${counts.same}`]
  const left = counts.wrong > 0 ? `。有误的 ${counts.wrong} 行没有写入，改好后再导入同一文件即可，不会重复` : ''
  const elsewhere = counts.elsewhere > 0 ? `。别的单位的 ${counts.elsewhere} 行没有写入` : ''
  const chosen = counts.left > 0 ? `。按选择没有写入 ${counts.left} 行` : ''
  const tagged = counts.tagged > 0 ? `。文件里没有的 ${counts.tagged} 人已打上标签` : ''
  return `${parts.join('，')}${chosen}${tagged}${left}${elsewhere}。`
}

/** 提交: what was written, what was left, and where to see it. */
export const ResultStep = ({ preview: { import: view, undo }, writes, list, changes }: ResultStepProps) => (
  <>
    <EmptyState
      title={titleOf(view, list)}
      next={kept(view, list)}
      action={
        <>
          <Anchor className="link" href={list.home}>
            看{list.name}
          </Anchor>
          <Anchor className="link" href={list.path}>
            再导入一份
          </Anchor>
        </>
      }
    />
    {undo && <Undo undo={undo} writes={writes} list={list} />}
    {view.state === 'committed' && view.counts.new + view.counts.changed > 0 && changes?.(view)}
  </>
)
