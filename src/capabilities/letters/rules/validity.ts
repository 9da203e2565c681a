import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

/** Where the receiver is, seen from the school: 校内, 市内, 省内, 省外. */
export const letterScopes = ['campus', 'city', 'province', 'outside'] as const
export type LetterScope = (typeof letterScopes)[number]

export const LEAST_VALID_DAYS = 1
/** A letter is good for three months at the most. */
export const MOST_VALID_DAYS = 90

export type ValidityPolicy = Readonly<Record<LetterScope, number>>

export const defaultValidity: ValidityPolicy = { campus: 90, city: 90, province: 90, outside: 90 }

export type ValidityRefusal = 'validity-out-of-range'

/** The days a letter runs: what was asked for, else what the policy gives the scope; 1 to 90. */
export const validDays = (policy: ValidityPolicy, scope: LetterScope, asked: number | null = null): Decision<number, ValidityRefusal> => {
  const days = asked ?? policy[scope]
  return isValidity(days) ? allow(days) : refuse('validity-out-of-range')
}

export const isValidity = (days: number): boolean => Number.isInteger(days) && days >= LEAST_VALID_DAYS && days <= MOST_VALID_DAYS

/** The last day on which the letter may be presented. The day of issue is not counted: 90 days from 2 June run to 31 August. */
export const validUntil = (issuedOn: Day, days: number): Day => addDays(issuedOn, days)

export const letterExpired = (lastDay: Day, today: Day): boolean => today > lastDay

/** Days that are left, the last one counted as 0; negative once expired. */
export const daysLeft = (lastDay: Day, today: Day): number => daysBetween(today, lastDay)
