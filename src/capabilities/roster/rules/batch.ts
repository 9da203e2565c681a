/** One change for many people: which fields many may share, and what their marks become. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import type { RosterEntry } from './entry.ts'

/** What can be true of many at once; who somebody is, and how to reach them, is each one's own. */
export const batchFields = [
  'branch',
  'membership',
  'confirmedOn',
  'education',
  'degree',
  'college',
  'major',
  'className',
  'partyPost',
  'introducers',
  'duesPaidTo',
  'relationAtSchool',
  'remark',
] as const satisfies readonly (keyof RosterEntry)[]
export type BatchField = (typeof batchFields)[number]

export const MAX_BATCH = 5_000
/** As many marks as a line of a list can show. */
export const MAX_TAGS = 8
export const MAX_TAG_LENGTH = 12

export const batchRefusals = ['nothing-asked', 'nobody', 'too-many', 'too-many-tags', 'basis-missing', 'not-responsible-here'] as const
export type BatchRefusal = (typeof batchRefusals)[number]

export type TagChange = { add: readonly string[]; remove: readonly string[] }

/** Marks in the order in which they were given; taking away comes first. */
export const tagsAfter = (tags: readonly string[], { add, remove }: TagChange): string[] => {
  const left = tags.filter(tag => !remove.includes(tag))
  return [...left, ...add.filter((tag, at) => !left.includes(tag) && add.indexOf(tag) === at)]
}

export const sameTags = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((tag, at) => tag === other[at])

/** Who looks after people belongs to their branch or stands above it. */
export const mayBeResponsible = (staffPath: string, branches: readonly string[]): boolean =>
  branches.every(branch => branch.startsWith(staffPath))

export type BatchFacts = { people: number; weighty: number; basis: boolean; mostTags: number }

/** Whether what was previewed may be done; a row that is wrong is not done, and is no reason against the others. */
export const decideBatch = ({ people, weighty, basis, mostTags }: BatchFacts): Decision<true, BatchRefusal> => {
  if (people === 0) return refuse('nobody')
  if (people > MAX_BATCH) return refuse('too-many')
  if (mostTags > MAX_TAGS) return refuse('too-many-tags')
  if (weighty > 0 && !basis) return refuse('basis-missing')
  return allow(true)
}
