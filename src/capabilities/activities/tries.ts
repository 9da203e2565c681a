/** Wrong digits are counted for each person, in memory: who guesses is stopped long before a million. */
import { MOST_TRIES, TRIES_MS } from './rules.ts'

const wrong = new Map<string, number[]>()
const MANY = 10_000

const recent = (account: string, now: Date): number[] => (wrong.get(account) ?? []).filter(at => now.getTime() - at < TRIES_MS)

export const triedTooOften = (account: string, now: Date): boolean => recent(account, now).length >= MOST_TRIES

export const countWrong = (account: string, now: Date): void => {
  wrong.set(account, [...recent(account, now), now.getTime()])
  if (wrong.size <= MANY) return
  for (const known of wrong.keys()) if (recent(known, now).length === 0) wrong.delete(known)
}

export const forgetWrong = (account: string): void => void wrong.delete(account)
