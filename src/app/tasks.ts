import { beginTask, endTask, openTasks as queuedTasks, reportProgress, type TaskRow, taskById } from '../capabilities/inbox/index.ts'
import { inSystem } from '../platform/database/index.ts'
import { type Jobs, openJobs } from '../platform/jobs/index.ts'
import type { Services } from './services.ts'

const QUEUE = 'tasks'

/** `progress` throws where the task was asked to stop: a work keeps nothing that it has not finished. */
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

class Stopped extends Error {}

const FAILED = '没有做完，已做的部分已撤回。请再试一次；仍不行请联系系统管理员。'

export function openTasks(services: Services): Tasks {
  const workers = new Map<string, TaskWork>()
  let jobs: Jobs | undefined
  const system = <T>(work: Parameters<typeof inSystem<T>>[1]) => inSystem(services.database.system, work)
  const end = (...[id, state, ending]: [string, Parameters<typeof endTask>[2], Parameters<typeof endTask>[4]?]) =>
    system(trx => endTask(trx, id, state, services.clock.now(), ending))

  async function run(id: string): Promise<void> {
    const task = await system(trx => taskById(trx, id))
    if (!task) return
    // Asked to stop by somebody while the server was away.
    if (task.stopAskedAt) return void (await end(id, 'cancelled'))
    const work = workers.get(task.kind)
    if (!work) throw new Error(`No worker for tasks of kind ${task.kind}`)
    if (!(await system(trx => beginTask(trx, id)))) return
    try {
      const result = await work(task, async (done, total) => {
        if (await system(trx => reportProgress(trx, id, done, total))) throw new Stopped()
      })
      await end(id, 'done', { result })
    } catch (error) {
      if (error instanceof Stopped) return void (await end(id, 'cancelled'))
      services.log.error({ task: id, kind: task.kind, error: (error as Error).message }, 'task failed')
      await end(id, 'failed', { problem: FAILED })
    }
  }

  return {
    on: (kind, work) => void workers.set(kind, work),
    async start() {
      jobs = await openJobs(services.database.jobs, error => services.log.error({ error: error.message }, 'jobs'))
      await jobs.work(QUEUE, ({ id }) => run(id!))
      for (const task of await system(queuedTasks)) await jobs.send(QUEUE, { id: task.id })
      await services.daily.start(jobs)
    },
    wake: async id => jobs?.send(QUEUE, { id }),
    run,
    stop: async () => jobs?.stop(),
  }
}
