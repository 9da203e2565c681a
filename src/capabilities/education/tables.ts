import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Basis, Details, ReportState } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    item_confirmations: {
      school_id: string
      id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      item: string
      done_on: Day
      evidence: string
      basis: Generated<Basis>
      activity_id: string | null
      details: Generated<Details>
      made_up: Generated<boolean>
      confirmed_by: string
      confirmed_name: string
      confirmed_at: Generated<Date>
      revoked_at: Date | null
      revoked_by: string | null
      revoked_reason: string | null
    }
    item_reports: {
      school_id: string
      id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      item: string
      done_on: Day
      basis: Basis
      details: Details
      evidence: string
      made_up: Generated<boolean>
      state: Generated<ReportState>
      reason: string | null
      reported_at: Date
      settled_by: string | null
      settled_name: string | null
      settled_at: Date | null
      confirmation_id: string | null
    }
    item_nudges: {
      school_id: string
      account_id: string
      on_day: Day
      path: string
      nudged_by: string
    }
  }
}
