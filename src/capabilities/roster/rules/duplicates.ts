/** Two entries for one person: by what they are alike, and when one may be taken into the other. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { BuiltReason } from '../../imports/rules.ts'
import type { RosterEntry } from './entry.ts'
import { rosterFields } from './fields.ts'

export const likenesses = ['same-phone', 'same-birth', 'same-last4'] as const
export type Likeness = (typeof likenesses)[number]

/** What stands upon an entry and cannot move to another: it goes by its name and number into papers. */
export const fixedReasons = ['submission', 'letter', 'transfer', 'correction'] as const satisfies readonly BuiltReason[]
export type FixedReason = (typeof fixedReasons)[number]

export const mergeRefusals = ['same-entry', ...fixedReasons] as const
export type MergeRefusal = (typeof mergeRefusals)[number]

/** Fields of which the kept entry may take what the other says. A second contact is one field. */
export const mergeFields = [...new Set(rosterFields.map(({ key }) => (key.startsWith('secondContact') ? 'secondContact' : key)))].filter(
  key => key !== 'branch',
) as (keyof RosterEntry)[]

type Entry = { memberId: string; inCohort: boolean }

/** `fixed`: what stands upon the entry that would go, in a year in which both are listed. */
export const decideMerge = (kept: Entry, gone: Entry, fixed: FixedReason | null): Decision<true, MergeRefusal> => {
  if (kept.memberId === gone.memberId) return refuse('same-entry')
  return kept.inCohort && gone.inCohort && fixed !== null ? refuse(fixed) : allow(true)
}

/** What the kept entry lacks, the other gives, unless somebody says otherwise. */
export const usualTakes = (kept: RosterEntry, gone: RosterEntry): (keyof RosterEntry)[] =>
  mergeFields.filter(field => isEmpty(kept[field]) && !isEmpty(gone[field]))

const isEmpty = (value: unknown) => value === null || value === ''
export const sameValue = (one: unknown, other: unknown): boolean =>
  (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other)
