import type { Generated } from 'kysely'

export type TaskState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

declare module '../../platform/database/index.ts' {
  interface Tables {
    messages: {
      school_id: string
      id: string
      account_id: string
      kind: string
      title: string
      body: string
      link: string | null
      created_at: Generated<Date>
      read_at: Date | null
    }
    tasks: {
      school_id: string
      id: string
      account_id: string
      kind: string
      title: string
      input: Record<string, unknown>
      state: TaskState
      done: Generated<number>
      total: number | null
      result: Record<string, unknown> | null
      problem: string | null
      created_at: Generated<Date>
      finished_at: Date | null
    }
  }
}
