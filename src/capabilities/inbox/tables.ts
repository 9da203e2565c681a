import type { Generated } from 'kysely'
import type { TaskState } from './rules.ts'

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
      stop_asked_at: Date | null
      finished_at: Date | null
    }
  }
}
