/** From decided facts to the columns of an attempt. */
import type { Day } from '../../../kernel/day.ts'
import {
  consequencesOf,
  dueOf,
  expiresOn,
  type Form,
  type Given,
  type Known,
  ownerOf,
  type Step,
  type TrackName,
  type TransferFacts,
} from '../rules.ts'
import type { AttemptRow, BegunCase } from '../store/cases.ts'
import { type Setting, unitsOfCase } from './setting.ts'

/** What a step is told beside what the rules ask for. */
export type Told = Given & { note?: string | undefined; serial?: string | undefined; letter?: { id: string; number: string } | undefined }

type Columns = Partial<AttemptRow>

const later = (a: Day, b: unknown): Day => (typeof b === 'string' && b > a ? (b as Day) : a)

const receiptSays = ({ proof }: Told): Columns =>
  proof?.kind === 'stamped-receipt' ? { acceptance_shown: proof.shown ?? 'paper', acceptance_handler: proof.handler || null } : {}

/** What a step leaves behind beside the state. */
const marks: Partial<Record<Step, (told: Told, on: Day, row: AttemptRow) => Columns>> = {
  'branch-send-back': ({ reason = null }) => ({ back_reason: reason }),
  'secondary-send-back': ({ reason = null }) => ({ back_reason: reason }),
  'office-send-back': ({ reason = null }) => ({ back_reason: reason }),
  'submit-register': (_told, on) => ({ registered_on: on }),
  start: ({ serial = null }, on) => ({ started_on: on, serial }),
  issue: ({ letter }, on) => ({ issued_on: on, letter_id: letter?.id ?? null, letter_number: letter?.number ?? null }),
  'void-letter': () => ({ issued_on: null, letter_id: null, letter_number: null }),
  'hand-out': (_told, on, { destination }) => ({ handed_out_on: on, expected_on: later(on, destination.answers?.reportBy) }),
  answer: (_told, on) => ({ answered_on: on }),
  relay: ({ reason = null }) => ({ relayed_to: reason }),
  accept: ({ proof, note = null }, on) => ({
    accepted_on: on,
    acceptance_proof: proof && proof.kind !== 'online-reply' ? proof.kind : null,
    acceptance_note: note,
    ...receiptSays({ proof }),
    ...(proof?.kind === 'callback' && { acceptance_call_id: proof.callId }),
  }),
  'accept-other': receiptSays,
  reject: ({ reason = null }, on) => ({ rejected_on: on, rejected_reason: reason }),
  'confirm-internal': (_told, on) => ({ accepted_on: on }),
  'decline-internal': ({ reason = null }, on) => ({ rejected_on: on, rejected_reason: reason }),
  close: (_told, on) => ({ closed_on: on }),
  apply: ({ reason = null }) => ({ application_reason: reason }),
  decline: () => ({ application_reason: null }),
  recall: ({ oldLetter = null }) => ({ old_letter: oldLetter }),
  void: ({ oldLetter = null }) => ({ old_letter: oldLetter }),
}

export const markedBy = (step: Step, told: Told, on: Day, row: AttemptRow): Columns => marks[step]?.(told, on, row) ?? {}

/** Each track that came to its end by this step, with the day and the proof. */
export const resultsOf = (before: TransferFacts, { tracks }: TransferFacts, { proof }: Told, on: Day): Columns => {
  const ends = (track: TrackName) => before.tracks[track].at === 'out' && ['accepted', 'rejected'].includes(tracks[track].at)
  const proven = (track: TrackName) => (tracks[track].at === 'accepted' && proof?.kind !== 'online-reply' ? (proof?.kind ?? null) : null)
  return {
    ...(ends('system') && { system_result_on: on, system_proof: proven('system') }),
    ...(ends('paper') && { paper_result_on: on, paper_proof: proven('paper') }),
  }
}

/** The columns that the decided facts fill; who acts next and by when follows from them. */
export const columnsOf = (facts: TransferFacts, held: BegunCase, { plan }: Setting): Columns => ({
  state: facts.state,
  method: facts.method,
  system_at: facts.tracks.system.at,
  system_until: facts.tracks.system.validUntil,
  paper_at: facts.tracks.paper.at,
  paper_until: facts.tracks.paper.validUntil,
  back_to: facts.backTo,
  application: facts.application,
  out_on: facts.transferredOutOn,
  owner: ownerOf(facts),
  due_on: dueOf(facts, plan, unitsOfCase(held)),
  expires_on: expiresOn(facts),
})

const nameIn = (answer: unknown): { id: string | null; name: string | null } => {
  if (typeof answer === 'string') return { id: null, name: answer }
  const { id = null, name = null } = (answer ?? {}) as { id?: string | null; name?: string | null }
  return { id, name }
}

/** The columns that a destination fills when it is handed in. `method` is proposed, unless the office has settled it. */
export const destinationColumns = (form: Form, { plan, divisionCode }: Setting, exception: string | null, known: Known = {}) => {
  const { answers, geography, paper, method } = consequencesOf(form, plan, divisionCode, exception, known)
  const { id, name } = nameIn(answers.addressee)
  const unit = answers.unitName
  return {
    destination: { ...form, answers },
    destination_type: form.type,
    unit_name: typeof unit === 'string' ? unit : null,
    addressee_id: id,
    addressee_name: name,
    geography,
    geography_reason: form.override?.reason ?? null,
    paper,
    method,
  } satisfies Columns
}
