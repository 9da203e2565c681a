import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Copyable } from '../../../ui/Copyable.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { nudgeRefusals, type Standing } from '../rules.ts'
import { educationApi } from './client.ts'
import { nudgeRefusalWords } from './words.ts'

type Asked = {
  cohortId: string
  unitId?: string | undefined
  search?: string | undefined
  lacks?: string | undefined
  standing?: Standing | undefined
  graduateIds?: string[] | undefined
}

const useNudge = (onDone: () => void) => {
  const { message } = App.useApp()
  const { key, renew } = useIdempotencyKey()
  return useMutation({
    mutationFn: (asked: Asked) => educationApi.nudge.call(asked, { context: { idempotencyKey: key() } }),
    onSettled: renew,
    onSuccess: ({ told }) => {
      onDone()
      message.success(`已提醒 ${told} 人`)
    },
  })
}

const NAMED = 12

/** Names as far as they are few, and always how many. */
const namesOf = (people: readonly { name: string }[]) =>
  `${people
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join('、')}${people.length > NAMED ? `等 ${people.length} 人` : ''}`

/** Whom a message reaches, whom not and why, and the words for a group chat. */
export const NudgeDialog = ({ asked, onClose }: { asked: Asked; onClose: () => void }) => {
  const preview = useQuery(educationApi.nudge.queryOptions({ input: { ...asked, dryRun: true }, gcTime: 0, staleTime: 0 }))
  const nudge = useNudge(onClose)
  const problem = nudge.error ?? preview.error
  const view = preview.data
  return (
    <Dialog
      title="提醒还没做完的人"
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不提醒
          </Button>
          <Button type="primary" disabled={!view?.told} loading={nudge.isPending} onClick={() => nudge.mutate(asked)}>
            提醒 {view?.told ?? 0} 人
          </Button>
        </>
      }
    >
      {!view && !problem && <Skeleton lines={4} />}
      {view && <p>各发一条站内消息，写明还差哪几项。每人每天至多提醒一次。</p>}
      {view && view.left.length > 0 && (
        <div className="left-out">
          <p>{view.left.length} 人不在提醒之列</p>
          <ul aria-label="不在提醒之列的人">
            {nudgeRefusals.map(reason => {
              const people = view.left.filter(one => one.reason === reason)
              if (people.length === 0) return null
              return (
                <li key={reason}>
                  <span>{namesOf(people)}</span>
                  <span className="quiet">{nudgeRefusalWords[reason]}</span>
                </li>
              )
            })}
          </ul>
        </div>
      )}
      {view && view.text !== '' && (
        <div className="left-out">
          <Copyable text={view.text}>发到群里的话</Copyable>
          <pre className="nudge-text">{view.text}</pre>
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
