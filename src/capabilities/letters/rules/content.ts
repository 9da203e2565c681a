/** A letter as words and dates. Everything here is frozen at issue: a reprint years later reads the same. */
import { ageOn, type Day } from '../../../kernel/day.ts'
import { letterNumber, UNNUMBERED } from './number.ts'
import type { NumeralStyle } from './numerals.ts'
import { validUntil } from './validity.ts'

export type LetterMembership = '正式' | '预备'

/** The sending committee as the letter names it, and where to reach it. */
export type LetterCommittee = {
  name: string
  /** Whom the receipt addresses: the committee, or its 组织部. */
  receiptTo: string
  address: string
  phone: string
  fax: string
  postCode: string
}

/** The public page where the receiver checks the letter and answers. */
export type LetterReceipt = { code: string; url: string }

export type LetterContent = {
  number: string
  numberInYear: number
  issuedOn: Day
  validDays: number
  validUntil: Day
  numerals: NumeralStyle
  addressee: string
  name: string
  sex: string
  /** On the day of issue. */
  age: number
  ethnicGroup: string
  membership: LetterMembership
  /** In full: paper is never masked. */
  idNumber: string
  /** The branch in full, from the committee down. */
  from: string
  /** The receiving branch or unit. */
  to: string
  /** `YYYY-MM` */
  duesPaidTo: string
  phone: string
  committee: LetterCommittee
  /** Null while the school keeps its public page off: the receipt then carries no QR code. */
  receipt: LetterReceipt | null
}

type Derived = 'number' | 'validUntil' | 'age'

/** What is known when the number is given. */
export type LetterFacts = Omit<LetterContent, Derived> & { born: Day; pattern: string; daizi: string }

/** Freezes the letter: number text, last valid day and age at issue. The year of the number is the year of issue. */
export const freezeLetter = ({ born, pattern, daizi, ...letter }: LetterFacts): LetterContent => ({
  ...letter,
  number: letterNumber(pattern, { daizi, year: Number(letter.issuedOn.slice(0, 4)), number: letter.numberInYear }),
  validUntil: validUntil(letter.issuedOn, letter.validDays),
  age: ageOn(born, letter.issuedOn),
})

/** The sheet as it will look: 待编号 where the number goes, and no code to be scanned. */
export const draftContent = (facts: Omit<LetterFacts, 'numberInYear' | 'receipt'>): LetterContent => ({
  ...freezeLetter({ ...facts, numberInYear: 0, receipt: null }),
  number: UNNUMBERED,
})

/** Every text that comes from people, of a draft or of a frozen letter: each character must have a glyph before a number is given. */
export const printedTexts = ({ committee, receipt, ...letter }: Omit<LetterContent, Derived>): string[] =>
  [...Object.values(letter), ...Object.values(committee), receipt?.url].filter(value => typeof value === 'string')
