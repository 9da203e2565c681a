import type { Generated } from 'kysely'
import type { Plan } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    cohorts: { school_id: string; id: string; year: number; name: string; created_at: Generated<Date> }
    plans: {
      school_id: string
      cohort_id: string
      version: number
      body: Plan
      saved_by: string | null
      saved_at: Generated<Date>
      saved_name: string | null
      reason: string | null
    }
  }
}
