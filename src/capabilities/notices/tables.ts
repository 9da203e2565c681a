import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { RichText } from '../../kernel/rich-text.ts'
import type { Task } from '../plans/rules.ts'
import type { ChaseStage, NoticeState, WorkState } from './rules.ts'

/** A duty as a draft has it. */
export type PlannedDuty = { text: string; dueOn: Day; task: Task | null }

declare module '../../platform/database/index.ts' {
  interface Tables {
    notices: {
      school_id: string
      id: string
      cohort_id: string
      held_path: string
      state: Generated<NoticeState>
      title: string
      number: string
      issuer: string
      contact_name: string
      contact_phone: string
      body: ColumnType<RichText, string, string>
      audience: ColumnType<string[], string[], string[]>
      duties: ColumnType<PlannedDuty[], string, string>
      amends: string | null
      version: Generated<number>
      made_by: string
      made_name: string
      made_at: Date
      issued_on: Day | null
      issued_at: Date | null
      issued_name: string | null
      sha256: string | null
      withdrawn_on: Day | null
      withdrawn_name: string | null
      withdrawn_reason: string | null
    }
    notice_receipts: {
      school_id: string
      notice_id: string
      unit_id: string
      path: string
      from_path: string
      received_on: Day
      acknowledged_on: Day | null
      acknowledged_at: Date | null
      acknowledged_name: string | null
    }
    notice_reads: {
      school_id: string
      notice_id: string
      account_id: string
      unit_id: string
      path: string
      name: string
      read_on: Day
      read_at: Date
    }
    notice_files: {
      school_id: string
      id: string
      notice_id: string
      held_path: string
      name: string
      mime: string
      size: number
      sha256: string
      file_id: string
      added_at: Date
      added_by: string
      added_name: string
    }
    notice_forwardings: {
      school_id: string
      id: string
      notice_id: string
      unit_id: string
      by_path: string
      remarks: string
      on_day: Day
      at: Date
      by_name: string
    }
    notice_duties: {
      school_id: string
      id: string
      notice_id: string
      by_path: string
      position: number
      words: string
      due_on: Day
      task: Task | null
      set_at: Date
      version: Generated<number>
      withdrawn_on: Day | null
      withdrawn_reason: string | null
    }
    notice_works: {
      school_id: string
      duty_id: string
      notice_id: string
      unit_id: string
      path: string
      by_path: string
      state: Generated<WorkState>
      done_on: Day | null
      done_name: string | null
      remark: Generated<string>
      noted_on: Day | null
      back_reason: string | null
      chased: Generated<ChaseStage>
      version: Generated<number>
    }
    notice_chases: {
      school_id: string
      notice_id: string
      unit_id: string
      path: string
      on_day: Day
      chased_by: string
    }
  }
}
