import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { DestinationCode, Geography } from '../plans/rules.ts'
import type {
  ApplicationKind,
  Change,
  Form,
  Mender,
  Method,
  OldLetter,
  PaperKind,
  PaperRecord,
  ProofKind,
  ReceiptForm,
  Side,
  State,
  Track,
} from './rules.ts'
import './tables/following.ts'
import './tables/receipts.ts'

/** Why an attempt began. */
export type AttemptKind = 'first' | 'refilled' | ApplicationKind

interface AttemptColumns {
  destination: Form
  contacts_sealed: Uint8Array | null
  key_id: string | null
  destination_type: DestinationCode | null
  unit_name: string | null
  addressee_id: string | null
  addressee_name: string | null
  geography: Geography | null
  geography_reason: string | null
  to_path: string | null
  paper: PaperRecord | null
  method: Method | null
  owner: Side | null
  back_to: Mender | null
  back_reason: string | null
  application: ApplicationKind | null
  application_reason: string | null
  old_letter: OldLetter | null
  system_at: Track['at']
  system_until: Day | null
  paper_at: Track['at']
  paper_until: Day | null
  /** The day on which the track was accepted or rejected, and by which proof it was accepted. */
  system_result_on: Day | null
  system_proof: ProofKind | null
  paper_result_on: Day | null
  paper_proof: ProofKind | null
  due_on: Day | null
  expires_on: Day | null
  registered_on: Day | null
  out_on: Day | null
  started_on: Day | null
  serial: string | null
  letter_id: string | null
  letter_number: string | null
  issued_on: Day | null
  handed_out_on: Day | null
  expected_on: Day | null
  answered_on: Day | null
  relayed_to: string | null
  accepted_on: Day | null
  acceptance_proof: ProofKind | null
  acceptance_note: string | null
  acceptance_shown: ReceiptForm | null
  acceptance_handler: string | null
  acceptance_phone_sealed: Uint8Array | null
  acceptance_key_id: string | null
  acceptance_call_id: string | null
  rejected_on: Day | null
  rejected_reason: string | null
  closed_on: Day | null
}

declare module '../../platform/database/index.ts' {
  interface Tables {
    transfers: {
      school_id: string
      id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      number: string
      draft: Form | null
      draft_sealed: Uint8Array | null
      draft_key_id: string | null
      traced_on: Day | null
      contacted_on: Day | null
      version: Generated<number>
      created_at: Generated<Date>
      updated_at: Generated<Date>
    }
    attempts: AttemptColumns & {
      school_id: string
      id: string
      transfer_id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      ordinal: number
      living: Generated<boolean>
      kind: AttemptKind
      kind_reason: string | null
      state: State
      ended_on: Day | null
      created_at: Generated<Date>
    }
    transfer_events: {
      school_id: string
      id: string
      transfer_id: string
      attempt_id: string
      member_id: string
      path: string
      at: Generated<Date>
      on_day: Day
      step: string
      from_state: State | null
      to_state: State
      actor_id: string
      actor_name: string
      role: string
      reason: string | null
      note: string | null
      /** Of the destination, where the step changed it. */
      changes: Generated<Change[] | null>
      /** Of a step that came with a workbook. */
      import_id: Generated<string | null>
    }
    destination_papers: {
      school_id: string
      id: string
      transfer_id: string
      member_id: string
      path: string
      kind: PaperKind
      title: string
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
    transfer_numbers: { school_id: string; year: number; next: number }
  }
}
