/** What proves that a relation was received, and what the other system says otherwise. */
import type { Generated } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { CallDoubt } from '../../letters/rules.ts'
import type { CallOutcome, DifferenceKind, DifferenceState, Says } from '../rules.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    receipt_pictures: {
      school_id: string
      id: string
      transfer_id: string
      attempt_id: string
      member_id: string
      path: string
      file_id: string | null
      mime: string
      size: number
      added_at: Date
      added_by: string
      added_name: string
      removed_at: Date | null
      removed_by: string | null
      removed_name: string | null
      removed_reason: string | null
    }
    receipt_calls: {
      school_id: string
      id: string
      transfer_id: string
      attempt_id: string
      member_id: string
      path: string
      addressee_id: string
      addressee_name: string
      phone: string
      doubt: CallDoubt | null
      on_day: Day
      at: Date
      outcome: CallOutcome
      answered_by: string
      said: string
      actor_id: string
      actor_name: string
      role: string
    }
    result_differences: {
      school_id: string
      id: string
      cohort_id: string
      path: string
      graduate_id: string | null
      member_id: string | null
      attempt_id: string | null
      named: string
      kind: DifferenceKind
      mark: string
      ours: string
      theirs: string
      told: Says
      import_id: string
      found_on: Day
      state: Generated<DifferenceState>
      decided_on: Day | null
      decided_by: string | null
      decided_name: string | null
      decided_role: string | null
      reason: string | null
      version: Generated<number>
    }
  }
}
