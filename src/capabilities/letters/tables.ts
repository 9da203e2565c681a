import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { AddresseeKind, HandoverWay, LetterState, VoidGround } from './rules.ts'

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
      verified_on: Day | null
      used: Generated<number>
      version: Generated<number>
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
    }
  }
}
