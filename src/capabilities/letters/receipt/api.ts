/** What the public page can ask. It runs in the ordinary server or in a process of its own, with the role that may call two functions. */
import { setTimeout as wait } from 'node:timers/promises'
import { implement, ORPCError } from '@orpc/server'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Trx } from '../../../platform/database/index.ts'
import { receiptsContract } from '../contract.ts'
import { readAnswer } from '../rules.ts'
import { type Asked, answerReceipt, openReceipt } from '../store/receipts.ts'
import { addressHash, receiptCodeHash, receiptProof, sealContact } from './codes.ts'

/** How the page reaches the database: one transaction of its own role and reach. */
export interface ReceiptDoor {
  within<T>(work: (trx: Trx) => Promise<T>): Promise<T>
  today(): Day
  /** An answer was kept: whoever can tell the case does so now. */
  answered(): Promise<void>
}

export interface ReceiptContext {
  services: { receipts: ReceiptDoor }
  /** Where the request came from, as far as it came over HTTP. */
  address?: string | undefined
}

/** Longer than any of the work takes: an answer comes at the same time whatever was wrong. */
const ANSWER_AFTER_MS = 200

const evenly = async <T>(work: () => Promise<T>): Promise<T> => {
  const [outcome] = await Promise.allSettled([work(), wait(ANSWER_AFTER_MS)])
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

const refused = (reason: string) => new ORPCError('REFUSED', { status: 409, data: { reason } })

/** A refusal is thrown only after the transaction, which has counted the try. */
const known = <Standing extends { standing: string }>(told: Standing): Exclude<Standing, { standing: 'refused' | 'locked' }> => {
  if (told.standing === 'refused' || told.standing === 'locked') throw refused(told.standing)
  return told as never
}

const asked = (
  { services: { receipts }, address = '' }: ReceiptContext,
  proof: { code: string; number: string; last4: string },
): Asked => ({
  code: receiptCodeHash(proof.code),
  proof: receiptProof(proof.code, proof.number, proof.last4),
  address: addressHash(address),
  today: receipts.today(),
})

const os = implement(receiptsContract).$context<ReceiptContext>()

export const receiptsApi = os.router({
  open: os.open.handler(({ context, input }) =>
    evenly(async () => {
      const { receipts } = context.services
      const standing = known(await receipts.within(trx => openReceipt(trx, asked(context, input))))
      return standing.standing === 'open' ? { ...standing, today: receipts.today() } : standing
    }),
  ),

  answer: os.answer.handler(({ context, input: { code, number, last4, ...said } }) =>
    evenly(async () => {
      const { receipts } = context.services
      const read = readAnswer(said)
      if (!read.allowed) throw refused(read.reason)
      const { answer, relayedTo, reason, handler, phone, remark } = read.value
      const id = newId()
      const contact = Buffer.from(sealContact(code, id, { phone, remark })).toString('base64')
      const given = { id, answer, relayedTo, reason, handler, contact }
      const outcome = known(await receipts.within(trx => answerReceipt(trx, asked(context, { code, number, last4 }), given)))
      if (outcome.standing !== 'kept') return outcome
      await receipts.answered()
      return { standing: 'kept', on: receipts.today(), answer } as const
    }),
  ),
})
