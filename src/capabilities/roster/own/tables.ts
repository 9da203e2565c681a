import type { Generated } from 'kysely'
import type { OwnField, ProposalState } from '../rules/own-data.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    correction_drafts: { school_id: string; member_id: string; texts_sealed: Uint8Array; key_id: string; kept_at: Date }
    correction_proposals: {
      school_id: string
      id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      fields: OwnField[]
      changes_sealed: Uint8Array
      key_id: string
      state: ProposalState
      proposed_at: Date
      decided_at: Date | null
      decided_by: string | null
      decided_name: string | null
      decided_reason: string | null
      accepted: Generated<OwnField[]>
      version: Generated<number>
    }
    correction_evidence: {
      school_id: string
      id: string
      member_id: string
      path: string
      file_id: string
      mime: string
      size: number
      proposal_id: string | null
      added_at: Date
    }
  }
}
