/** The roster's filters as they stand in the URL, and as the server is asked. */
import type { UrlSearch } from '../../../ui/urlFilters.ts'
import type { RosterFilter } from '../contract.ts'
import { membershipCodes } from '../rules/membership.ts'
import { outcomes } from '../rules/outcomes.ts'

const oneOf = <Code extends string>(codes: readonly Code[], text: string | undefined): Code | undefined => codes.find(code => code === text)

const ID = /^[\da-f-]{36}$/

export const filterFrom = (search: UrlSearch, cohortId: string, privately = ''): RosterFilter => {
  const words = privately || search.search
  const outcome = oneOf(outcomes, search.outcome)
  const membership = oneOf(membershipCodes, search.membership)
  const responsible = search.responsible && (search.responsible === 'nobody' || ID.test(search.responsible)) && search.responsible
  return {
    cohortId,
    ...(search.branch && { path: search.branch }),
    ...(words && { search: words }),
    ...(outcome && { outcome }),
    ...(membership && { membership }),
    ...(search.tag && { tag: search.tag }),
    ...(responsible && { responsible }),
  }
}

/** The parameters that narrow the list. */
export const NAMES = ['branch', 'search', 'outcome', 'membership', 'tag', 'responsible'] as const

/** The part of a URL that names the list: a person opened from it remembers it. The whole list is a list too. */
export const listQuery = (search: UrlSearch): string => {
  const pairs = NAMES.flatMap(name => (search[name] ? [[name, search[name]]] : []))
  return `?${new URLSearchParams(pairs.length > 0 ? pairs : [['list', 'all']])}`
}

/** Whether a person's page was opened from a list. */
export const fromList = (search: UrlSearch): boolean => search.list === 'all' || NAMES.some(name => search[name])
