import './tables.ts'
import type { Insertable } from 'kysely'
import { insertRows, namedSince, patchRows, type Tables, type Trx, updateRows } from '../../platform/database/index.ts'
import { meaning } from '../../platform/database/violations.ts'
import type { Scope } from '../orgs/index.ts'

meaning('letters_one_living_per_attempt', 'already-issued')

/** Letters in the scope; nothing of this capability is read without one. */
export const lettersIn = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('letters as l')
    .where('l.school_id', '=', scope.school)
    .where('l.path', '>=', scope.path)
    .where('l.path', '<', scope.pathEnd)
    .$if(scope.reach === 'own', query => query.where('l.member_id', '=', scope.member))

/** Without the sealed content. */
export const letterColumns = [
  'l.id as id',
  'l.cohort_id as cohortId',
  'l.transfer_id as transferId',
  'l.attempt_id as attemptId',
  'l.member_id as memberId',
  'l.path as path',
  'l.year as year',
  'l.number as number',
  'l.number_text as numberText',
  'l.outside as outside',
  'l.addressee_name as addresseeName',
  'l.member_name as memberName',
  'l.issued_on as issuedOn',
  'l.valid_until as validUntil',
  'l.state as state',
  'l.voided_on as voidedOn',
  'l.void_ground as voidGround',
  'l.void_note as voidNote',
  'l.issued_name as issuedName',
  'l.picked_up_on as pickedUpOn',
  'l.picked_up_by as pickedUpBy',
  'l.picked_up_how as pickedUpHow',
  'l.received_on as receivedOn',
  'l.version as version',
] as const

const letters = (trx: Trx, scope: Scope) => lettersIn(trx, scope).select(letterColumns)
export type LetterRow = Awaited<ReturnType<typeof lettersOf>>[number]

/** A member's letters, newest first. */
export const lettersOf = (trx: Trx, scope: Scope, memberId: string) =>
  letters(trx, scope).where('l.member_id', '=', memberId).orderBy('l.year', 'desc').orderBy('l.number', 'desc').execute()

export const letter = (trx: Trx, scope: Scope, id: string) => letters(trx, scope).where('l.id', '=', id).executeTakeFirst()

/** As the roster reads: branch by branch, then by student number; of one person by the letters' own numbers. */
export const inRosterOrder = async (trx: Trx, scope: Scope, ids: readonly string[]): Promise<string[]> =>
  (
    await lettersIn(trx, scope)
      .innerJoin('members as m', join => join.onRef('m.school_id', '=', 'l.school_id').onRef('m.id', '=', 'l.member_id'))
      .select('l.id as id')
      .where('l.id', 'in', ids)
      .orderBy('l.path')
      .orderBy('m.student_number')
      .orderBy('l.year')
      .orderBy('l.number')
      .execute()
  ).map(({ id }) => id)

/** The letters of these cases in the order of their issue: what is needed to know which took whose place. */
export const lettersOfCases = (trx: Trx, scope: Scope, transferIds: readonly string[]) =>
  transferIds.length === 0
    ? Promise.resolve([])
    : lettersIn(trx, scope)
        .select(['l.id as id', 'l.transfer_id as transferId', 'l.number_text as number', 'l.state as state'])
        .where('l.transfer_id', 'in', transferIds)
        .orderBy('l.issued_on')
        .orderBy('l.created_at')
        .orderBy('l.year')
        .orderBy('l.number')
        .execute()

/** Held until the end, in one order. */
export const heldLetters = (trx: Trx, scope: Scope, ids: readonly string[]) =>
  letters(trx, scope).where('l.id', 'in', ids).orderBy('l.id').forUpdate('l').execute()

export const sealedLetters = (trx: Trx, scope: Scope, ids: readonly string[]) =>
  letters(trx, scope)
    .select(['l.content_sealed as sealed', 'l.content_sha256 as sha256', 'l.key_id as keyId'])
    .where('l.id', 'in', ids)
    .execute()

/** Which of these attempts have a letter that stands. */
export const standingAttempts = async (trx: Trx, scope: Scope, attemptIds: readonly string[]): Promise<Set<string>> => {
  const rows = await lettersIn(trx, scope)
    .select('l.attempt_id as id')
    .where('l.attempt_id', 'in', attemptIds)
    .where('l.state', '=', 'issued')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The paper ledger of the year may have begun: the first number to be given here. */
export const beginNumbers = (trx: Trx, school: string, year: number, first: number) =>
  insertRows(trx, 'letter_numbers', [{ school_id: school, year, first, next: first }])

/** Takes so many numbers of the year and gives the first; the year's row is held, so that batches wait for each other. */
export const takeNumbers = async (trx: Trx, school: string, year: number, count: number): Promise<number> => {
  const { next } = await trx
    .insertInto('letter_numbers')
    .values({ school_id: school, year, next: 1 + count })
    .onConflict(conflict => conflict.columns(['school_id', 'year']).doUpdateSet(eb => ({ next: eb('letter_numbers.next', '+', count) })))
    .returning('next')
    .executeTakeFirstOrThrow()
  return next - count
}

type LaterColumns =
  | 'voided_on'
  | 'void_ground'
  | 'void_note'
  | 'picked_up_on'
  | 'picked_up_by'
  | 'picked_up_how'
  | 'received_on'
  | 'version'
  | 'created_at'
export type NewLetter = Omit<Insertable<Tables['letters']>, LaterColumns>

export const addLetters = (trx: Trx, rows: readonly NewLetter[]) => insertRows(trx, 'letters', rows)

type Change = Partial<
  Pick<
    Tables['letters'],
    'state' | 'voided_on' | 'void_ground' | 'void_note' | 'picked_up_on' | 'picked_up_by' | 'picked_up_how' | 'received_on'
  >
>

/** Each as it was held, with its change. */
export const saveLetters = (trx: Trx, school: string, rows: readonly (Change & Pick<LetterRow, 'id' | 'version'>)[]) =>
  rows.length === 0
    ? Promise.resolve()
    : patchRows(
        trx,
        'letters',
        ['school_id', 'id'],
        rows.map(row => ({ ...row, school_id: school, version: row.version + 1 })),
      )

/** Members who moved take their letters to the new branch, and what was answered to them or written of their pick-up. */
export const moveLetters = async (trx: Trx, school: string, moves: readonly { memberId: string; path: string }[]) => {
  if (moves.length === 0) return
  const rows = moves.map(({ memberId, path }) => ({ school_id: school, member_id: memberId, path }))
  await updateRows(trx, 'letters', ['school_id', 'member_id'], rows)
  await updateRows(trx, 'receipt_answers', ['school_id', 'member_id'], rows)
  await updateRows(trx, 'letter_handovers', ['school_id', 'member_id'], rows)
}

export const addPrints = (trx: Trx, rows: readonly Insertable<Tables['letter_prints']>[]) => insertRows(trx, 'letter_prints', rows)

export const printsOf = (trx: Trx, scope: Scope, letterId: string) =>
  trx
    .selectFrom('letter_prints')
    .select(['id', 'at', 'actor_name as actorName', 'kind', 'printer_name as printerName', 'job_size as jobSize'])
    .where('school_id', '=', scope.school)
    .where('path', '>=', scope.path)
    .where('path', '<', scope.pathEnd)
    .where('letter_id', '=', letterId)
    .orderBy('id')
    .execute()

/** Of these members, who was issued a letter later than this id was made. */
export const lettersSince = (trx: Trx, school: string, memberIds: readonly string[], since: string) =>
  namedSince(trx, 'letters', { school, column: 'member_id', among: memberIds, since })
