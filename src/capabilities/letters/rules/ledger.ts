/** Where a letter stands in the ledger on a day. Only 作废, 领取 and 接收 are stored; the rest follows from the day. */
import { addDays, type Day } from '../../../kernel/day.ts'
import type { LetterState } from './issue.ts'

export const standings = ['issued', 'handed-over', 'expiring', 'expired', 'received', 'voided'] as const
export type Standing = (typeof standings)[number]

export const standingNames: Record<Standing, string> = {
  issued: '待领取',
  'handed-over': '在途',
  expiring: '将过期',
  expired: '过期',
  received: '已接收',
  voided: '作废',
}

export type StandingFacts = { state: LetterState; receivedOn: Day | null; validUntil: Day; pickedUpOn: Day | null }

/** The last `validUntil` that counts as expiring: so many days are left, today not counted. */
export const expiringUntil = (today: Day, warnDays: number): Day => addDays(today, warnDays)

/** Exclusive: 作废 before 已接收 before 过期 before 将过期 before 已领取. */
export const standingOf = ({ state, receivedOn, validUntil, pickedUpOn }: StandingFacts, today: Day, warnDays: number): Standing => {
  if (state === 'voided') return 'voided'
  if (receivedOn) return 'received'
  if (validUntil < today) return 'expired'
  if (validUntil <= expiringUntil(today, warnDays)) return 'expiring'
  return pickedUpOn ? 'handed-over' : 'issued'
}

export type Series = { first: number; next: number; missing: readonly number[] }

/** The highest number given this year; null before the first. */
export const usedTo = ({ first, next }: Pick<Series, 'first' | 'next'>): number | null => (next > first ? next - 1 : null)
