/** Counted by unit: what reached the publicity office and what became of it. */
import type { NewsState } from './life.ts'

export const countKeys = ['submitted', 'returned', 'accepted', 'published'] as const
export type CountKey = (typeof countKeys)[number]
export type Counts = Record<CountKey, number> & { links: number }

/** The states behind a number; the list that it opens asks for the same. */
export const statesOf: Record<CountKey, readonly NewsState[]> = {
  submitted: ['sent', 'received', 'returned', 'accepted', 'published'],
  returned: ['returned'],
  accepted: ['accepted', 'published'],
  published: ['published'],
}

export const noCounts = (): Counts => ({ submitted: 0, returned: 0, accepted: 0, published: 0, links: 0 })

type Counted = { state: NewsState; returnedFrom: 'above' | 'publicity' | null; links: number }

/** What a 总支 gave back has not reached the publicity office. */
export function counted(rows: readonly Counted[]): Counts {
  const sums = noCounts()
  for (const { state, returnedFrom, links } of rows) {
    if (returnedFrom === 'above') continue
    for (const key of countKeys) if (statesOf[key].includes(state)) sums[key] += 1
    sums.links += links
  }
  return sums
}
