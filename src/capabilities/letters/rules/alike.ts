/** Entries of the dictionary that are likely the same organisation. */
import type { AddresseeKind } from './addressee.ts'

export type Alike = { id: string; name: string; kind: AddresseeKind; divisionCode: string | null; orgCode: string | null }
export const alikeReasons = ['org-code', 'name', 'place'] as const
/** By the organisation's code, by what is left of the name without forms of speech, or as the one department of a place. */
export type AlikeReason = (typeof alikeReasons)[number]

const sameWords: readonly (readonly [RegExp, string])[] = [
  [/[（(][^（）()]*[）)]$/, ''],
  [/中国共产党|中共/g, ''],
  [/工作委员会/g, '工委'],
  [/委员会/g, '委'],
  [/党工委/g, '工委'],
  [/党委/g, '委'],
  [/组织人事部|组织处/g, '组织部'],
  [/党?委组织部$/, '委组织部'],
]

/** 中共杭州市委员会组织部 and 杭州市委组织部 leave the same. */
export const bareName = (name: string): string =>
  sameWords.reduce((text, [words, short]) => text.replace(words, short), name.normalize('NFKC').replace(/\s/g, ''))

const keysOf: Record<AlikeReason, (entry: Alike) => string | null> = {
  'org-code': ({ orgCode }) => orgCode,
  name: ({ name }) => bareName(name),
  place: ({ kind, divisionCode }) => (kind === 'organisation-department' ? divisionCode : null),
}

/** Each entry in one group at most, by the weightiest reason; a group has two or more. */
export function alikeGroups<Entry extends Alike>(entries: readonly Entry[]): { reason: AlikeReason; entries: Entry[] }[] {
  const grouped = new Set<string>()
  return alikeReasons.flatMap(reason => {
    const free = entries.filter(({ id }) => !grouped.has(id))
    const groups = Map.groupBy(free, entry => keysOf[reason](entry) ?? '')
    const found = [...groups].filter(([key, members]) => key !== '' && members.length > 1).map(([, members]) => members)
    for (const { id } of found.flat()) grouped.add(id)
    return found.map(members => ({ reason, entries: members }))
  })
}

/** What the one that stays is given of the others: it keeps what it says, and what it lacks the next one says. */
export type Facts = {
  divisionCode: string | null
  orgCode: string | null
  needsPaper: boolean | null
  contact: string | null
  phone: string | null
  verifiedOn: string | null
}
export const filledFrom = (kept: Facts, others: readonly Facts[]): Facts => {
  const first = <Key extends keyof Facts>(key: Key): Facts[Key] =>
    [kept, ...others].map(entry => entry[key]).find(value => value !== null) ?? null!
  return {
    divisionCode: first('divisionCode'),
    orgCode: first('orgCode'),
    needsPaper: first('needsPaper'),
    contact: first('contact'),
    phone: first('phone'),
    // Of another name nobody was asked about this one.
    verifiedOn: kept.verifiedOn,
  }
}
