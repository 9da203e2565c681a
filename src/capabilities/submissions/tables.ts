import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Column, ReturnLevel, ReturnState, ReturnTask } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    submissions: {
      school_id: string
      id: string
      cohort_id: string
      unit_id: string
      path: string
      task: ReturnTask
      level: ReturnLevel
      ordinal: number
      title: string
      form_columns: Column[]
      supplement_of: string | null
      supplement_reason: string | null
      state: ReturnState
      row_count: number
      sha256: string
      due_on: Day | null
      submitted_on: Day
      late: boolean
      submitted_by: string
      submitted_name: string
      decided_on: Day | null
      decided_name: string | null
      return_reason: string | null
      version: Generated<number>
      created_at: Generated<Date>
    }
    submission_rows: {
      school_id: string
      submission_id: string
      ordinal: number
      graduate_id: string
      member_id: string
      path: string
      cells: Record<string, string>
      cells_sealed: Uint8Array | null
      key_id: string
    }
  }
}
