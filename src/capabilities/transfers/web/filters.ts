/** The filters of the list as they stand in the URL, read for the server. */
import type { UrlSearch } from '../../../ui/urlFilters.ts'
import { destinationCodes, geographies } from '../../plans/rules.ts'
import { applicationKinds, escalationLevels, lamps, methods, type ShownState, states, terms } from '../rules.ts'

export const shownStates: readonly ShownState[] = [...states, 'expired']

const oneOf = <Value extends string>(known: readonly Value[], text: string | undefined): Value | undefined =>
  known.find(value => value === text)

const ID = /^[\da-f-]{36}$/

/** What the URL says and the contract knows; anything else is left out. */
export const filterFrom = (search: UrlSearch, cohortId: string) => ({
  cohortId,
  path: search.unit && /^\/(?:\d+\/)+$/.test(search.unit) ? search.unit : undefined,
  state: oneOf(shownStates, search.state),
  term: oneOf([...terms, 'beside' as const], search.term),
  destinationType: oneOf(destinationCodes, search.type),
  geography: oneOf(geographies, search.geography),
  method: oneOf(methods, search.method),
  lamp: oneOf(lamps, search.lamp),
  escalated: oneOf(escalationLevels, search.escalated),
  application: oneOf([...applicationKinds, 'any' as const], search.application),
  picture: oneOf(['waiting' as const], search.picture),
  importId: search.import && ID.test(search.import) ? search.import : undefined,
  search: search.q?.slice(0, 60) || undefined,
})
export type Filter = ReturnType<typeof filterFrom>

export const NAMES = [
  'unit',
  'state',
  'term',
  'type',
  'geography',
  'method',
  'lamp',
  'escalated',
  'application',
  'picture',
  'import',
  'q',
] as const

/** The part of a URL that names the filter: a case opened from a list remembers its list. */
export const filterQuery = (search: UrlSearch): string => {
  const pairs = NAMES.flatMap(name => (search[name] ? [[name, search[name]]] : []))
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}

export const isFiltered = (search: UrlSearch): boolean => NAMES.some(name => search[name])
