import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Figures } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    dissolving_branches: {
      school_id: string
      cohort_id: string
      unit_id: string
      path: string
      dissolves: boolean
      account_id: string | null
      teacher_name: string | null
      phone: string | null
      version: Generated<number>
    }
    final_accounts: {
      school_id: string
      id: string
      cohort_id: string
      unit_id: string
      path: string
      on_day: Day
      figures: Figures
      content_sealed: Uint8Array
      content_sha256: string
      key_id: string
      signed_by: string
      signed_name: string
      created_at: Generated<Date>
    }
  }
}
