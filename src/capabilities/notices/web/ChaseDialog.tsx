import { Button } from 'antd'
import { Copyable } from '../../../ui/Copyable.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { chaseRefusals } from '../rules.ts'
import { type ChaseAsked, useChase } from './useChase.ts'
import { chaseRefusalWords } from './words.ts'

/** Whom a message reaches, whom not and why, and the words for a group chat. */
export const ChaseDialog = ({ asked, onClose }: { asked: ChaseAsked; onClose: () => void }) => {
  const { preview, chase } = useChase(asked, onClose)
  const view = preview.data
  const problem = chase.error ?? preview.error
  return (
    <Dialog
      title="催办"
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不催
          </Button>
          <Button type="primary" disabled={!view?.units} loading={chase.isPending} onClick={() => chase.mutate()}>
            催 {view?.units ?? 0} 个单位
          </Button>
        </>
      }
    >
      {!view && !problem && <Skeleton lines={4} />}
      {view && (
        <p className="notice-what">
          {view.units > 0 ? `${view.units} 个单位的 ${view.people} 人各收到一条站内消息，写明还欠什么。` : '现在没有可催的单位。'}
          每个单位每天至多催一次。
        </p>
      )}
      {view && view.left.length > 0 && (
        <ul className="notice-left" aria-label="不在催办之列的单位">
          {chaseRefusals.map(reason => {
            const units = view.left.filter(one => one.reason === reason)
            if (units.length === 0) return null
            return (
              <li key={reason}>
                <span className="quiet">{chaseRefusalWords[reason]}：</span>
                {units.map(({ name }) => name).join('、')}
              </li>
            )
          })}
        </ul>
      )}
      {view && view.text !== '' && (
        <div>
          <Copyable text={view.text}>发到群里的话</Copyable>
          <pre className="notice-chase">{view.text}</pre>
        </div>
      )}
      {problem && (
        <p className="t-red" role="alert">
          {wordsOf(problemOf(problem))}
        </p>
      )}
    </Dialog>
  )
}
