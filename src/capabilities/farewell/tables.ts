import type { Day } from '../../kernel/day.ts'
import type { FarewellKind, Way } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    farewells: {
      school_id: string
      id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      kind: FarewellKind
      on_day: Day
      how: Way
      by_name: string
      note: string
      text_sha256: string | null
      recorded_by: string
      recorded_name: string
      recorded_at: Date
      revoked_at: Date | null
      revoked_by: string | null
      revoked_reason: string | null
    }
  }
}
