/** A new attempt beside the old one, which stays as history. */
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { emptyForm, type State } from '../rules.ts'
import type { AttemptRow, CasePerson } from '../store/cases.ts'
import type { AttemptKind } from '../tables.ts'

const nothing = {
  contacts_sealed: null,
  key_id: null,
  destination_type: null,
  unit_name: null,
  addressee_id: null,
  addressee_name: null,
  geography: null,
  geography_reason: null,
  to_path: null,
  paper: null,
  method: null,
  owner: null,
  back_to: null,
  back_reason: null,
  application: null,
  application_reason: null,
  old_letter: null,
  system_at: 'none',
  system_until: null,
  paper_at: 'none',
  paper_until: null,
  system_result_on: null,
  system_proof: null,
  paper_result_on: null,
  paper_proof: null,
  due_on: null,
  expires_on: null,
  registered_on: null,
  out_on: null,
  started_on: null,
  serial: null,
  letter_id: null,
  letter_number: null,
  issued_on: null,
  handed_out_on: null,
  expected_on: null,
  answered_on: null,
  relayed_to: null,
  accepted_on: null,
  acceptance_proof: null,
  acceptance_note: null,
  acceptance_shown: null,
  acceptance_handler: null,
  acceptance_phone_sealed: null,
  acceptance_key_id: null,
  acceptance_call_id: null,
  rejected_on: null,
  rejected_reason: null,
  closed_on: null,
  ended_on: null,
} as const

type Beginning = { transferId: string; ordinal: number; kind: AttemptKind; reason: string | null; now: Date }

export const newAttempt = (school: string, person: CasePerson, { transferId, ordinal, kind, reason, now }: Beginning): AttemptRow => ({
  ...nothing,
  school_id: school,
  id: newId(),
  transfer_id: transferId,
  cohort_id: person.cohortId,
  graduate_id: person.id,
  member_id: person.memberId,
  path: person.path,
  ordinal,
  living: true,
  kind,
  kind_reason: reason,
  state: 'to-fill',
  destination: emptyForm,
  created_at: now,
})

/** What ended by itself keeps its name; anything else was replaced. */
const endings: readonly State[] = ['withdrawn', 'rejected', 'void']

export const ended = (row: AttemptRow, today: Day): AttemptRow => ({
  ...row,
  living: false,
  state: endings.includes(row.state) ? row.state : 'void',
  owner: null,
  back_to: null,
  due_on: null,
  expires_on: null,
  ended_on: today,
})
