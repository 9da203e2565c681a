/** An answer from the public page comes to the school: marked, audited, told to whoever has the case, in one transaction. */
import type { Day } from '../../../kernel/day.ts'
import { maskPhone } from '../../../kernel/mask.ts'
import type { RequestContext } from '../../accounts/index.ts'
import type { AnswerView } from '../contract.ts'
import { answerInWords, type ReceiptAnswer } from '../rules.ts'
import { openLetters } from '../sheets.ts'
import { type AnswerRow, answersTo, heldAnswer, reopen, takenUp } from '../store/receipts.ts'
import { openContact } from './codes.ts'

export type Answered = { attemptId: string; memberName: string; numberText: string; answer: ReceiptAnswer; words: string; on: Day }
export type AnswerListener = (context: RequestContext, answered: Answered) => Promise<void>

const listeners = new Map<string, AnswerListener>()

/** One listener a capability. */
export const whenReceiversAnswer = (capability: string, listener: AnswerListener) => listeners.set(capability, listener)

/** Nothing where somebody else has taken it up already. */
export async function takeAnswer(context: RequestContext, id: string): Promise<void> {
  const { trx, scope, now, record } = context
  const row = await heldAnswer(trx, scope, id)
  if (!row) return
  await takenUp(trx, scope, id, now)
  record({ kind: 'letter', id: row.letterId, path: row.path, after: { answer: row.answer, on: row.on } })
  const { attemptId, memberName, numberText, answer, on } = row
  for (const listener of listeners.values())
    await listener(context, { attemptId, memberName, numberText, answer, words: answerInWords(row), on })
}

/** Whoever holds the paper may answer again. */
export const reopenReceipts = ({ trx, scope, today }: RequestContext, letterIds: readonly string[]) => reopen(trx, scope, letterIds, today)

const view = (row: AnswerRow, code: string | undefined, whole: boolean): AnswerView => {
  const contact = code === undefined ? null : openContact(code, row.id, row.sealed)
  return {
    id: row.id,
    letterId: row.letterId,
    answer: row.answer,
    relayedTo: row.relayedTo,
    reason: row.reason,
    handler: row.handler,
    phone: contact && (whole ? contact.phone : maskPhone(contact.phone)),
    remark: contact?.remark ?? null,
    on: row.on,
    reopened: row.reopenedOn !== null,
  }
}

/** What was answered to these letters, newest first; `whole`: with the handler's phone in full. */
export async function receiverAnswers(context: RequestContext, letterIds: readonly string[], whole: boolean): Promise<AnswerView[]> {
  const rows = letterIds.length ? await answersTo(context.trx, context.scope, letterIds) : []
  if (rows.length === 0) return []
  const opened = await openLetters(
    context,
    rows.map(({ letterId }) => letterId),
  )
  return rows.map(row => view(row, opened.get(row.letterId)?.content?.receipt?.code, whole))
}
