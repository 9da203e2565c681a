/** 附件2: what a unit reports, and the act of reporting it. */
import { ORPCError } from '@orpc/server'
import { divisionName } from '../../../platform/divisions/index.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { type Geography, geographyNames } from '../../plans/rules.ts'
import { openPeople } from '../../roster/index.ts'
import { labelIn, membershipNames, sexes } from '../../roster/rules.ts'
import {
  type Answers,
  decide,
  destinations,
  methodNames,
  proofNames,
  type Refusal,
  type SealedAnswers,
  type State,
  shownState,
  shownStateNames,
} from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import * as store from '../store.ts'
import { openContacts } from './contacts.ts'
import { factsOf, orgCodeOf, type Setting, settingOf } from './setting.ts'
import { take } from './take.ts'

export type Reported = { transferId: string; graduateId: string; memberId: string; name: string; path: string }

const reported = ({ person, transfer }: BegunCase): Reported => ({
  transferId: transfer.id,
  graduateId: person.id,
  memberId: person.memberId,
  name: person.name,
  path: person.path,
})

/** Submitting 附件2 is what moves verified cases to the office: all of these, or none. Whoever is not verified any more is simply not among the moved. */
export async function submitRegister(context: RequestContext, cohortId: string, graduateIds: readonly string[]): Promise<Reported[]> {
  const { trx, scope } = context
  const cases = (await store.casesOf(trx, scope, graduateIds)).filter(
    (held): held is BegunCase => held.attempt?.state === 'verified' && held.person.cohortId === cohortId,
  )
  if (cases.length === 0) return []
  const items = cases.map(({ transfer: { id, version } }) => ({ id, version }))
  const { rows } = await take(context, { step: 'submit-register', items, as: 'submission' })
  const kept = rows.flatMap(row => (row.allowed ? [] : [row]))
  if (kept.length) {
    const detail = kept.map(({ name }) => name).join('、')
    throw new ORPCError('REFUSED', { status: 409, data: { reason: kept[0]!.reason, state: kept[0]!.state, detail } })
  }
  return cases.map(reported)
}

/** Column keys of the plan's form 附件2. */
export const registerColumns = [
  'studentNo',
  'name',
  'sex',
  'idNumber',
  'membership',
  'phone',
  'destination',
  'unitName',
  'receiverPlace',
  'geography',
  'addressee',
  'receivingBranch',
  'orgCode',
  'receiverContact',
  'confirmed',
  'method',
  'paper',
  'duesPaidTo',
  'validity',
  'serial',
  'startedOn',
  'result',
  'receipt',
  'remark',
] as const
export type RegisterColumn = (typeof registerColumns)[number]
/** `held`: why a submission may not take a verified case along (受审查); null when it may, and in every other state. */
export type RegisterRow = Reported & { branchName: string; state: State; held: Refusal | null; cells: Record<RegisterColumn, string> }

const written = (value: unknown) => (typeof value === 'string' ? value : '')
const yesNo = (value: unknown) => (value === true ? '是' : value === false ? '否' : '')
const contactIn = ({ receiverContact }: SealedAnswers) => (receiverContact ? `${receiverContact.name} ${receiverContact.phone}` : '')
const agreedIn = ({ confirmed, confirmedOn }: Answers, { confirmedWith }: SealedAnswers) =>
  joined(yesNo(confirmed), written(confirmedOn), confirmedWith && `${confirmedWith.name} ${confirmedWith.phone}`.trim())
const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ')

type Opened = { idNumber: string | null; phone: string | null }

const personCells = ({ person }: BegunCase, { idNumber, phone }: Opened) => ({
  studentNo: person.studentNumber,
  name: person.name,
  sex: labelIn(sexes, person.sex),
  idNumber: idNumber ?? '',
  membership: membershipNames[person.membership],
  phone: phone ?? '',
})

const destinationCells = ({ person, attempt }: BegunCase, sealed: SealedAnswers) => {
  const { answers } = attempt.destination
  return {
    destination: attempt.destination_type ? destinations[attempt.destination_type].label : '',
    unitName: attempt.unit_name ?? '',
    receiverPlace: divisionName(written(answers.receiverPlace).slice(0, 6)) ?? '',
    geography: attempt.geography ? geographyNames[attempt.geography as Geography] : '',
    addressee: attempt.addressee_name ?? '',
    receivingBranch: written(answers.receivingBranch),
    orgCode: orgCodeOf(person, attempt.destination),
    receiverContact: contactIn(sealed),
    confirmed: agreedIn(answers, sealed),
    duesPaidTo: written(answers.duesPaidTo) || (person.duesPaidTo ?? ''),
    remark: joined(written(answers.explanation), attempt.geography_reason),
  }
}

/** Of a case that went both ways, the second result behind the first. */
const receiptIn = ({ accepted_on: on, acceptance_proof: proof, ...attempt }: BegunCase['attempt']): string => {
  const first = joined(on, proof && proofNames[proof])
  const tracks = [
    [attempt.system_result_on, attempt.system_proof],
    [attempt.paper_result_on, attempt.paper_proof],
  ] as const
  const other = tracks.find(([day, by]) => on !== null && by !== null && by !== proof && day !== null)
  return other ? `${first}；${joined(other[0], proofNames[other[1]!])}` : first
}

const resultCells = (held: BegunCase, setting: Setting) => {
  const { attempt } = held
  const facts = factsOf(held, setting)
  return {
    method: attempt.method ? methodNames[attempt.method] : '',
    paper: attempt.paper?.outcome === 'paper' ? '是' : '否',
    validity: facts.tracks.paper.at === 'none' && facts.tracks.system.at === 'none' ? '' : `${facts.validityDays}天`,
    serial: joined(attempt.letter_number, attempt.serial),
    startedOn: attempt.issued_on ?? attempt.started_on ?? '',
    result: shownStateNames[shownState(facts, setting.today)],
    receipt: receiptIn(attempt),
  }
}

const heldBack = (held: BegunCase, setting: Setting): Refusal | null => {
  if (held.attempt.state !== 'verified') return null
  const decision = decide({ ...factsOf(held, setting), own: false }, 'submit-register', 'submission', setting.today)
  return decision.allowed ? null : decision.reason
}

/** 附件2 as it would read now, of every case that has begun in the scope, with full numbers. The caller's procedure holds the right and records it. */
export async function registerRows(context: RequestContext, cohortId: string): Promise<RegisterRow[]> {
  const { trx, scope } = context
  const setting = await settingOf(context, cohortId)
  const found = await store.casesOf(trx, scope, await store.begunIn(trx, scope, cohortId))
  const cases = found.filter((held): held is BegunCase => held.transfer !== null)
  const people = await openPeople(
    context,
    cases.map(({ person }) => person.memberId),
  )
  const contacts = await openContacts(context, cases, 'handed-in')
  return cases.map(held => ({
    ...reported(held),
    branchName: held.person.branchName,
    state: held.attempt.state,
    held: heldBack(held, setting),
    cells: {
      ...personCells(held, people.get(held.person.memberId) ?? { idNumber: null, phone: null }),
      ...destinationCells(held, contacts.get(held.person.id) ?? {}),
      ...resultCells(held, setting),
    },
  }))
}
