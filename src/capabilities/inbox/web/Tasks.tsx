import { useQuery } from '@tanstack/react-query'
import { Progress } from 'antd'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { inboxApi } from './client.ts'
import { taskStates } from './words.ts'

type Task = {
  id: string
  title: string
  state: keyof typeof taskStates
  done: number
  total: number | null
  problem: string | null
}

const SOON = 1_500
const underWay = (tasks: readonly Task[] | undefined) => tasks?.some(({ state }) => state === 'queued' || state === 'running') ?? false

const percent = ({ done, total }: Task) => (total ? Math.floor((done / total) * 100) : 0)

const OneTask = ({ task }: { task: Task }) => (
  <li>
    <div className="line-words">
      <span className="line-first">
        <b className="inbox-read">{task.title}</b>
        <StateTag state={taskStates[task.state]} />
      </span>
      {task.state === 'running' && <Progress percent={percent(task)} size="small" aria-label={`${task.title}的进度`} />}
      {task.total !== null && (
        <span className="second">
          {task.done} / {task.total}
        </span>
      )}
      {task.problem && <span className="second t-red">{task.problem}</span>}
    </div>
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
