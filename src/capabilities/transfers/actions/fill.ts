/** Keeps a destination as it is typed. The first save begins the case. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../../kernel/ids.ts'
import type { RequestContext } from '../../accounts/index.ts'
import type { FormInput } from '../contract.ts'
import { type Form, formMarks, mayEdit, type Refusal, type SealedAnswers, sealedFields } from '../rules.ts'
import type { Case, TransferRow } from '../store/cases.ts'
import * as store from '../store.ts'
import { newAttempt } from './attempts.ts'
import { columnsOf } from './columns.ts'
import { contactsPlace, openContacts } from './contacts.ts'
import { relight } from './lighting.ts'
import { factsOf, type Setting, settingOf, sidesIn } from './setting.ts'
import { holdCases } from './take.ts'

export const caseNumber = (year: number, number: number) => `转〔${year}〕${String(number).padStart(4, '0')}`

const split = ({ answers, ...rest }: FormInput, held: SealedAnswers): { form: Form; sealed: SealedAnswers } => {
  const { receiverContact, confirmedWith, domesticContacts, keeper, ...open } = answers
  const typed: SealedAnswers = { receiverContact, confirmedWith, domesticContacts, keeper }
  const sealed = Object.fromEntries(sealedFields.map(field => [field, (typed[field] === undefined ? held : typed)[field] ?? null]))
  return { form: { ...rest, answers: formMarks(open, sealed) }, sealed }
}

async function draftColumns(context: RequestContext, held: Case, transferId: string, input: FormInput) {
  const known = (await openContacts(context, [held], 'draft')).get(held.person.id) ?? {}
  const { form, sealed } = split(input, known)
  if (sealedFields.every(field => !sealed[field])) return { draft: form, draft_sealed: null, draft_key_id: null }
  const vault = await context.vault(held.person.cohortId)
  return { draft: form, draft_sealed: vault.seal(JSON.stringify(sealed), contactsPlace(transferId)), draft_key_id: vault.keyId }
}

function assertMayEdit(held: Case, setting: Setting): void {
  const facts = factsOf(held, setting)
  let reason: Refusal = 'not-your-side'
  for (const side of sidesIn(held, setting)) {
    const decision = mayEdit(facts, side, setting.today)
    if (decision.allowed) return
    if (decision.reason !== 'not-your-side') reason = decision.reason
  }
  throw new ORPCError('REFUSED', { status: 409, data: { reason, state: facts.state } })
}

async function begin(context: RequestContext, held: Case, setting: Setting, input: FormInput): Promise<void> {
  const { trx, scope, actor, today, now } = context
  const { person } = held
  const year = Number(today.slice(0, 4))
  const id = newId()
  const row = {
    school_id: scope.school,
    id,
    cohort_id: person.cohortId,
    graduate_id: person.id,
    member_id: person.memberId,
    path: person.path,
    number: caseNumber(year, await store.nextNumbers(trx, scope.school, year, 1)),
    traced_on: actor.memberId === person.memberId ? today : null,
    contacted_on: null,
  }
  const drafted = await draftColumns(context, held, id, input)
  if (!(await store.addTransfer(trx, { ...row, ...drafted }))) throw new ORPCError('CONFLICT', { status: 409, data: { version: 1 } })
  const first = newAttempt(scope.school, person, { transferId: id, ordinal: 1, kind: 'first', reason: null, now })
  const transfer: TransferRow = { ...row, ...drafted, version: 1, created_at: now, updated_at: now }
  const begun = { person, transfer, attempt: first }
  const { created_at: _, ...attempt } = { ...first, ...columnsOf(factsOf(begun, setting), begun, setting) }
  await store.addAttempts(trx, [attempt])
  await store.addEvents(trx, [
    {
      school_id: scope.school,
      transfer_id: id,
      attempt_id: first.id,
      member_id: person.memberId,
      path: person.path,
      on_day: today,
      step: 'begin',
      from_state: null,
      to_state: 'to-fill',
      actor_id: actor.id,
      actor_name: actor.name,
      role: actor.role,
      reason: null,
      note: null,
    },
  ])
  await relight(context, [begun])
  context.record({ kind: 'transfer', id, path: person.path, after: { number: row.number, type: input.type } })
}

/** `version` 0: the writer saw no case yet. */
export async function saveDestination(context: RequestContext, graduateId: string, version: number, input: FormInput): Promise<void> {
  const { trx, scope, actor, today, now } = context
  const [seen] = await store.casesOf(trx, scope, [graduateId])
  if (!seen) throw new ORPCError('NOT_FOUND')
  const setting = await settingOf(context, seen.person.cohortId)
  if (!seen.transfer) {
    assertMayEdit(seen, setting)
    return begin(context, seen, setting, input)
  }
  if (version === 0) throw new ORPCError('CONFLICT', { status: 409, data: { version: seen.transfer.version } })
  const [held] = await holdCases(context, [{ id: seen.transfer.id, version }])
  assertMayEdit(held!, setting)
  const drafted = await draftColumns(context, held!, seen.transfer.id, input)
  const traced = actor.memberId === seen.person.memberId && { traced_on: today }
  const transfer = { ...held!.transfer, ...drafted, ...traced }
  await store.saveTransfers(trx, [transfer], now)
  if (traced) await relight(context, [{ ...held!, transfer }])
  context.record({
    kind: 'transfer',
    id: transfer.id,
    path: seen.person.path,
    before: { type: held!.transfer.draft?.type ?? held!.attempt.destination.type },
    after: { type: input.type, fields: Object.keys(input.answers) },
  })
}
