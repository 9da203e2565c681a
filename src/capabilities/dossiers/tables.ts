import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Explained, ListState, Paper, State, Step } from './rules.ts'

/** As stored: who entered it last, and which writing that was. */
export type KeptPaper = Paper & { version: number; by: string; at: string }
export type KeptPapers = Readonly<Record<string, KeptPaper | undefined>>

declare module '../../platform/database/index.ts' {
  interface Tables {
    dossiers: {
      school_id: string
      id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      papers: Generated<KeptPapers>
      explained: Generated<Explained>
      state: Generated<State>
      postponed: string | null
      packed_by: string | null
      packed_name: string | null
      packed_at: Date | null
      checked_by: string | null
      checked_name: string | null
      checked_at: Date | null
      bag: string | null
      list_id: string | null
      version: Generated<number>
    }
    dossier_bags: {
      school_id: string
      id: string
      cohort_id: string
      unit: number
      number: number
      text: string
      graduate_id: string
      member_id: string
      path: string
      given_at: Date
      given_name: string
      voided_at: Date | null
      voided_name: string | null
      void_reason: string | null
    }
    dossier_numbers: { school_id: string; cohort_id: string; kind: 'bag' | 'list'; unit: number; last: number }
    dossier_events: {
      school_id: string
      id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      at: Date
      step: Step
      actor_id: string
      actor_name: string
      bag: string | null
      reason: string | null
    }
    dossier_lists: {
      school_id: string
      id: string
      cohort_id: string
      unit_id: string
      unit_name: string
      path: string
      number: number
      text: string
      content: string
      sha256: string
      people: number
      pages: number
      state: Generated<ListState>
      made_on: Day
      made_at: Date
      made_by: string
      made_name: string
      received_on: Day | null
      received_by: string | null
      receipt_name: string | null
      receipt_at: Date | null
      scan_id: string | null
      withdrawn_name: string | null
      withdrawn_at: Date | null
      withdrawn_reason: string | null
      version: Generated<number>
    }
  }
}
