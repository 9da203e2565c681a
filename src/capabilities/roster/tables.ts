import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { PaperKind } from './rules/outcome-papers.ts'
import type { Degree, Education, IdType, Membership, Outcome, OutcomeFacts, Reduction, Sex } from './rules.ts'

/** As stored: the contact person's phone stands sealed beside it. */
export type KeptOutcomeFacts = Omit<OutcomeFacts, 'contactPhone'>

/** In the words of the form; both null where the field is sensitive. */
export type FieldChange = { before: string | null; after: string | null }

declare module '../../platform/database/index.ts' {
  interface Tables {
    members: {
      school_id: string
      id: string
      path: string
      unit_id: string
      student_number: string
      name: string
      pinyin: string
      sex: Sex | null
      ethnic_group: string | null
      born_on: Day | null
      id_type: IdType
      id_number_sealed: Uint8Array | null
      id_number_index: Uint8Array | null
      id_number_last4: string | null
      phone_sealed: Uint8Array | null
      phone_index: Uint8Array | null
      phone_last4: string | null
      contacts_sealed: Uint8Array | null
      key_id: string
      native_place: string | null
      registered_at: string | null
      education: Education | null
      degree: Degree | null
      college: string | null
      major: string | null
      class_name: string | null
      joined_on: Day | null
      confirmed_on: Day | null
      membership: Membership
      party_post: string | null
      introducers: string | null
      dues_paid_to: string | null
      relation_at_school: boolean
      remark: string | null
      version: Generated<number>
      created_at: Generated<Date>
      updated_at: Generated<Date>
    }
    member_numbers: { school_id: string; number: string; member_id: string; path: string; since: Day }
    graduates: {
      school_id: string
      id: string
      cohort_id: string
      member_id: string
      path: string
      outcome: Outcome
      /** These three are the member's: `addGraduates` brings them, a trigger carries each change. */
      pinyin: string
      membership: Membership
      relation_at_school: boolean
      outcome_facts: KeptOutcomeFacts
      contact_phone_sealed: Uint8Array | null
      reduction: Reduction | null
      reduced_on: Day | null
      supplement_reason: string | null
      import_id: string | null
      tags: Generated<string[]>
      /** A staff account, with its name: who sees the person need not see the account. */
      responsible_id: string | null
      responsible_name: string | null
      version: Generated<number>
      created_at: Generated<Date>
    }
    graduate_notes: {
      school_id: string
      id: string
      graduate_id: string
      member_id: string
      path: string
      account_id: string
      account_name: string
      at: Generated<Date>
      text: string
    }
    outcome_papers: {
      school_id: string
      id: string
      graduate_id: string
      member_id: string
      path: string
      outcome: Outcome
      kind: PaperKind
      title: Generated<string>
      /** Null once it is removed. */
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
    /** Two entries of which somebody said that they are two people; `one` is the lesser id. */
    distinct_people: {
      school_id: string
      one: string
      other: string
      account_id: string
      account_name: string
      at: Generated<Date>
    }
    graduate_tallies: {
      school_id: string
      cohort_id: string
      path: string
      outcome: Outcome
      membership: Membership
      relation_at_school: boolean
      difference: number
    }
    member_changes: {
      school_id: string
      id: string
      member_id: string
      path: string
      at: Generated<Date>
      actor_id: string
      actor_name: string
      import_id: string | null
      /** The paper that a change of legal weight rests on. */
      basis: string | null
      /** The member's own proposal that it goes back to. */
      proposal_id: string | null
      kind: 'created' | 'changed'
      changes: Record<string, FieldChange>
    }
  }
}
