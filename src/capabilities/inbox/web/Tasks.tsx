import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Progress } from 'antd'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { cancelRefusalText, offersCancel, type TaskFacts } from '../rules.ts'
import { inboxApi } from './client.ts'
import { stoppingLook, taskStates } from './words.ts'

type Task = TaskFacts & {
  id: string
  title: string
  done: number
  total: number | null
  problem: string | null
}

const SOON = 1_500
const underWay = (tasks: readonly Task[] | undefined) => tasks?.some(({ state }) => state === 'queued' || state === 'running') ?? false

const percent = ({ done, total }: Task) => (total ? Math.floor((done / total) * 100) : 0)

const Cancel = ({ task }: { task: Task }) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => inboxApi.cancel.call({ id: task.id }),
    onError: error => void message.error(wordsOf(problemOf(error), cancelRefusalText)),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxApi.tasks.key() }),
  })
  return (
    <Button loading={cancel.isPending} aria-label={`取消“${task.title}”`} onClick={() => cancel.mutate()}>
      取消
    </Button>
  )
}

const OneTask = ({ task }: { task: Task }) => (
  <li>
    <div className="line-words">
      <span className="line-first">
        <b className="inbox-read">{task.title}</b>
        <StateTag state={task.stopping ? stoppingLook : taskStates[task.state]} />
      </span>
      {task.state === 'running' && <Progress percent={percent(task)} size="small" aria-label={`${task.title}的进度`} />}
      {task.total !== null && (
        <span className="second">
          {task.done} / {task.total}
        </span>
      )}
      {task.problem && <span className="second t-red">{task.problem}</span>}
    </div>
    {offersCancel(task) && <Cancel task={task} />}
  </li>
)

/** Long work goes on while its page is left; asked more often as long as something runs. */
export const Tasks = () => {
  const list = useQuery(inboxApi.tasks.queryOptions({ refetchInterval: query => (underWay(query.state.data) ? SOON : false) }))
  if (list.error && !list.data) return <ErrorState title="任务没有读出来" next={wordsOf(problemOf(list.error))} />
  if (!list.data) return <Skeleton />
  if (list.data.length === 0) return <p className="second">没有任务。导入、导出和归档做得久时，进度会显示在这里。</p>
  return (
    <ul className="lines" aria-label="后台任务">
      {list.data.map(task => (
        <OneTask key={task.id} task={task} />
      ))}
    </ul>
  )
}
