import type { Jobs } from '../platform/jobs/index.ts'
import type { Log } from './log.ts'

/** What the program does by itself once a day: named, at an hour of the office's time zone, each time recorded by pg-boss. */
export interface Daily {
  /** Twice in a row does no more than once: a day that was slept through is made up for, and one that failed is tried again. */
  on(name: string, hour: number, work: () => Promise<void>): void
  names(): string[]
  /** Does it now, in this process. */
  run(name: string): Promise<void>
  start(jobs: Pick<Jobs, 'daily'>): Promise<void>
}

export function openDaily(log: Log): Daily {
  const works = new Map<string, { hour: number; work: () => Promise<void> }>()

  async function run(name: string): Promise<void> {
    const daily = works.get(name)
    if (!daily) throw new Error(`No daily work of the name ${name}`)
    try {
      await daily.work()
    } catch (error) {
      log.error({ daily: name, error: (error as Error).message }, 'daily work failed')
      throw error
    }
  }

  return {
    on: (name, hour, work) => void works.set(name, { hour, work }),
    names: () => [...works.keys()],
    run,
    async start(jobs) {
      for (const [name, { hour }] of works) await jobs.daily(`daily-${name}`, hour, () => run(name))
    },
  }
}
