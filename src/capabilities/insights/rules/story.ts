import type { Day } from '../../../kernel/day.ts'
import type { Permission } from '../../accounts/rules.ts'

export const entryKinds = ['roster', 'item', 'transfer', 'letter'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Each part of a person's story is read by whoever reads the capability that keeps it. */
export const seenWith: Record<EntryKind, Permission> = {
  roster: 'roster:read',
  item: 'education:read',
  transfer: 'transfers:read',
  letter: 'letters:read',
}

export type Entry = { id: string; at: string | null; on: Day; kind: EntryKind; code: string; text: string | null; by: string | null }

/** By the day on which it happened, then by when it was recorded: newest first. What is known by its day alone stands below. */
export const newestFirst = (entries: readonly Entry[]): Entry[] => {
  const key = ({ on, at }: Entry) => `${on} ${at ?? ''}`
  return [...entries].sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0))
}

/** A case notes that a letter was issued, handed out or voided; where the letter's own dates are told, once is enough. */
const toldByLetter: readonly string[] = ['issue', 'hand-out', 'void-letter']

export const withoutEchoes = (entries: readonly Entry[]): Entry[] =>
  entries.some(({ kind }) => kind === 'letter')
    ? entries.filter(({ kind, code }) => kind !== 'transfer' || !toldByLetter.includes(code))
    : [...entries]
