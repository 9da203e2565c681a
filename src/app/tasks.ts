import { openTasks as queuedTasks, saveTask, type TaskRow, taskById } from '../capabilities/inbox/index.ts'
import { inSystem } from '../platform/database/index.ts'
import { type Jobs, openJobs } from '../platform/jobs/index.ts'
import type { Services } from './services.ts'

const QUEUE = 'tasks'

export type TaskWork = (task: TaskRow, progress: (done: number, total: number) => Promise<void>) => Promise<Record<string, unknown>>

/** Background work: a task's row is the record, pg-boss only wakes it. A task whose server went away is begun again at the next start. */
export interface Tasks {
  /** Names the worker of a kind of task. */
  on(kind: string, work: TaskWork): void
  start(): Promise<void>
  /** Has a committed task begin soon; before `start` it waits for that. */
  wake(id: string): Promise<void>
  /** Runs one task now, in this process. */
  run(id: string): Promise<void>
  stop(): Promise<void>
}

export function openTasks(services: Services): Tasks {
  const workers = new Map<string, TaskWork>()
  let jobs: Jobs | undefined
  const system = <T>(work: Parameters<typeof inSystem<T>>[1]) => inSystem(services.database.system, work)

  async function run(id: string): Promise<void> {
    const task = await system(trx => taskById(trx, id))
    if (!task || task.state === 'done' || task.state === 'cancelled') return
    const work = workers.get(task.kind)
    if (!work) throw new Error(`No worker for tasks of kind ${task.kind}`)
    await system(trx => saveTask(trx, id, { state: 'running' }))
    try {
      const result = await work(task, (done, total) => system(async trx => void (await saveTask(trx, id, { done, total }))))
      await system(trx => saveTask(trx, id, { state: 'done', result, finished_at: services.clock.now() }))
    } catch (error) {
      services.log.error({ task: id, kind: task.kind, error: (error as Error).message }, 'task failed')
      await system(trx =>
        saveTask(trx, id, {
          state: 'failed',
          problem: '没有做完，已做的部分已撤回。请再试一次；仍不行请联系系统管理员。',
          finished_at: services.clock.now(),
        }),
      )
    }
  }

  return {
    on: (kind, work) => void workers.set(kind, work),
    async start() {
      jobs = await openJobs(services.database.jobs, error => services.log.error({ error: error.message }, 'jobs'))
      await jobs.work(QUEUE, ({ id }) => run(id!))
      for (const task of await system(queuedTasks)) await jobs.send(QUEUE, { id: task.id })
    },
    wake: async id => jobs?.send(QUEUE, { id }),
    run,
    stop: async () => jobs?.stop(),
  }
}
