import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { AddresseeKind, Authority, HandoverWay, LetterState, PrintKind, ReceiptAnswer, SignedWay, VoidGround } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    addressees: {
      school_id: string
      id: string
      name: string
      pinyin: string
      kind: AddresseeKind
      name_reason: string | null
      division_code: string | null
      org_code: string | null
      needs_paper: boolean | null
      contact: string | null
      phone: string | null
      /** Null: nobody known. */
      phone_by: string | null
      phone_on: Day | null
      phone_verified: Generated<boolean>
      phone_doubted_on: Day | null
      verified_on: Day | null
      used: Generated<number>
      accepted: Generated<number>
      accepted_on: Day | null
      version: Generated<number>
    }
    addressee_names: { school_id: string; name: string; pinyin: string; addressee_id: string }
    addressee_lessons: {
      school_id: string
      addressee_id: string
      employer: string
      division_code: string
      accepted: number
      last_on: Day
    }
    letter_numbers: { school_id: string; year: number; first: Generated<number>; next: number }
    letters: {
      school_id: string
      id: string
      cohort_id: string
      transfer_id: string
      attempt_id: string
      member_id: string
      path: string
      year: number
      number: number
      number_text: string
      addressee_name: string
      member_name: string
      issued_on: Day
      valid_until: Day
      /** Issued before this ledger was kept; its `number` is negative, and nothing of its paper is held. */
      outside: Generated<boolean>
      content_sealed: Uint8Array | null
      content_sha256: string | null
      key_id: string
      receipt_code_hash: Uint8Array | null
      /** Of code, number and last four together; with the next three what the public page may know. */
      receipt_proof: Uint8Array | null
      receipt_until: Day | null
      from_name: string | null
      to_name: string | null
      state: LetterState
      voided_on: Day | null
      void_ground: VoidGround | null
      void_note: string | null
      issued_by: string
      issued_name: string
      picked_up_on: Day | null
      picked_up_by: string | null
      picked_up_how: HandoverWay | null
      received_on: Day | null
      version: Generated<number>
      created_at: Generated<Date>
    }
    letter_prints: {
      school_id: string
      id: string
      letter_id: string
      member_id: string
      path: string
      at: Generated<Date>
      actor_id: string
      actor_name: string
      kind: Generated<PrintKind>
      printer_name: string | null
      /** Null of prints before jobs were counted. */
      job_id: string | null
      job_size: number | null
    }
    printers: {
      school_id: string
      id: string
      name: string
      right_mm: Generated<number>
      down_mm: Generated<number>
      tested_on: Day | null
      tested_name: string | null
      version: Generated<number>
    }
    letter_handovers: {
      school_id: string
      id: string
      act_id: string
      letter_id: string
      member_id: string
      path: string
      on_day: Day
      how: HandoverWay
      by_name: string
      signed: SignedWay | null
      relation: string | null
      authority: Authority | null
      approved_by: string | null
      reason: string | null
      signature_id: string | null
      scan_id: string | null
      at: Date
      actor_id: string
      actor_name: string
    }
    receipt_answers: {
      school_id: string
      id: string
      letter_id: string
      member_id: string
      path: string
      answer: ReceiptAnswer
      relayed_to: string | null
      reason: string | null
      handler: string
      contact_sealed: Uint8Array
      on_day: Day
      at: Generated<Date>
      taken_at: Date | null
      reopened_on: Day | null
    }
    /** Counted by the page's own function, outside every school. */
    receipt_tries: { subject: Uint8Array; since: Date; tries: number }
  }
}
