/** Cases of earlier years that enter as they stand: kept at the school, or sent off and never answered. */
import { addDays, type Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { dropOutside, enterOutside } from '../../letters/index.ts'
import { type Form, formMarks, noTracks, type SealedAnswers, type Track, type TransferFacts } from '../rules.ts'
import type { AttemptRow, BegunCase, CasePerson, TransferRow } from '../store/cases.ts'
import * as store from '../store.ts'
import { newAttempt } from './attempts.ts'
import { columnsOf, destinationColumns, markedBy } from './columns.ts'
import { contactsPlace } from './contacts.ts'
import { caseNumber } from './fill.ts'
import { relight } from './lighting.ts'
import { factsOf, type Setting, settingOf } from './setting.ts'

/** A letter of before this ledger; `system`: the case went by the Party-affairs system too. */
export type CarriedLetter = { number: string; issuedOn: Day; validDays: number; system: boolean }

export type CarriedCase = {
  graduateId: string
  /** Where they went, as written: not every destination asks for it. */
  unitName: string | null
  form: Form
  sealed: SealedAnswers
  /** Null: kept at the school. */
  letter: CarriedLetter | null
  /** Since when it stands so, and what else the list says. */
  on: Day
  note: string
}

/** The ground on which paper stands for a letter that is already out. */
const EXCEPTION = '往届已开出纸质介绍信'

const untilOf = ({ issuedOn, validDays }: CarriedLetter) => addDays(issuedOn, validDays)

/** Where it stands, and by which way it went. */
function standingOf({ letter }: CarriedCase): Partial<TransferFacts> {
  if (!letter) return { state: 'retained', method: 'retain' }
  const out: Track = { at: 'out', validUntil: untilOf(letter) }
  return {
    state: 'in-transit',
    method: letter.system ? 'both' : 'paper',
    tracks: { ...noTracks, paper: out, ...(letter.system && { system: out }) },
    transferredOutOn: letter.issuedOn,
  }
}

/** A letter was in the member's hands from its day on, for all that is known; so was what went by the system. */
function datesOf({ letter }: CarriedCase, letterId: string | undefined, row: AttemptRow): Partial<AttemptRow> {
  if (!letter || !letterId) return {}
  const { issuedOn: on, number, system } = letter
  return {
    ...markedBy('issue', { letter: { id: letterId, number } }, on, row),
    ...markedBy('hand-out', {}, on, row),
    ...(system && markedBy('start', {}, on, row)),
  }
}

type Begun = { carried: CarriedCase; held: BegunCase }

function begin({ scope, now }: RequestContext, person: CasePerson, carried: CarriedCase, number: string): Begun {
  const id = newId()
  const row = { school_id: scope.school, id, cohort_id: person.cohortId, graduate_id: person.id, member_id: person.memberId }
  const transfer: TransferRow = {
    ...row,
    path: person.path,
    number,
    draft: null,
    draft_sealed: null,
    draft_key_id: null,
    traced_on: null,
    contacted_on: null,
    version: 1,
    created_at: now,
    updated_at: now,
  }
  const attempt = newAttempt(scope.school, person, { transferId: id, ordinal: 1, kind: 'first', reason: null, now })
  return { carried, held: { person, transfer, attempt } }
}

type Vault = Awaited<ReturnType<RequestContext['vault']>>

/** The destination as it would have been handed in, and from it how the case stands. */
function filled({ carried, held }: Begun, setting: Setting, vault: Vault): Begun {
  const { form, sealed, letter, unitName } = carried
  const whole = { ...form, answers: formMarks(form.answers, sealed) }
  const closed = Object.values(sealed).some(Boolean)
  const columns = destinationColumns(whole, setting, letter && EXCEPTION)
  const destination = {
    ...columns,
    unit_name: columns.unit_name ?? unitName,
    contacts_sealed: closed ? vault.seal(JSON.stringify(sealed), contactsPlace(held.transfer.id)) : null,
    key_id: closed ? vault.keyId : null,
  }
  const standing = { ...held, attempt: { ...held.attempt, ...destination } }
  const facts = { ...factsOf(standing, setting), ...standingOf(carried) }
  return { carried, held: { ...standing, attempt: { ...standing.attempt, ...columnsOf(facts, standing, setting) } } }
}

const lettersOf = (begun: readonly Begun[]) =>
  begun.flatMap(({ carried: { letter }, held: { person, transfer, attempt } }) =>
    letter
      ? [
          {
            transferId: transfer.id,
            attemptId: attempt.id,
            memberId: person.memberId,
            cohortId: person.cohortId,
            path: person.path,
            memberName: person.name,
            number: letter.number,
            addresseeName: attempt.addressee_name ?? '',
            issuedOn: letter.issuedOn,
            validUntil: untilOf(letter),
          },
        ]
      : [],
  )

/** Set-based, in the caller's transaction: the case, its letter in the ledger, its lamps. One note for each case; it names the import. */
export async function carryCases(
  context: RequestContext,
  cohortId: string,
  cases: readonly CarriedCase[],
  importId: string,
): Promise<void> {
  if (cases.length === 0) return
  const { trx, scope, today, record } = context
  const setting = await settingOf(context, cohortId)
  const vault = await context.vault(cohortId)
  const found = await store.casesOf(
    trx,
    scope,
    cases.map(({ graduateId }) => graduateId),
  )
  const people = new Map(found.map(({ person }) => [person.id, person]))
  const year = Number(today.slice(0, 4))
  const first = await store.nextNumbers(trx, scope.school, year, cases.length)
  const begun = cases.map((carried, at) =>
    filled(begin(context, people.get(carried.graduateId)!, carried, caseNumber(year, first + at)), setting, vault),
  )
  const letters = await enterOutside(context, lettersOf(begun))
  const entered = begun.map(({ carried, held }) => {
    const attempt = { ...held.attempt, ...datesOf(carried, letters.get(held.attempt.id), held.attempt) }
    return { carried, held: { ...held, attempt } }
  })
  await save(context, entered, importId)
  await relight(
    context,
    entered.map(({ held }) => held),
    new Map([[cohortId, setting]]),
  )
  for (const { carried, held } of entered)
    record({
      kind: 'transfer',
      id: held.transfer.id,
      path: held.person.path,
      after: {
        number: held.transfer.number,
        state: held.attempt.state,
        ...(carried.letter && { letter: carried.letter.number }),
        importId,
      },
    })
}

async function save({ trx, scope, actor }: RequestContext, rows: readonly Begun[], importId: string): Promise<void> {
  await store.addTransfers(
    trx,
    rows.map(({ held: { transfer } }) => {
      const { version: _v, created_at: _c, updated_at: _u, ...row } = transfer
      return row
    }),
  )
  await store.addAttempts(
    trx,
    rows.map(({ held: { attempt } }) => {
      const { created_at: _, ...row } = attempt
      return row
    }),
  )
  await store.addEvents(
    trx,
    rows.map(({ carried, held: { person, transfer, attempt } }) => ({
      school_id: scope.school,
      transfer_id: transfer.id,
      attempt_id: attempt.id,
      member_id: person.memberId,
      path: person.path,
      on_day: carried.on,
      step: 'carry-over',
      from_state: null,
      to_state: attempt.state,
      actor_id: actor.id,
      actor_name: actor.name,
      role: actor.role,
      reason: null,
      note: carried.note,
      import_id: importId,
    })),
  )
}

/** The cases of these graduates; a version above 1: somebody has worked on it since. */
export const carriedCases = ({ trx, scope }: RequestContext, graduateIds: readonly string[], hold: boolean) =>
  store.casesAsCarried(trx, scope, graduateIds, hold)

/** With their letters and lamps; refuses by throwing where one was touched: whoever asks has looked, and holds them. */
export async function dropCarriedCases(context: RequestContext, graduateIds: readonly string[]): Promise<void> {
  const { trx, scope } = context
  const ids = (await store.casesAsCarried(trx, scope, graduateIds, true)).map(({ id }) => id)
  if (ids.length === 0) return
  await dropOutside(context, ids)
  await store.dropLamps(trx, scope.school, graduateIds)
  const dropped = await store.dropUntouched(trx, ids)
  if (dropped !== ids.length) throw new Error(`${ids.length - dropped} carried cases were touched since`)
}
