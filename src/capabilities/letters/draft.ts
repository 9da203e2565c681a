/** What the case hands over to be written as a letter, and the school's share of it. */
import type { Day } from '../../kernel/day.ts'
import { randomCode } from '../../platform/crypto/index.ts'
import type { school } from '../orgs/index.ts'
import type { Plan } from '../plans/rules.ts'
import type { LetterFacts, LetterMembership, LetterReceipt } from './rules.ts'

/** As paper writes it, 汉族 and not its code. */
export type EthnicGroupName = `${string}族` | '其他' | '外籍'

export type LetterDraft = {
  transferId: string
  attemptId: string
  memberId: string
  cohortId: string
  /** Of the member's branch. */
  path: string
  memberName: string
  sex: 'male' | 'female' | null
  bornOn: Day | null
  ethnicGroup: EthnicGroupName | null
  membership: 'full' | 'probationary'
  idNumber: string | null
  phone: string | null
  addresseeName: string
  /** The branch in full, from the committee down. */
  from: string
  to: string
  /** `YYYY-MM` */
  duesPaidTo: string
  validDays: number
}

type School = Awaited<ReturnType<typeof school>>

const sexes = { male: '男', female: '女' } as const
const memberships: Record<LetterDraft['membership'], LetterMembership> = { full: '正式', probationary: '预备' }

export const committeeOf = ({ committeeName, contact }: School): LetterFacts['committee'] => ({
  name: committeeName,
  receiptTo: `${committeeName}组织部`,
  address: contact.address ?? '',
  phone: contact.phone ?? '',
  fax: contact.fax ?? '',
  postCode: contact.postCode ?? '',
})

export type SchoolShare = Pick<LetterFacts, 'pattern' | 'daizi' | 'numerals' | 'committee'> & { code: string; publicPage: boolean }

export const schoolShare = (school: School, plan: Plan): SchoolShare => ({
  pattern: plan.letterPolicy.numberPattern,
  daizi: school.letterPrefix,
  numerals: plan.letterPolicy.capitals ? 'capital' : 'digits',
  committee: committeeOf(school),
  code: school.code,
  publicPage: plan.publicPage,
})

export const personComplete = ({ sex, bornOn, ethnicGroup, idNumber }: LetterDraft) => Boolean(sex && bornOn && ethnicGroup && idNumber)

/** The draft must be complete: `printProblems` says so before. */
export const factsOf = (
  draft: LetterDraft,
  { pattern, daizi, numerals, committee }: SchoolShare,
  issuedOn: Day,
): Omit<LetterFacts, 'numberInYear' | 'receipt'> => ({
  pattern,
  daizi,
  numerals,
  committee,
  issuedOn,
  validDays: draft.validDays,
  addressee: draft.addresseeName.trim(),
  name: draft.memberName,
  sex: draft.sex ? sexes[draft.sex] : '',
  born: draft.bornOn ?? issuedOn,
  ethnicGroup: draft.ethnicGroup ?? '',
  membership: memberships[draft.membership],
  idNumber: draft.idNumber ?? '',
  from: draft.from,
  to: draft.to,
  duesPaidTo: draft.duesPaidTo,
  phone: draft.phone ?? '',
})

/** A new code of the public page, where the plan has it. */
export const newReceipt = ({ code, publicPage }: SchoolShare, url: string): LetterReceipt | null => {
  if (!publicPage) return null
  const opaque = `${code}-${randomCode()}`
  return { code: opaque, url: `${url}/r/${opaque}` }
}
