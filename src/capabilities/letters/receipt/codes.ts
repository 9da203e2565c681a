/** What is made of a receipt code: hashes to find and to prove by, and the key of what is answered under it. */
import { createHash } from 'node:crypto'
import { deriveKey, seal, unseal } from '../../../platform/crypto/index.ts'
import { type LetterContent, lastFour, numberDigits, receiptUntil } from '../rules.ts'

const sha256 = (...parts: string[]): Uint8Array => createHash('sha256').update(parts.join('\n')).digest()

/** The hash under which a receipt code is stored and looked up. */
export const receiptCodeHash = (code: string): Uint8Array => sha256(code)

/** Code, number and last four in one: the 128 bits of the code keep the other two from being guessed out of it. */
export const receiptProof = (code: string, number: string, last4: string): Uint8Array =>
  sha256('receipt proof', code, numberDigits(number), lastFour(last4))

/** An address is counted, not kept; of IPv6 the part that one household or office has. */
export const addressHash = (address: string): Uint8Array =>
  sha256('address', address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address)

/** The columns of a letter that the public page reads; all null where no code is printed. */
export const pageColumns = ({ receipt, number, idNumber, validUntil, from, to }: LetterContent) =>
  receipt
    ? {
        receipt_code_hash: receiptCodeHash(receipt.code),
        receipt_proof: receiptProof(receipt.code, number, idNumber.slice(-4)),
        receipt_until: receiptUntil(validUntil),
        from_name: from,
        to_name: to,
      }
    : { receipt_code_hash: null, receipt_proof: null, receipt_until: null, from_name: null, to_name: null }

/** Of the one who answered: how to reach them, and what they added. */
export type ReceiptContact = { phone: string; remark: string | null }

const keyOf = (code: string) => deriveKey(new TextEncoder().encode(code), 'receipt answer')
const place = (answerId: string) => `receipt_answers.contact ${answerId}`

/** The page holds no key of a school: whoever knows the code seals, and opens. The office finds the code in the letter's own content. */
export const sealContact = (code: string, answerId: string, contact: ReceiptContact): Uint8Array =>
  seal(keyOf(code), new TextEncoder().encode(JSON.stringify(contact)), place(answerId))

export const openContact = (code: string, answerId: string, sealed: Uint8Array): ReceiptContact =>
  JSON.parse(new TextDecoder().decode(unseal(keyOf(code), sealed, place(answerId))))
