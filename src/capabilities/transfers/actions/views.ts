/** Cases as the contract shows them: nothing of a person unmasked. */
import type { AnswerView } from '../../letters/contract.ts'
import type { TrackResult } from '../contract/views.ts'
import type { AttemptView, EventView, TransferRow } from '../contract.ts'
import type { Term } from '../rules.ts'
import { dueOf, isExpired, type Lamp, openSteps, ownerOf, type Step, shownState, type TransferFacts, termOf } from '../rules.ts'
import type { AttemptRow, Case, EventRow } from '../store/cases.ts'
import { changeView } from './change-views.ts'
import { factsOf, type Setting, sidesIn, unitsOfCase } from './setting.ts'

export const maskedAs = (last4: string | null, length: number) => (last4 === null ? null : last4.padStart(length, '*'))

export const termOfCase = ({ person: { outcome, membership, reduction }, attempt }: Case, facts: TransferFacts, { today }: Setting): Term =>
  termOf({ outcome, membership, reduction, transfer: attempt ? facts : null }, today)

/** The buttons: every step that some side of the actor could take now. */
export const stepsFor = (held: Case, facts: TransferFacts, setting: Setting): Step[] =>
  held.attempt ? [...new Set(sidesIn(held, setting).flatMap(side => openSteps(facts, side, setting.today)))] : []

/** What list and case say alike: where it stands, who acts next, by when. */
export function standingView(held: Case, setting: Setting, lamps: readonly Lamp[], facts = factsOf(held, setting)) {
  const { person, transfer, attempt } = held
  const term = termOfCase(held, facts, setting)
  const open = attempt !== null || term === 'unreported'
  const dueOn = attempt ? (attempt.due_on ?? attempt.expires_on) : open ? dueOf(facts, setting.plan, unitsOfCase(held)) : null
  return {
    id: transfer?.id ?? null,
    graduateId: person.id,
    number: transfer?.number ?? null,
    version: transfer?.version ?? 0,
    state: open ? shownState(facts, setting.today) : null,
    term,
    owner: open ? ownerOf(facts) : null,
    backTo: facts.backTo,
    application: facts.application,
    dueOn,
    overdue: dueOn !== null && dueOn < setting.today,
    lamps: [...lamps],
    can: stepsFor(held, facts, setting),
  }
}

export const personView = ({ person }: Case) => ({
  name: person.name,
  studentNumber: person.studentNumber,
  branchName: person.branchName,
  path: person.path,
  membership: person.membership,
  outcome: person.outcome,
  reduction: person.reduction,
})

/** Each way that was taken, with its end. */
export const trackResults = (row: AttemptRow): TrackResult[] =>
  (
    [
      { track: 'system', at: row.system_at, resultOn: row.system_result_on },
      { track: 'paper', at: row.paper_at, resultOn: row.paper_result_on },
    ] as const
  ).filter(({ at }) => at !== 'none')

const answerIn = (answer: AnswerView | undefined): TransferRow['answer'] =>
  answer ? { answer: answer.answer, on: answer.on, handler: answer.handler, phone: answer.phone } : null

export const rowView = (held: Case, setting: Setting, lamps: readonly Lamp[], answer?: AnswerView): TransferRow => ({
  ...standingView(held, setting, lamps),
  ...personView(held),
  destinationType: held.attempt?.destination_type ?? null,
  unitName: held.attempt?.unit_name ?? null,
  addressee: held.attempt?.addressee_name ?? null,
  geography: held.attempt?.geography ?? null,
  method: held.attempt?.method ?? null,
  letterNumber: held.attempt?.letter_number ?? null,
  expiresOn: held.attempt?.expires_on ?? null,
  relayedTo: held.attempt?.relayed_to ?? null,
  tracks: held.attempt ? trackResults(held.attempt) : [],
  answer: answerIn(answer),
})

const tracksIn = (row: AttemptRow) => ({
  system: { at: row.system_at, validUntil: row.system_until },
  paper: { at: row.paper_at, validUntil: row.paper_until },
})

export const attemptView = (row: AttemptRow, { today }: Setting, handlerPhone: string | null = null): AttemptView => ({
  id: row.id,
  ordinal: row.ordinal,
  living: row.living,
  kind: row.kind,
  kindReason: row.kind_reason,
  state: row.living && isExpired({ state: row.state, tracks: tracksIn(row) }, today) ? 'expired' : row.state,
  destinationType: row.destination_type,
  unitName: row.unit_name,
  addressee: row.addressee_name,
  geography: row.geography,
  geographyReason: row.geography_reason,
  method: row.method,
  paper: row.paper,
  system: { ...tracksIn(row).system, resultOn: row.system_result_on, proof: row.system_proof },
  letter: { ...tracksIn(row).paper, resultOn: row.paper_result_on, proof: row.paper_proof },
  serial: row.serial,
  letterId: row.letter_id,
  letterNumber: row.letter_number,
  sentBackReason: row.back_reason,
  applicationReason: row.application_reason,
  oldLetter: row.old_letter,
  registeredOn: row.registered_on,
  startedOn: row.started_on,
  issuedOn: row.issued_on,
  handedOutOn: row.handed_out_on,
  expectedOn: row.expected_on,
  answeredOn: row.answered_on,
  relayedTo: row.relayed_to,
  acceptedOn: row.accepted_on,
  acceptanceProof: row.acceptance_proof,
  acceptanceNote: row.acceptance_note,
  acceptanceShown: row.acceptance_shown,
  acceptanceHandler: row.acceptance_handler,
  acceptancePhone: handlerPhone,
  acceptanceCallId: row.acceptance_call_id,
  rejectedOn: row.rejected_on,
  rejectedReason: row.rejected_reason,
  closedOn: row.closed_on,
  expiresOn: row.expires_on,
  beganAt: row.created_at.toISOString(),
  endedOn: row.ended_on,
})

export const eventView = (row: EventRow): EventView => ({
  id: row.id,
  attemptId: row.attempt_id,
  at: row.at.toISOString(),
  on: row.on_day,
  step: row.step as EventView['step'],
  from: row.from_state,
  to: row.to_state,
  actorName: row.actor_name,
  role: row.role,
  reason: row.reason,
  note: row.note,
  changes: (row.changes ?? []).map(changeView),
})
