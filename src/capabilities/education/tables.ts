import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'

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
      confirmed_by: string
      confirmed_name: string
      confirmed_at: Generated<Date>
      revoked_at: Date | null
      revoked_by: string | null
      revoked_reason: string | null
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
