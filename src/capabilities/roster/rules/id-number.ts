/** ID numbers: GB 11643 for residents (and the residence permits modelled on it), forms only for the other papers. */
import type { Day } from '../../../kernel/day.ts'
import { dayFrom } from '../../imports/rules.ts'
import type { IdType, Sex } from './codes.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

export const checkDigitOf = (first17: string): string =>
  CHECKS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first17[at]), 0) % 11]!

export type IdFacts = { bornOn: Day; sex: Sex; division: string }
export type IdFault = 'id-length' | 'id-form' | 'check-digit' | 'id-birth'
export type IdReading = { valid: true; facts: IdFacts } | { valid: false; fault: IdFault }

/** What a resident's number says, or the first thing that is wrong with it. */
export const readResidentId = (number: string): IdReading => {
  if (number.length !== 18) return { valid: false, fault: 'id-length' }
  if (!/^\d{17}[\dX]$/.test(number)) return { valid: false, fault: 'id-form' }
  if (checkDigitOf(number) !== number[17]) return { valid: false, fault: 'check-digit' }
  const born = dayFrom(number.slice(6, 10), number.slice(10, 12), number.slice(12, 14))
  if (!born) return { valid: false, fault: 'id-birth' }
  return { valid: true, facts: { bornOn: born, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female', division: number.slice(0, 6) } }
}

export const idFaultText: Record<IdFault, string> = {
  'id-length': '公民身份号码应为 18 位，这一格位数不对。请对照证件补全。',
  'id-form': '公民身份号码应为 17 位数字加 1 位数字或 X，这一格有别的字符。请对照证件改正。',
  'check-digit': '公民身份号码的末位校验码不对，多半是抄错了某一位。请对照证件逐位核对。',
  'id-birth': '公民身份号码里的出生日期不存在。请对照证件核对第 7 至 14 位。',
}

/** GB/T 2260, first two digits; 81 to 83 are the residence permits, 91 is abroad. Abolished counties keep their province. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(' '),
)
export const isKnownDivision = (division: string): boolean => provinces.has(division.slice(0, 2))

const forms: Record<Exclude<IdType, 'resident-id' | 'residence-permit'>, RegExp> = {
  'hk-macau-permit': /^[HM]\d{8}(?:\d{2})?$/,
  'taiwan-permit': /^(?:\d{8}|\d{10})$/,
  passport: /^[A-Z]{1,2}\d{6,8}$/,
}

export const hasFormOf = (idType: IdType, number: string): boolean =>
  idType === 'resident-id' || idType === 'residence-permit' ? readResidentId(number).valid : forms[idType].test(number)

/** Where the sheet does not say which paper it is. A resident's number mistyped stays a resident's number. */
export const guessIdType = (number: string): IdType => {
  if (/^8[123]\d{15}[\dX]$/.test(number)) return 'residence-permit'
  if (forms['hk-macau-permit'].test(number)) return 'hk-macau-permit'
  return forms.passport.test(number) ? 'passport' : 'resident-id'
}
