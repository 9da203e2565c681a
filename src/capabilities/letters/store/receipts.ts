/** The public page's two questions to the database, and its answers as the school reads them. */
import '../tables.ts'
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Trx } from '../../../platform/database/index.ts'
import type { Scope } from '../../orgs/index.ts'
import type { ReceiptOutcome, ReceiptStanding } from '../contract.ts'

export type Asked = { code: Uint8Array; proof: Uint8Array; address: Uint8Array; today: Day }
type Turned = { standing: 'refused' } | { standing: 'locked' }
type Known = Exclude<ReceiptStanding, { standing: 'open' }>
type Open = Omit<Extract<ReceiptStanding, { standing: 'open' }>, 'today'>

const told = async <Answer>(trx: Trx, question: ReturnType<typeof sql<{ told: Answer }>>): Promise<Answer> =>
  (await question.execute(trx)).rows[0]!.told

export const openReceipt = (trx: Trx, { code, proof, address, today }: Asked): Promise<Turned | Known | Open> =>
  told(trx, sql`select open_receipt(${code}::bytea, ${proof}::bytea, ${address}::bytea, ${today}::date) as told`)

export type Given = { id: string; answer: string; relayedTo: string | null; reason: string | null; handler: string; contact: string }

export const answerReceipt = (
  trx: Trx,
  { code, proof, address, today }: Asked,
  given: Given,
): Promise<Turned | Exclude<ReceiptOutcome, { standing: 'kept' }> | { standing: 'kept' }> =>
  told(
    trx,
    sql`select answer_receipt(${code}::bytea, ${proof}::bytea, ${address}::bytea, ${today}::date, ${JSON.stringify(given)}::json) as told`,
  )

/** Answers that no case has been told of yet, over every school. */
export const waitingAnswers = (trx: Trx, limit: number) =>
  trx
    .selectFrom('receipt_answers')
    .select(['school_id as school', 'id'])
    .where('taken_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute()

const answersIn = (trx: Trx, scope: Scope) =>
  trx
    .selectFrom('receipt_answers as r')
    .innerJoin('letters as l', join => join.onRef('l.school_id', '=', 'r.school_id').onRef('l.id', '=', 'r.letter_id'))
    .select([
      'r.id as id',
      'r.letter_id as letterId',
      'r.answer as answer',
      'r.relayed_to as relayedTo',
      'r.reason as reason',
      'r.handler as handler',
      'r.contact_sealed as sealed',
      'r.on_day as on',
      'r.reopened_on as reopenedOn',
      'l.attempt_id as attemptId',
      'l.path as path',
      'l.member_name as memberName',
      'l.number_text as numberText',
    ])
    .where('r.school_id', '=', scope.school)
    .where('r.path', '>=', scope.path)
    .where('r.path', '<', scope.pathEnd)
    .$if(scope.reach === 'own', query => query.where('r.member_id', '=', scope.member))
export type AnswerRow = Awaited<ReturnType<typeof answersTo>>[number]

/** Of these letters, the newest first. */
export const answersTo = (trx: Trx, scope: Scope, letterIds: readonly string[]) =>
  answersIn(trx, scope).where('r.letter_id', 'in', letterIds).orderBy('r.at', 'desc').orderBy('r.id', 'desc').execute()

/** Held, and only while nobody has taken it up. */
export const heldAnswer = (trx: Trx, scope: Scope, id: string) =>
  answersIn(trx, scope).where('r.id', '=', id).where('r.taken_at', 'is', null).forUpdate('r').executeTakeFirst()

export const takenUp = (trx: Trx, { school }: Scope, id: string, now: Date) =>
  trx.updateTable('receipt_answers').set({ taken_at: now }).where('school_id', '=', school).where('id', '=', id).execute()

/** The answers that stand to these letters do so no more. */
export const reopen = async (trx: Trx, { school }: Scope, letterIds: readonly string[], today: Day): Promise<void> => {
  if (letterIds.length === 0) return
  await trx
    .updateTable('receipt_answers')
    .set({ reopened_on: today })
    .where('school_id', '=', school)
    .where('letter_id', 'in', letterIds)
    .where('reopened_on', 'is', null)
    .execute()
}

/** Counts of an hour that has passed say nothing any more. */
export const dropOldTries = (trx: Trx) =>
  trx.deleteFrom('receipt_tries').where('since', '<', sql<Date>`now() - interval '1 hour'`).execute()
